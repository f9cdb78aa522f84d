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
        foreach (var fault in review.Faults)
            Line(text, 0, $"error: {fault.Subject}: {fault.Rule.Title}; {fault.Meaning}");
        foreach (var group in review.Groups)
        {
            text.Append('\n');
            Line(text, 0, $"{string.Join(", ", group.Boards.Select(board => board.Name))} [{Headline.Name(group.Impact)}]");
            foreach (var rule in group.Changes.GroupBy(change => change.Rule))
            {
                Line(text, 1, $"{rule.Key.Title} ({rule.Count()})");
                foreach (var change in rule)
                    Line(text, 2, Mark(change) + Headline.Brief(change) + Remarks(change));
                if (rule.Key.Aspect == Aspect.Disk && rule.Key != ChangeRules.RawRegion)
                    text.Append(DiskTable.Text(group.Boards[0], "    "));
            }
        }

        return text.ToString();
    }

    private static string Remarks(Change change) =>
        (change.Layer is null ? "" : $"  [{change.Layer}]") + (change.Meaning is null ? "" : $"  {change.Meaning}");

    private static string Mark(Change change) => change.Attention switch
    {
        Attention.Error => "!! ",
        Attention.Warning => "!  ",
        _ => "   ",
    };

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', depth * 2).Append(Quoted.Plain(line)).Append('\n');
}
