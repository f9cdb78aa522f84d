using Bsp.Review.Changes;

namespace Bsp.Review.Pages.Html;

/// <summary>A change as an item of a list.</summary>
internal static class ChangeRow
{
    /// <summary>The item.</summary>
    /// <param name="change">The change.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="subject">What differs, where the page says a part of it before.</param>
    public static Markup Of(Change change, string id, string? subject = null) => Markup.Of($"""
        <li class="change {change.Attention.ToString().ToLowerInvariant()}" id="{id}" data-impact="{Headline.Name(change.Impact)}"><span class="mark">{Mark(change)}</span>
        <code class="subject">{subject ?? change.Subject}</code> {Values(change)} <span class="remark">{Remark(change)}</span> {Badge(change.Impact)}</li>

        """);

    /// <summary>A field impact.</summary>
    public static Markup Badge(FieldImpact impact) =>
        Markup.Of($"""<span class="badge {Headline.Name(impact)}">{Headline.Name(impact)}</span>""");

    /// <summary>How much it wants to be looked at, in a word; none for a note.</summary>
    public static string Mark(Change change) => change.Attention == Attention.Note ? "" : change.Attention.ToString().ToLowerInvariant();

    /// <summary>The value on both sides.</summary>
    public static Markup Values(Change change)
    {
        if (ListDifference.Of(change.Before, change.After) is { } list)
        {
            return Markup.Of($"""
                <span class="values">{list.Removed.Select(item => Value("del", "gone: ", item))} {list.Added.Select(item => Value("ins", "new: ", item))}
                <span class="same">{list.Same} the same</span></span>
                """);
        }

        var values = (change.Before, change.After) switch
        {
            (null, null) => Markup.None,
            (var before, null) => Markup.Of($"{Value("del", "before: ", before)} <b>gone</b>"),
            (null, var after) => Markup.Of($"<b>new</b> {Value("ins", "", after)}"),
            var (before, after) => Markup.Of($"""
                {Value("del", "before: ", before)} <span aria-hidden="true">→</span> {Value("ins", "after: ", after)}
                """),
        };
        return Markup.Of($"""<span class="values">{values}</span>""");
    }

    private static Markup Value(string element, string spoken, string text) =>
        Markup.Of($"""<{element}><span class="hidden">{spoken}</span>{(text.Length == 0 ? "(empty)" : text)}</{element}>""");

    private static Markup Remark(Change change) => Markup.Of($"""
        {(change.Layer is null ? Markup.None : Markup.Of($"""<span class="layer">{change.Layer}</span> """))}{Origin(change)}{change.Meaning}
        """);

    private static Markup Origin(Change change) =>
        change.Origin is null ? Markup.None : Markup.Of($"""<code class="layer">{change.Origin}</code> """);
}
