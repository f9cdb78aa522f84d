using System.Text;
using Bsp.Review.Changes;

namespace Bsp.Review.Pages;

/// <summary>The page for one comment on a pull request.</summary>
/// <remarks>
/// GitHub refuses a body of more than 65,536 characters. What does not fit is left out as whole rows and whole sections, and each place
/// says how much: no fold, table or fence is ever left open.
/// </remarks>
public static class MarkdownPage
{
    /// <summary>How long a page may be, in characters.</summary>
    public const int DefaultLimit = 60_000;

    // A headline, or an explanation that names several symbols and a fix.
    private const int MaximumLine = 1000;

    // What is said of what was left out must fit too.
    private const int Reserve = 600;

    /// <summary>The page of a review.</summary>
    /// <param name="review">The review.</param>
    /// <param name="limit">How long it may be, in characters.</param>
    public static string Of(ReviewResult review, int limit = DefaultLimit)
    {
        var text = new StringBuilder();
        text.Append("### ").Append(Quoted.Markdown(Headline.Of(review), MaximumLine)).Append("\n\n");
        text.Append("**").Append(Quoted.Markdown(Headline.Impact(review), MaximumLine)).Append("**\n\n");
        text.Append(Quoted.Markdown(Headline.Sides(review), MaximumLine)).Append("\n\n");
        AppendCounts(text, review);
        foreach (var note in review.Notes)
            text.Append("\n*").Append(Quoted.Markdown(note, MaximumLine)).Append("*\n");
        if (review.Faults.Count > 0)
            text.Append('\n');
        foreach (var fault in review.Faults.Take(10))
            text.Append("- :x: ").Append(Quoted.Code(fault.Subject)).Append(": ").Append(Quoted.Markdown(fault.Rule.Title)).Append('\n');
        if (review.Faults.Count > 10)
            text.Append($"- and {review.Faults.Count - 10} more\n");
        AppendForemost(text, review, limit / 3);
        var groups = review.Groups;
        for (var i = 0; i < groups.Count; i++)
        {
            // Each of those that are left gets its share of what is left.
            var budget = (limit - Reserve - text.Length) / (groups.Count - i);
            if (Section(groups[i], budget) is { } section)
            {
                text.Append('\n').Append(section);
                continue;
            }

            text.Append($"\n{Quantity.Count(groups.Count - i, "group")} of changes left out: the page is at its limit. ")
                .Append("The whole review is in the HTML page.\n");
            break;
        }

        return text.ToString();
    }

    private static void AppendCounts(StringBuilder text, ReviewResult review)
    {
        var counts = review.Groups.SelectMany(group => group.Changes)
            .GroupBy(change => change.Rule)
            .OrderBy(group => ChangeRules.OrderOf(group.Key));
        var line = string.Join(" · ", counts.Select(group => $"{Quoted.Markdown(group.Key.Title)}: {group.Count()}"));
        if (line.Length > 0)
            text.Append(line).Append('\n');
    }

    private static void AppendForemost(StringBuilder text, ReviewResult review, int room)
    {
        var left = review.Foremost.Count;
        var foremost = Headline.Foremost(review);
        if (foremost.Count == 0)
            return;
        text.Append('\n');
        foreach (var (change, boards) in foremost)
        {
            var line = $"- {Mark(change)} {Quoted.Code(Headline.Brief(change), MaximumLine)} ({Quoted.Markdown(boards)})"
                + (change.Meaning is null ? "\n" : $": {Quoted.Markdown(change.Meaning, MaximumLine)}\n");
            if (text.Length + line.Length > room)
                break;
            text.Append(line);
            left--;
        }

        if (left > 0)
            text.Append($"- {left} more below\n");
    }

    private static string? Section(ChangeGroup group, int budget)
    {
        var names = group.Boards.Select(board => board.Name).ToList();
        var title = (names.Count <= Headline.MaximumNamed ? "" : $"{names.Count} boards: ")
            + Quantity.Some(names, Headline.MaximumNamed, Headline.MaximumNamed - 1);
        var open = group.Attention == Attention.Error ? " open" : "";
        var head = $"<details{open}><summary><b>{Headline.Name(group.Impact)}</b>: {Quoted.HtmlInMarkdown(title)} "
            + $"({Quantity.Count(group.Changes.Count, "change")})</summary>\n\n";
        const string tail = "\n</details>\n";
        var text = new StringBuilder(head);
        var room = budget - tail.Length - 120;
        if (text.Length > room)
            return null;
        var disk = group.Changes.Any(change => change.Aspect == Aspect.Disk) ? DiskRows(group.Boards[0]) : "";
        if (text.Length + disk.Length < room)
            text.Append(disk);
        const string table = "| | what | before | after | asked by, meaning |\n|---|---|---|---|---|\n";
        var left = group.Changes.ToList();
        if (text.Length + table.Length < room)
        {
            text.Append(table);
            while (left.Count > 0 && Row(left[0]) is var row && text.Length + row.Length < room)
            {
                text.Append(row);
                left.RemoveAt(0);
            }
        }

        if (left.Count > 0)
            text.Append($"\n{Quantity.Count(left.Count, "change")} more left out for want of room.\n");
        return text.Append(tail).ToString();
    }

    private static string DiskRows(BoardReview board)
    {
        var rows = DiskTable.Rows(board).ToList();
        return rows.Count == 0 ? ""
            : $"| {string.Join(" | ", DiskTable.Heading)} |\n|{string.Concat(DiskTable.Heading.Select(_ => "---|"))}\n"
                + string.Concat(rows.Select(row => $"| {string.Join(" | ", row.Select(cell => Quoted.Markdown(cell)))} |\n")) + "\n";
    }

    private static string Row(Change change) =>
        $"| {Mark(change)} | {Quoted.Code(change.Subject)} | {Quoted.Code(change.Before ?? "")} | {Quoted.Code(change.After ?? "")} | "
        + Quoted.Markdown(change.Layer ?? "")
        + (change.Origin is null ? "" : " " + Quoted.Code(change.Origin))
        + (change.Layer is not null && change.Meaning is not null ? ": " : "")
        + $"{Quoted.Markdown(change.Meaning ?? "", MaximumLine)} |\n";

    private static string Mark(Change change) => change.Attention switch
    {
        Attention.Error => ":x:",
        Attention.Warning => ":warning:",
        _ => "",
    };
}
