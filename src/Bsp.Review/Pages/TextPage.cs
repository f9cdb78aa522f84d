using System.Text;
using Bsp.Review.Changes;

namespace Bsp.Review.Pages;

/// <summary>The page for a terminal.</summary>
public static class TextPage
{
    /// <summary>The page of a review.</summary>
    public static string Of(ReviewResult review)
    {
        var text = new StringBuilder();
        Line(text, 0, Headline.Of(review));
        Line(text, 0, Headline.Impact(review));
        Line(text, 0, $"{review.Base.Name} ({review.Base.Evaluation}) → {review.Head.Name} ({review.Head.Evaluation})");
        foreach (var note in review.Notes)
            Line(text, 0, "note: " + note);
        foreach (var fault in review.Faults.GroupBy(fault => (fault.Rule.Title, fault.Meaning)))
            Line(text, 0, $"error: {fault.Key.Title}: {Some([.. fault.Select(one => one.Subject)])}; {fault.Key.Meaning}");
        var drawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in review.Groups)
        {
            text.Append('\n');
            Line(text, 0, $"{string.Join(", ", group.Boards.Select(board => board.Name))} [{Headline.Name(group.Impact)}]");
            foreach (var rule in group.Changes.GroupBy(change => change.Rule))
            {
                Line(text, 1, $"{rule.Key.Title} ({rule.Count()})");
                foreach (var change in rule)
                    Line(text, 2, Mark(change) + Headline.Brief(change) + Remarks(change));
            }

            // Boards that have much in common differ in where their partitions are.
            var disks = group.Changes.Any(change => change.Aspect == Aspect.Disk) ? group.Boards : [];
            foreach (var disk in disks.GroupBy(board => DiskTable.Text(board, "    ")).Where(disk => drawn.Add(disk.Key)))
            {
                Line(text, 1, "disk of " + string.Join(", ", disk.Select(board => board.Name)));
                text.Append(disk.Key);
            }
        }

        return text.ToString();
    }

    private static string Some(List<string> items) =>
        items.Count <= 3 ? string.Join(", ", items) : $"{string.Join(", ", items.Take(3))} and {items.Count - 3} more";

    private static string Remarks(Change change) =>
        (change.Layer is null ? "" : $"  [{change.Layer}{(change.Origin is null ? "" : ", " + change.Origin)}]") + (change.Meaning is null ? "" : $"  {change.Meaning}");

    private static string Mark(Change change) => change.Attention switch
    {
        Attention.Error => "!! ",
        Attention.Warning => "!  ",
        _ => "   ",
    };

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', depth * 2).Append(Quoted.Plain(line)).Append('\n');
}
