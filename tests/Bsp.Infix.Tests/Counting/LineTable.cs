using System.Globalization;
using System.Text;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests.Counting;

/// <summary>docs/infix-lines.md: how much of a board people write, in Infix and here.</summary>
internal static class LineTable
{
    private const string Head = """
        # Lines that people write for a board

        Counted by `tests/Bsp.Infix.Tests`, which fails when this page is not what it counts; with `BSP_WRITE_LINES=1` it writes the page.

        *Infix* has the lines of all text files that Infix keeps by hand for the board, at the revision of the reference data (`hand_written_total`); *record* the lines of `boards/<id>/*.cs`, comments and blank lines too; *files* those of other files in the folder that people write, which is all but `generated/`. A dash: Infix has no files of its own for the board, or it is not described here for Infix.

        | board | Infix | record | files | Infix : ours | most of Infix's |
        |---|--:|--:|--:|--:|---|

        """;

    public static string Write(IReadOnlyList<BoardLines> boards)
    {
        var page = new StringBuilder(Head);
        foreach (var board in boards)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {board.Id} | {Count(board.Infix)} | {Count(board.Record)} | {Count(board.Files)} | {Ratio(board)} | {board.Kinds} |\n");
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"\nThe median of the records is {Text(Median(boards.Where(IsCompared).Select(board => board.Record)))} lines, "
            + $"of what Infix has for the same boards {Text(Median(boards.Where(IsCompared).Select(board => board.Infix)))}.\n");
        return page.Append(
            CultureInfo.InvariantCulture,
            $"\nWhat boards share is stated once: {BoardLines.InLayers()} lines in `boards/families/`, "
            + $"of which {BoardLines.InLayers("infix")} are Infix's layers.\n")
            .ToString();
    }

    /// <summary>Whether both sides have something.</summary>
    public static bool IsCompared(BoardLines board) => board is { Infix: > 0, Record: > 0 };

    public static double Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? 0 : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }

    private static string Count(int lines) => lines == 0 ? "–" : lines.ToString(CultureInfo.InvariantCulture);

    private static string Ratio(BoardLines board) =>
        IsCompared(board) ? Text(Math.Round((double)board.Infix / (board.Record + board.Files), 1)) : "–";

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
