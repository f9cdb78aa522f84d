using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Bsp.Build;

/// <summary>What changes in a file, as <c>diff -u</c> shows it and <c>git apply</c> takes it.</summary>
/// <remarks>DiffPlex compares; its own renderer takes what follows the last line end for a line.</remarks>
public static class UnifiedDiff
{
    private const int Context = 3;
    private static readonly CustomFunctionChunker Lines = new(LinesOf);

    /// <summary>From one text to another, with three lines around each change.</summary>
    /// <param name="path">The file, relative to the root of its repository.</param>
    /// <param name="before">What is there, or null when there is no file.</param>
    /// <param name="after">What will be there, or null when there will be no file.</param>
    public static string Create(string path, string? before, string? after)
    {
        var diff = Differ.Instance.CreateDiffs(before ?? "", after ?? "", ignoreWhiteSpace: false, ignoreCase: false, Lines);
        var text = new StringBuilder();
        text.Append("--- ").Append(before is null ? "/dev/null" : "a/" + path).Append('\n');
        text.Append("+++ ").Append(after is null ? "/dev/null" : "b/" + path).Append('\n');
        foreach (var hunk in Hunks(diff.DiffBlocks))
            Append(text, diff, hunk);
        return text.ToString();
    }

    // Changes with no more between them than what is shown around them anyway stand together.
    private static IEnumerable<List<DiffBlock>> Hunks(IEnumerable<DiffBlock> blocks)
    {
        var hunk = new List<DiffBlock>();
        foreach (var block in blocks)
        {
            if (hunk.Count > 0 && block.DeleteStartA - (hunk[^1].DeleteStartA + hunk[^1].DeleteCountA) > 2 * Context)
            {
                yield return hunk;
                hunk = [];
            }

            hunk.Add(block);
        }

        if (hunk.Count > 0)
            yield return hunk;
    }

    private static void Append(StringBuilder text, DiffResult diff, List<DiffBlock> hunk)
    {
        var (first, last) = (hunk[0], hunk[^1]);
        var at = Math.Max(0, first.DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Count, last.DeleteStartA + last.DeleteCountA + Context);
        var added = hunk.Sum(x => x.InsertCountB - x.DeleteCountA);
        text.Append("@@ -")
            .Append(Range(at, end - at))
            .Append(" +")
            .Append(Range(first.InsertStartB - (first.DeleteStartA - at), end - at + added))
            .Append(" @@\n");
        foreach (var block in hunk)
        {
            Append(text, ' ', diff.PiecesOld, at, block.DeleteStartA);
            Append(text, '-', diff.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Append(text, '+', diff.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Append(text, ' ', diff.PiecesOld, at, end);
    }

    private static void Append(StringBuilder text, char mark, IReadOnlyList<string> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            text.Append(mark).Append(lines[i]);
            if (lines[i][^1] != '\n')
                text.Append("\n\\ No newline at end of file\n");
        }
    }

    // Of no lines, the number is that of the line before (POSIX diff, "Diff -u Output Format").
    private static string Range(int start, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{(count == 0 ? start : start + 1)},{count}");

    private static List<string> LinesOf(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
