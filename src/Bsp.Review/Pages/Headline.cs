using Bsp.Review.Changes;

namespace Bsp.Review.Pages;

/// <summary>The review in one line, and what it asks of devices in the field in another.</summary>
public static class Headline
{
    /// <summary>As many boards as are named one by one.</summary>
    public const int MaximumNamed = 4;

    /// <summary>How many boards change, which, and through what.</summary>
    public static string Of(ReviewResult review)
    {
        var all = review.Boards.Select(board => board.Board).Distinct().Count();
        var changed = review.Changed.GroupBy(board => board.Board).ToList();
        if (changed.Count == 0)
            return $"No board changes: {Quantity.Count(all, "board")} compared.";
        var byCause = changed.GroupBy(board => TextOf([.. board])).ToList();
        var causes = byCause.Select(group => Names([.. group.Select(board => board.Key)]) + (group.Key.Length > 0 ? " " + group.Key : ""));
        var others = all - changed.Count;
        return $"{changed.Count} of {Quantity.Count(all, "board")} {(changed.Count == 1 ? "changes" : "change")}: {string.Join("; ", causes)}."
            + (others == 0 ? "" : others == 1 ? " 1 does not." : $" {others} do not.");
    }

    /// <summary>What devices in the field need, with the change that is the reason.</summary>
    public static string Impact(ReviewResult review)
    {
        var worst = review.Impact;
        if (worst == FieldImpact.None)
            return "Field impact: none.";
        var reasons = review.Boards.SelectMany(board => board.Changes.Where(change => change.Impact == worst).Select(change => (board, change)))
            .GroupBy(pair => pair.change)
            .OrderByDescending(group => group.Key.Attention)
            .ToList();
        var first = reasons[0];
        var more = reasons.Count - 1;
        return $"Field impact: {Name(worst)}: {Brief(first.Key)} ({Names([.. first.Select(pair => pair.board.Name)])})"
            + (more == 0 ? "." : $", and {Quantity.Count(more, "change")} more. {Meaning(worst)}");
    }

    /// <summary>An impact as it is called.</summary>
    public static string Name(FieldImpact impact) => impact.ToString().ToLowerInvariant();

    /// <summary>What an impact asks of people.</summary>
    public static string Meaning(FieldImpact impact) => impact switch
    {
        FieldImpact.None => "Nothing reaches devices.",
        FieldImpact.Update => "An update bundle brings it.",
        FieldImpact.Bootloader => "Devices need another bootloader, which no bundle carries.",
        FieldImpact.Repartition => "Devices in the field keep their table: they differ from new ones until they are flashed.",
        FieldImpact.Data => "What owners have in cfg or var is lost or moves.",
        _ => "Devices in the field refuse the next bundle, or accept others than before.",
    };

    /// <summary>A change in a few words.</summary>
    public static string Brief(Change change) => (change.Before, change.After) switch
    {
        (null, null) => change.Subject,
        (null, var after) => $"{change.Subject}: new: {after}",
        (var before, null) => $"{change.Subject}: gone: {before}",
        var (before, after) => $"{change.Subject}: {before} → {after}",
    };

    /// <summary>Boards with their distributions: a few of them, and how many more there are.</summary>
    public static string Names(IReadOnlyList<BoardReview> boards) => Names([.. boards.Select(board => board.Name)]);

    private static string Names(IReadOnlyList<string> names) =>
        names.Count <= MaximumNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MaximumNamed - 1))} and {names.Count - MaximumNamed + 1} more";

    private static string TextOf(List<BoardReview> board) => string.Join(" and ", board.Select(one => one.Cause.Text).Where(text => text.Length > 0).Distinct());
}
