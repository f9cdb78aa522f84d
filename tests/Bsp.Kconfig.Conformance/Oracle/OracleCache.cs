using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Bsp.Build.Steps;
using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>
/// conf's results by all that they depend on: <c>kconfig-oracle/&lt;tree&gt;/&lt;architecture&gt;/&lt;hash&gt;.zip</c> in the cache.
/// </summary>
/// <param name="cacheFolder">The cache.</param>
internal sealed class OracleCache(string cacheFolder)
{
    private const string Format = "bsp-oracle-1";

    /// <summary>conf's result for a case, with the recorded answers.</summary>
    /// <param name="oracle">The target.</param>
    /// <param name="case">The case.</param>
    /// <returns>The result, and whether conf ran for it.</returns>
    public (KconfigResult Result, bool Ran) Run(OracleTarget oracle, KconfigCase @case)
    {
        var path = Path.Combine(cacheFolder, "kconfig-oracle", oracle.Target.Tree, oracle.Target.Architecture, Key(oracle, @case) + ".zip");
        if (Read(path) is { } known)
            return (known, false);
        var result = oracle.Conf.Run(@case, ShellMode.Replay(oracle.AnswersPath));
        Write(path, result);
        return (result, true);
    }

    private static string Key(OracleTarget oracle, KconfigCase @case)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(ReadOnlySpan<byte> bytes)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(bytes.Length.ToString(CultureInfo.InvariantCulture) + "\n"));
            hash.AppendData(bytes);
        }

        // An unpacked tree's path has the hash of its content. A caller's own folder may change: that is the caller's to know.
        Add(
            Encoding.UTF8.GetBytes(
                Format + "\n" + oracle.Target.Root + "\n" + FileHashes.Of(oracle.Conf.Program) + "\n" + FileHashes.Of(oracle.AnswersPath)));
        foreach (var (name, value) in @case.Environment().OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Add(Encoding.UTF8.GetBytes(name + "=" + value));
        Add(Encoding.UTF8.GetBytes(@case.Operation + "\n" + @case.Keys));
        Add(@case.Input);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static KconfigResult? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var entries = archive.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
            return new()
            {
                ExitStatus = int.Parse(Encoding.ASCII.GetString(entries["status"]), CultureInfo.InvariantCulture),
                Output = entries.GetValueOrDefault("output"),
                StandardOutput = entries["stdout"],
                StandardError = entries["stderr"],
                Files = entries.Where(entry => entry.Key.StartsWith("files/", StringComparison.Ordinal))
                    .ToDictionary(entry => entry.Key["files/".Length..], entry => entry.Value, StringComparer.Ordinal),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or KeyNotFoundException or FormatException)
        {
            // Damaged: it is made again.
            return null;
        }
    }

    private static void Write(string path, KconfigResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + "." + Guid.NewGuid().ToString("N");
        using (var archive = ZipFile.Open(draft, ZipArchiveMode.Create))
        {
            Add(archive, "status", Encoding.ASCII.GetBytes(result.ExitStatus.ToString(CultureInfo.InvariantCulture)));
            Add(archive, "stdout", result.StandardOutput);
            Add(archive, "stderr", result.StandardError);
            if (result.Output is { } output)
                Add(archive, "output", output);
            foreach (var (name, content) in result.Files)
                Add(archive, "files/" + name, content);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(content);
    }
}
