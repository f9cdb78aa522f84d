using Bsp.Cli.Files;

namespace Bsp.Cli.SourceTrees;

/// <summary>Variables from the command line and from files.</summary>
internal static class EnvironmentFile
{
    /// <summary>Reads what <c>env -0</c> prints, or <c>env</c>.</summary>
    public static IEnumerable<(string Name, string Value)> Read(CliHost host, string file)
    {
        var text = TextFile.Read(host, file, "the file of variables");
        // With NUL between variables, a value may have lines.
        foreach (var entry in text.Split(
            text.Contains('\0', StringComparison.Ordinal) ? '\0' : '\n', StringSplitOptions.RemoveEmptyEntries))
            yield return Parse(entry, file);
    }

    /// <summary>Parses <c>NAME=VALUE</c>.</summary>
    public static (string Name, string Value) Parse(string entry, string where)
    {
        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (entry[..equals], entry[(equals + 1)..])
            : throw new CliException($"{where}: '{entry}' is not a variable; it should be NAME=VALUE");
    }
}
