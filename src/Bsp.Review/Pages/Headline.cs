using Bsp.Review.Changes;

namespace Bsp.Review.Pages;

/// <summary>The review in one line, and what it asks of devices in the field in another.</summary>
public static class Headline
{
    /// <summary>As many boards as are named one by one.</summary>
    public const int MaximumNamed = 4;

    private const int MaximumCauses = 4;

    // What a screen has room for, and how many changes it shows without a summary.
    private const int MaximumForemost = 10;
    private const int FewChanges = 8;

    /// <summary>How many boards change, which, and through what.</summary>
    public static string Of(ReviewResult review)
    {
        var all = review.Boards.Select(board => board.Board).Distinct().Count();
        var changed = review.Changed.GroupBy(board => board.Board).ToList();
        if (changed.Count == 0)
            return $"No board changes: {Quantity.Count(all, "board")} compared.";
        // Whose record it is comes before those that it reaches.
        var byCause = changed.GroupBy(board => TextOf([.. board])).OrderBy(group => group.First().First().Cause.Own.Count == 0).ToList();
        var causes = byCause.Take(MaximumCauses)
            .Select(group => Names([.. group.Select(board => board.Key)]) + (group.Key.Length > 0 ? " " + Quoted.Short(group.Key) : ""))
            .Concat(byCause.Count <= MaximumCauses ? [] : [$"{byCause.Skip(MaximumCauses).Sum(group => group.Count())} for other reasons"]);
        var others = all - changed.Count;
        var change = changed.Count == 1 ? "changes" : "change";
        return $"{changed.Count} of {Quantity.Count(all, "board")} {change}: {string.Join("; ", causes)}."
            + (others == 0 ? "" : others == 1 ? " 1 does not." : $" {others} do not.");
    }

    /// <summary>What devices in the field need, with the change that is the reason.</summary>
    public static string Impact(ReviewResult review)
    {
        var worst = review.Impact;
        if (worst == FieldImpact.None)
            return "Field impact: none.";
        var reasons = review.Boards.SelectMany(board => board.Changes.Select(change => (Board: board, Change: change)))
            .Where(pair => pair.Change.Impact == worst)
            .GroupBy(pair => pair.Change, pair => pair.Board)
            .OrderByDescending(group => group.Key.Attention)
            .ToList();
        var first = reasons[0];
        var more = reasons.Count - 1;
        return $"Field impact: {Name(worst)}: {Brief(first.Key)} ({Names([.. first])})"
            + (more == 0 ? "" : $", and {Quantity.Count(more, "change")} more") + $". {Meaning(worst)}";
    }

    /// <summary>What a page begins with that is longer than a screen: the worst, each with the boards that have it.</summary>
    public static IReadOnlyList<(Change Change, string Boards)> Foremost(ReviewResult review) =>
        review.Groups.Sum(group => group.Changes.Count) <= FewChanges ? []
            : [.. review.Foremost.Take(MaximumForemost).Select(entry => (entry.Change, Names(entry.Boards)))];

    /// <summary>What is compared with what.</summary>
    public static string Sides(ReviewResult review) =>
        $"{Quoted.Short(review.Base.Name)} ({Quoted.Short(review.Base.Evaluation)}) → "
        + $"{Quoted.Short(review.Head.Name)} ({Quoted.Short(review.Head.Evaluation)})";

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
    public static string Brief(Change change) => Quoted.Short(change.Subject) + (change.Before, change.After) switch
    {
        (null, null) => "",
        (null, { } after) => ": new: " + Quoted.Short(after),
        ({ } before, null) => ": gone: " + Quoted.Short(before),
        ({ } before, { } after) => $": {Quoted.Short(before)} → {Quoted.Short(after)}",
    };

    /// <summary>Boards with their distributions: a few of them, and how many more there are.</summary>
    public static string Names(IReadOnlyList<BoardReview> boards) => Names([.. boards.Select(board => board.Name)]);

    private static string Names(IReadOnlyList<string> all) =>
        Quantity.Some([.. all.Select(Quoted.Short)], MaximumNamed, MaximumNamed - 1);

    private static string TextOf(List<BoardReview> boards) =>
        string.Join(" and ", boards.Select(board => board.Cause.Text).Where(text => text.Length > 0).Distinct());
}
