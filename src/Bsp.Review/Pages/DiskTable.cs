using System.Text;
using Bsp.Review.Disks;
using Bsp.Review.Revisions;

namespace Bsp.Review.Pages;

/// <summary>A disk before and after, part by part.</summary>
internal static class DiskTable
{
    /// <summary>The heading of the columns.</summary>
    public static readonly IReadOnlyList<string> Heading = ["", "partition", "offset", "size", "end", "before: offset", "size"];

    /// <summary>The rows; none where a side has no disk.</summary>
    public static IEnumerable<string[]> Rows(BoardReview board)
    {
        if (board.Before?.Disk is not { } before || board.After?.Disk is not { } after)
            yield break;
        var pairs = DiskComparison.Pairs(before.Regions, after.Regions)
            .OrderBy(pair => (pair.After ?? pair.Before)!.Offset ?? long.MaxValue);
        foreach (var (old, now) in pairs)
        {
            yield return
            [
                Sign(old, now),
                (now ?? old)!.Name,
                now is null ? "" : Quantity.Offset(now.Offset),
                now is null ? "" : Quantity.Size(now.Size),
                now?.End is { } end ? Quantity.Offset(end) : "",
                old is null || old == now ? "" : Quantity.Offset(old.Offset),
                old is null || old == now ? "" : Quantity.Size(old.Size),
            ];
        }

        if (after.Size is { } size && after.Partitions.LastOrDefault()?.End is { } last)
            yield return ["", "free", Quantity.Offset(last), Quantity.Size(size - last), "", "", ""];
    }

    /// <summary>The table for a terminal.</summary>
    public static string Text(BoardReview board, string indent)
    {
        var rows = Rows(board).Prepend([.. Heading]).ToList();
        if (rows.Count == 1)
            return "";
        var widths = Enumerable.Range(0, Heading.Count).Select(column => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])));
            text.Append(indent).Append(Quoted.Plain(line.TrimEnd())).Append('\n');
        }

        return text.ToString();
    }

    private static string Sign(DiskRegion? old, DiskRegion? now) => (old, now) switch
    {
        (null, _) => "+",
        (_, null) => "-",
        _ when old == now => "",
        _ => "~",
    };
}
