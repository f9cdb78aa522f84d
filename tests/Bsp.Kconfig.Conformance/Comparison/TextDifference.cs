using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;

namespace Bsp.Kconfig.Conformance.Comparison;

/// <summary>The first differences of two texts, for people.</summary>
public static class TextDifference
{
    private const int Context = 2;

    /// <summary>Shows the first differences as <c>diff -u</c> does.</summary>
    /// <param name="expected">What conf made.</param>
    /// <param name="actual">What the engine made.</param>
    /// <param name="limit">How many lines are shown at most.</param>
    /// <returns>Empty when both are the same.</returns>
    public static string Of(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, int limit)
    {
        if (expected.SequenceEqual(actual))
            return "";
        // Latin-1 keeps every byte apart.
        var (old, now) = (Encoding.Latin1.GetString(expected), Encoding.Latin1.GetString(actual));
        var difference = Differ.Instance.CreateDiffs(
            old, now, ignoreWhiteSpace: false, ignoreCase: false, new LineEndingsPreservingChunker());
        var lines = new List<string>();
        foreach (var block in difference.DiffBlocks)
        {
            lines.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"@@ -{block.DeleteStartA + 1},{block.DeleteCountA} +{block.InsertStartB + 1},{block.InsertCountB} @@"));
            for (var i = Math.Max(0, block.DeleteStartA - Context); i < block.DeleteStartA; i++)
                lines.Add(" " + Shown(difference.PiecesOld[i]));
            for (var i = 0; i < block.DeleteCountA; i++)
                lines.Add("-" + Shown(difference.PiecesOld[block.DeleteStartA + i]));
            for (var i = 0; i < block.InsertCountB; i++)
                lines.Add("+" + Shown(difference.PiecesNew[block.InsertStartB + i]));
        }

        var rest = lines.Count - limit;
        return string.Join("\n", lines.Take(limit))
            + (rest > 0 ? $"\n… {rest} more lines, {difference.DiffBlocks.Count} differences in all" : "");
    }

    private static string Shown(string line) =>
        line.EndsWith('\n') ? line[..^1].Replace("\r", "\\r", StringComparison.Ordinal) : line + "\\ no line break";
}
