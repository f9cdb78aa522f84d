using System.Text;
using Bsp.Kconfig;

namespace Bsp.Cli.Files;

/// <summary>
/// Writes a .config as conf does: beside it first, and the one before becomes .config.old (scripts/kconfig/confdata.c, conf_write).
/// </summary>
internal static class ConfigFile
{
    private const int BufferSize = 32 * 1024;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a .config.</summary>
    /// <param name="host">Knows where relative paths begin.</param>
    /// <param name="name">The file.</param>
    /// <param name="configuration">The configuration.</param>
    /// <returns>What conf says about it.</returns>
    public static string Write(CliHost host, string name, Configuration configuration)
    {
        if (name.Length == 0)
            throw new CliException("config name is empty", ExitStatus.No);
        var path = host.Absolute(name);
        if (Directory.Exists(path))
            throw new CliException($"{name}: Is a directory", ExitStatus.No);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (host.Variable("KCONFIG_OVERWRITECONFIG") is { Length: > 0 })
        {
            // The file may be a link, or be mounted: its own bytes change.
            File.WriteAllBytes(path, Encoding.UTF8.GetBytes(DotConfigWriter.Write(configuration)));
            return "configuration written to " + name;
        }

        var beside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var text = new StreamWriter(beside, append: false, Utf8, BufferSize))
                DotConfigWriter.Write(configuration, text);
            if (File.Exists(path))
            {
                if (HaveSameBytes(path, beside))
                    return "No change to " + name;
                File.Move(path, path + ".old", overwrite: true);
            }

            File.Move(beside, path, overwrite: true);
            return "configuration written to " + name;
        }
        finally
        {
            // Where it has become the configuration, there is nothing any more.
            File.Delete(beside);
        }
    }

    private static bool HaveSameBytes(string path, string other)
    {
        using FileStream left = Open(path), right = Open(other);
        if (left.Length != right.Length)
            return false;
        var (a, b) = (new byte[BufferSize], new byte[BufferSize]);
        while (true)
        {
            var length = left.ReadAtLeast(a, BufferSize, throwOnEndOfStream: false);
            if (length == 0)
                return true;
            if (right.ReadAtLeast(b, length, throwOnEndOfStream: false) < length || !a.AsSpan(0, length).SequenceEqual(b.AsSpan(0, length)))
                return false;
        }

        static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
    }
}
