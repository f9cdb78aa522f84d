using Bsp.Cli.Files;
using Bsp.Kconfig;

namespace Bsp.Cli.Merging;

/// <summary>A line of a fragment.</summary>
/// <param name="Text">The line.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Symbol">The symbol that it sets, with its prefix; null when it sets none.</param>
internal sealed record FragmentLine(string Text, SourcePosition Position, string? Symbol)
{
    private const string NotSet = " is not set";

    /// <summary>The lines of a fragment.</summary>
    /// <param name="input">The fragment.</param>
    /// <param name="prefix">What precedes names.</param>
    public static IEnumerable<FragmentLine> Read(ConfigInput input, string prefix)
    {
        var lines = input.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            // What follows the last line feed is not a line.
            if (line.Length > 0 || i < lines.Length - 1)
                yield return new(line, input.Locate(i + 1), SymbolOf(line, prefix));
        }
    }

    private static string? SymbolOf(string line, string prefix)
    {
        var name = line.StartsWith("# ", StringComparison.Ordinal)
            ? line.EndsWith(NotSet, StringComparison.Ordinal) && line.Length >= 2 + NotSet.Length ? line[2..^NotSet.Length] : ""
            : line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals ? line[..equals] : "";
        return name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal)
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? name
            : null;
    }
}
