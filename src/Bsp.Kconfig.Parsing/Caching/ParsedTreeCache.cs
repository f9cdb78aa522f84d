using System.Security.Cryptography;
using System.Text;

namespace Bsp.Kconfig.Parsing.Caching;

/// <summary>
/// Caches trees that have been read, each with all that its reading has seen: the content of every file, the variables, the
/// answers of the shell. While all of it stands, the tree need not be parsed again; when any of it has changed, it is.
/// </summary>
/// <remarks>A cached tree has no help texts, and positions without columns.</remarks>
/// <param name="folder">The folder for the trees; it need not exist.</param>
public sealed class ParsedTreeCache(string folder)
{
    // Others are removed, the longest unused first: each has some 2 MB.
    private const int MaximumTrees = 16;

    /// <summary>Reads a tree, or takes it from the cache.</summary>
    /// <param name="source">The tree.</param>
    public KconfigParseResult Read(KconfigSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var path = Path.Combine(folder, KeyOf(source));
        if (Find(path, source) is { } known)
            return known;

        var recorder = new InputRecorder(source);
        var result = KconfigParser.Parse(recorder.Source);
        if (result.Tree is not null)
            Store(path, CacheEntry.Text(recorder, result));
        return result;
    }

    private static KconfigParseResult? Find(string path, KconfigSource source)
    {
        try
        {
            if (!File.Exists(path))
                return null;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (CacheEntry.Read(file) is not { } entry || !entry.IsCurrent(source) || entry.Result() is not { } known)
                return null;
            // The longest unused are removed first.
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return known;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A cached tree is checked in any case; the key only says where to look.
    private static string KeyOf(KconfigSource source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\0', Path.GetFullPath(source.CurrentDirectory), source.Root, source.Dialect.Name, source.Environment.GetValueOrDefault("srctree"),
        source.Environment.GetValueOrDefault("SRCARCH")))));

    private void Store(string path, byte[] text)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var beside = $"{path}.{Environment.ProcessId}.tmp";
            File.WriteAllBytes(beside, text);
            File.Move(beside, path, overwrite: true);
            foreach (var old in new DirectoryInfo(folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MaximumTrees))
                old.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Then it is parsed the next time, too.
        }
    }
}
