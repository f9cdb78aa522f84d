using Bsp.Review.Changes;

namespace Bsp.Review.Pages.Html;

/// <summary>What to look at first: each error, then the warnings, of which those of a kind are one item.</summary>
internal static class FirstLook
{
    private const int Shown = 8;

    /// <summary>The section; nothing where there are neither.</summary>
    public static Markup Of(ReviewResult review)
    {
        var items = review.Groups
            .SelectMany((group, i) => group.Changes.Select((change, j) => new Marked(group, change, ChangeSection.Id(i, j))))
            .Where(item => item.Change.Attention > Attention.Note)
            .GroupBy(item => item.Change.Attention == Attention.Error ? (object)item : (item.Group, item.Change.Rule))
            .Select(alike => alike.OrderByDescending(item => item.Change.Impact).ToList())
            .OrderByDescending(alike => alike[0].Change.Attention)
            .ThenByDescending(alike => alike[0].Change.Impact)
            .ToList();
        if (items.Count == 0)
            return Markup.None;
        // The list of changes has them all; here more than a few hide the worst.
        var more = items.Skip(Shown).Sum(alike => alike.Count);
        return Markup.Of($"""
            <section aria-labelledby="first"><h2 id="first">Look at first</h2>
            <ol class="first">
            {items.Take(Shown).Select(Item)}</ol>
            {(more <= 0 ? Markup.None : Markup.Of($"""<p class="more">{$"{more} more {(more == 1 ? "is" : "are")} marked"} in <a href="#changes">the list of changes</a>.</p>"""))}
            </section>

            """);
    }

    private static Markup Item(List<Marked> alike)
    {
        var (group, change, id) = alike[0];
        return Markup.Of($"""
            <li class="{ChangeRow.Mark(change)}"><span class="mark">{ChangeRow.Mark(change)}</span> <div>{ChangeRow.Badge(change.Impact)}
            <a href="#{id}"><code>{change.Subject}</code></a> {ChangeRow.Values(change)} <span class="boards">{Headline.Names(group.Boards)}</span>
            <span class="remark">{change.Meaning}{(alike.Count == 1 ? Markup.None : Others(change, alike.Count - 1))}</span></div></li>

            """);
    }

    private static Markup Others(Change change, int count) =>
        Markup.Of($"""
            {(change.Meaning is null ? "" : "; ")}<span class="same">{change.Rule.Title}: {Quantity.Count(count, "more warning")}</span>
            """);

    private sealed record Marked(ChangeGroup Group, Change Change, string Id);
}
