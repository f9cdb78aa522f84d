using Bsp.Review.Changes;

namespace Bsp.Review.Pages.Html;

/// <summary>All changes, those of the same boards together, with the controls that search and filter them.</summary>
internal static class ChangeSection
{
    /// <summary>The section.</summary>
    public static Markup Of(ReviewResult review, BoardNumbers numbers)
    {
        var groups = review.Groups;
        return Markup.Of($"""
            <section id="changes" tabindex="-1" aria-labelledby="changes-title"><h2 id="changes-title">Changes</h2>
            {(groups.Count == 0 ? Markup.Of($"<p>None.</p>") : Controls(review, numbers))}
            {groups.Select((group, i) => Group(group, i, numbers))}
            <p id="nothing" hidden="">Nothing matches.</p>
            </section>

            """);
    }

    /// <summary>The id of a change's item.</summary>
    public static string Id(int group, int change) => $"change-{group + 1}-{change + 1}";

    // Without JavaScript they can do nothing, and stay hidden.
    private static Markup Controls(ReviewResult review, BoardNumbers numbers)
    {
        var impacts = review.Groups.SelectMany(group => group.Changes).CountBy(change => change.Impact)
            .OrderByDescending(pair => pair.Key).Select(pair => (Name: Headline.Name(pair.Key), Count: pair.Value));
        var changed = review.Changed.Select(board => board.Board).ToHashSet(StringComparer.Ordinal);
        return Markup.Of($"""
            <form id="filter" role="search" aria-label="Changes" hidden="">
            <div><label for="search">Search</label><input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="symbol, partition, layer, …" /></div>
            <div><label for="board">Board</label><select id="board"><option value="">all</option>
            {Options("change", numbers.All.Where(board => changed.Contains(board.Board)))}{Options("do not change", numbers.All.Where(board => !changed.Contains(board.Board)))}
            </select></div>
            <fieldset><legend>Field impact</legend>
            {impacts.Select(pair => Markup.Of($"""
                <label class="badge {pair.Name}"><input type="checkbox" name="impact" value="{pair.Name}" checked="" />
                {pair.Name} {pair.Count}</label>

                """))}</fieldset>
            <div class="end"><p id="shown" role="status"></p><button type="button" id="fold">Fold all</button></div>
            </form>
            """);
    }

    private static Markup Options(string label, IEnumerable<(string Board, int Number)> boards)
    {
        var options = boards.Select(board => Markup.Of($"""<option value="{board.Number}">{board.Board}</option>""")).ToList();
        return options.Count == 0 ? Markup.None : Markup.Of($"""<optgroup label="{label}">{options}</optgroup>""");
    }

    private static Markup Group(ChangeGroup group, int index, BoardNumbers numbers) => Markup.Of($"""
        <details class="group" open="" data-boards="{numbers.Of(group.Boards)}"><summary><h3>{ChangeRow.Badge(group.Impact)} {Headline.Names(group.Boards)}
        <span class="count">{Quantity.Count(group.Changes.Count, "change")}</span></h3></summary>
        {AllNames(group)}
        {group.Changes.Select((change, i) => (Change: change, Id: Id(index, i))).GroupBy(item => item.Change.Rule).Select(Rule)}
        </details>

        """);

    private static Markup AllNames(ChangeGroup group) => group.Boards.Count <= Headline.MaximumNamed
        ? Markup.None
        : Markup.Of($"""
            <details class="plain" open="" data-fold="20"><summary>all {group.Boards.Count}</summary>
            <p class="names">{group.Boards.Select(board => Markup.Of($"""<span>{board.Name}</span> """))}</p></details>
            """);

    private static Markup Rule(IGrouping<ChangeRule, (Change Change, string Id)> rule) => Markup.Of($"""
        <div class="rule"><h4>{rule.Key.Title} <span class="count">{rule.Count()}</span></h4>
        {(rule.Key == ChangeRules.TreeNode ? TreeOutline.Of([.. rule]) : Markup.Of($"""<ul class="changes">{rule.Select(item => ChangeRow.Of(item.Change, item.Id))}</ul>"""))}</div>

        """);
}
