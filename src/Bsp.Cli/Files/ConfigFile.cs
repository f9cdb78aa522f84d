using System.Text;

namespace Bsp.Cli.Files;

/// <summary>Writes a .config as conf does: beside it first, and the one before becomes .config.old (scripts/kconfig/confdata.c, conf_write).</summary>
internal static class ConfigFile
{
    /// <summary>Writes a .config.</summary>
    /// <param name="host">Knows where relative paths begin.</param>
    /// <param name="name">The file.</param>
    /// <param name="text">The text.</param>
    /// <returns>What conf says of it.</returns>
    public static string Write(CliHost host, string name, string text)
    {
        if (name.Length == 0)
            throw new CliException("config name is empty", ExitStatus.No);
        var path = host.Absolute(name);
        if (Directory.Exists(path))
            throw new CliException($"{name}: Is a directory", ExitStatus.No);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var bytes = Encoding.UTF8.GetBytes(text);
        if (host.Variable("KCONFIG_OVERWRITECONFIG") is { Length: > 0 })
        {
            // The file may be a link, or be mounted: its own bytes change.
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            file.Write(bytes);
            return "configuration written to " + name;
        }

        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
            return "No change to " + name;
        var beside = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(beside, bytes);
        if (File.Exists(path))
            File.Move(path, path + ".old", overwrite: true);
        File.Move(beside, path, overwrite: true);
        return "configuration written to " + name;
    }
}
