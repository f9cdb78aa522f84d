using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Bsp.Build.Steps;

/// <summary>SHA-256 of files, cached while the program runs and the file keeps its size and time.</summary>
public static class FileHashes
{
    private const int BufferSize = 256 * 1024;

    private static readonly ConcurrentDictionary<string, (long Size, DateTime Time, string Hash)> Cache = new(StringComparer.Ordinal);

    /// <summary>The hash in lower-case hexadecimal.</summary>
    /// <exception cref="BuildFailedException">There is no such file.</exception>
    public static string Of(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
            throw new BuildFailedException($"there is no file '{path}'");
        if (Cache.TryGetValue(info.FullName, out var known) && known.Size == info.Length && known.Time == info.LastWriteTimeUtc)
            return known.Hash;
        var hash = Compute(path);
        Cache[info.FullName] = (info.Length, info.LastWriteTimeUtc, hash);
        return hash;
    }

    /// <summary>The hash of the bytes that are there now.</summary>
    public static string Compute(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Source trees have some 80,000 files: one small buffer each from the pool, no stream.
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (long at = 0; RandomAccess.Read(file, buffer, at) is > 0 and var count; at += count)
                hash.AppendData(buffer, 0, count);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
