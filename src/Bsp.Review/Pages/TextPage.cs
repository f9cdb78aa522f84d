using System.Text;
using Bsp.Review.Changes;

namespace Bsp.Review.Pages;

/// <summary>The page for a terminal.</summary>
public static class TextPage
{
    // An explanation may name several symbols and a fix.
    private const int MaximumMeaning = 1000;

    /// <summary>The page of a review.</summary>
    public static string Of(ReviewResult review)
    {
        var text = new StringBuilder();
        Line(text, 0, Headline.Of(review));
        Line(text, 0, Headline.Impact(review));
        Line(text, 0, Headline.Sides(review));
        foreach (var note in review.Notes)
            Line(text, 0, "note: " + Quoted.Plain(note, MaximumMeaning));
        foreach (var fault in review.Faults.GroupBy(fault => (fault.Rule.Title, fault.Meaning)))
            Line(text, 0, $"error: {fault.Key.Title}: {Some(fault.Select(one => one.Subject))}; {fault.Key.Meaning}");
        AppendForemost(text, review);
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in review.Groups)
        {
            text.Append('\n');
            Line(text, 0, $"{string.Join(", ", group.Boards.Select(board => Quoted.Short(board.Name)))} [{Headline.Name(group.Impact)}]");
            foreach (var rule in group.Changes.GroupBy(change => change.Rule))
            {
                Line(text, 1, $"{rule.Key.Title} ({rule.Count()})");
                foreach (var change in rule)
                    Line(text, 2, Mark(change) + Headline.Brief(change) + Remarks(change));
            }

            // Boards that have much in common differ in where their partitions are.
            var disks = group.Changes.Any(change => change.Aspect == Aspect.Disk) ? group.Boards : [];
            foreach (var disk in disks.GroupBy(board => DiskTable.Text(board, "    ")))
            {
                if (disk.Key.Length == 0 || !drawn.Add(disk.Key))
                    continue;
                Line(text, 1, "disk of " + string.Join(", ", disk.Select(board => Quoted.Short(board.Name))));
                text.Append(disk.Key);
            }
        }

        return text.ToString();
    }

    private static string Some(IEnumerable<string> items) => Quantity.Some([.. items.Select(Quoted.Short)], maximum: 3, some: 3);

    // A page that is longer than a screen begins with what is the worst.
    private static void AppendForemost(StringBuilder text, ReviewResult review)
    {
        var foremost = Headline.Foremost(review);
        if (foremost.Count == 0)
            return;
        text.Append('\n');
        foreach (var (change, boards) in foremost)
            Line(text, 1, Mark(change) + Headline.Brief(change) + $"  ({boards})" + Meaning(change));
        var left = review.Foremost.Count - foremost.Count;
        if (left > 0)
            Line(text, 1, $"   and {left} more below");
    }

    private static string Remarks(Change change) =>
        (change.Layer is null ? ""
            : $"  [{Quoted.Short(change.Layer)}{(change.Origin is null ? "" : ", " + Quoted.Short(change.Origin))}]")
        + Meaning(change);

    private static string Meaning(Change change) => change.Meaning is null ? "" : "  " + Quoted.Plain(change.Meaning, MaximumMeaning);

    private static string Mark(Change change) => change.Attention switch
    {
        Attention.Error => "!! ",
        Attention.Warning => "!  ",
        _ => "   ",
    };

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', depth * 2).Append(Quoted.Line(line)).Append('\n');
}
