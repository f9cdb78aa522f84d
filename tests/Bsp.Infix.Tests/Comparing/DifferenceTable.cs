using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Comparing;

/// <summary>The differences that are known and have a reason: the table in docs/infix-differences.md.</summary>
internal static partial class DifferenceTable
{
    private const string Header = "| board | field | Infix | Bsp | reason |";

    /// <summary>The table's lines in order.</summary>
    /// <exception cref="FormatException">The table is missing, or a line has no reason or not five cells.</exception>
    public static IReadOnlyList<(Difference Difference, string Reason)> Read(string document)
    {
        var lines = document.Split('\n').SkipWhile(line => line != Header).Skip(2).TakeWhile(line => line.StartsWith('|')).ToList();
        if (!document.Contains(Header, StringComparison.Ordinal))
            throw new FormatException($"there is no table that begins '{Header}'");
        return [.. lines.Select(ReadLine)];
    }

    /// <summary>The line for a difference, but for its reason.</summary>
    public static string Line(Difference difference) =>
        $"| {difference.Board} | {Cell(difference.Field)} | {Cell(difference.Infix)} | {Cell(difference.Bsp)} | |";

    /// <summary>What is wrong with a board's lines: lines that are missing, and lines that are no difference.</summary>
    public static IEnumerable<string> Complaints(IEnumerable<Difference> differences, IEnumerable<Difference> listed)
    {
        var (found, known) = (differences.Select(Line).ToList(), listed.Select(Line).ToList());
        return [.. found.Except(known, StringComparer.Ordinal).Select(line => "no reason is given for:   " + line),
            .. known.Except(found, StringComparer.Ordinal).Select(line => "is no longer a difference: " + line)];
    }

    private static (Difference Difference, string Reason) ReadLine(string line)
    {
        string[] cells = [.. Bar().Split(line.Trim()).Select(cell => cell.Trim().Trim('`').Replace(@"\|", "|", StringComparison.Ordinal))];
        return cells is ["", var board, var field, var infix, var bsp, not "" and var reason, ""]
            ? (new(board, field, infix, bsp), reason)
            : throw new FormatException($"not a board, a field, two values and a reason: {line}");
    }

    /// <summary>A code span, which cannot hold its own quotes; nothing is a dash.</summary>
    private static string Cell(string text) => text == Difference.Nothing ? text
        : $"`{text.Replace('`', '\'').Replace("|", @"\|", StringComparison.Ordinal)}`";

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
