using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bsp.Review.Pages;
using Bsp.Review.Pages.Html;
using CsCheck;
using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>The page as text: that it is well-formed, and that nothing that others have written becomes a part of it.</summary>
public sealed partial class HtmlPageTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("14")]
    [InlineData("100")]
    public void A_page_is_well_formed_and_its_ids_are_unique(string sample)
    {
        var page = Parse(HtmlPage.Of(Samples.Named(sample)));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var references = page.Descendants().Attributes()
            .Where(x => x.Name.LocalName is "for" or "aria-labelledby" || (x.Name == "href" && x.Value.StartsWith('#')))
            .SelectMany(attribute => attribute.Value.TrimStart('#').Split(' '));
        Assert.Empty(references.Except(ids));
    }

    [Fact]
    public void A_page_that_is_not_well_formed_is_seen() =>
        Assert.ThrowsAny<System.Xml.XmlException>(() => Parse("<!DOCTYPE html>\n<html><body><p>a</body></html>"));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("14", 14)]
    [InlineData("100", 100)]
    public void The_heading_is_the_headline_and_every_change_is_listed_once(string sample, int boards)
    {
        var review = Samples.Named(sample);
        var page = Parse(HtmlPage.Of(review));
        Assert.Equal(Headline.Of(review), Regex.Replace(page.Descendants("h1").Single().Value, @"\s+", " ").Trim());
        Assert.Equal(
            review.Groups.Sum(group => group.Changes.Count),
            page.Descendants("li").Count(item => item.Attribute("data-impact") is not null));
        Assert.Equal(boards, review.Boards.Select(board => board.Board).Distinct().Count());
    }

    [Fact]
    public void What_others_have_written_is_text_wherever_it_is()
    {
        var expected = Shape(HtmlPage.Of(Hostile.Review("harmless")));
        Assert.All(Hostile.Texts, text =>
        {
            var page = HtmlPage.Of(Hostile.Review(text));
            Assert.Subset(expected.Elements, Shape(page).Elements);
            Assert.Subset(expected.Attributes, Shape(page).Attributes);
            Assert.Single(Parse(page).Descendants("script"));
            Assert.DoesNotContain(page, c => char.IsControl(c) && c != '\n');
            Assert.True(page.Length < 1_000_000, $"{page.Length:#,0} characters");
        });
    }

    [Fact]
    public void Any_text_is_shown_as_it_is() => Gen.String.Sample(text =>
    {
        var quoted = Quoted.Html(text);
        // The angle of a tag, the quote of an attribute and what begins a reference are never there bare.
        Assert.DoesNotMatch("[<>\"]|&(?!(lt|gt|amp|quot);)", quoted);
        Assert.Equal(string.Join('\n', text.Split('\n').Select(line => Quoted.Plain(line))), Decoded(quoted));
    }, iter: 2000);

    [Fact]
    public void A_text_that_would_end_the_script_is_refused() =>
        Assert.Throws<ArgumentException>(() => Markup.Verbatim("const a = '</script>';"));

    [Fact]
    public void The_policy_allows_the_page_its_own_style_and_script_and_nothing_else()
    {
        var meta = Parse(HtmlPage.Of(Samples.One)).Descendants("meta").Single(meta => meta.Attribute("http-equiv") is not null);
        Assert.Matches(
            "^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$",
            (string)meta.Attribute("content")!);
    }

    [Fact]
    public void Long_lists_show_what_differs()
    {
        var items = Enumerable.Range(0, 50).Select(i => $"package-{i}").ToList();
        var difference = ListDifference.Of(string.Join(", ", items), string.Join(", ", [.. items.Skip(1), "new-one"]))!;
        Assert.Equal(["package-0"], difference.Removed);
        Assert.Equal(["new-one"], difference.Added);
        Assert.Equal(49, difference.Same);
        Assert.Null(ListDifference.Of(string.Join(", ", items), string.Join(", ", items.AsEnumerable().Reverse())));
        Assert.Null(ListDifference.Of(string.Join(", ", items), string.Join(", ", items.Take(5))));
        Assert.Null(ListDifference.Of(string.Join(", ", items), string.Join(", ", [.. items.Skip(1), "package-7"])));
    }

    [Fact]
    public void A_part_is_never_too_low_to_be_read_and_what_does_not_move_stays_level() =>
        Gen.Int[1, 1 << 28].Array[1, 12].Select(Gen.Int[1, 1 << 28].Array[1, 12]).Sample((before, after) =>
        {
            List<DiskPart> parts = [.. Parts(before), .. Parts(after)];
            var scale = new DiskScale(parts, parts.Max(part => part.End) + 1);
            Assert.All(parts, part => Assert.True(scale.At(part.End) - scale.At(part.Start) >= 33.9));
            Assert.Equal(scale.Edges.Select(scale.At).Order(), scale.Edges.Select(scale.At));
            Assert.Equal(scale.Height, scale.At(scale.Edges[^1]), 3);
        }, iter: 500);

    // The content of style and script is not markup.
    private static XDocument Parse(string page) =>
        XDocument.Parse(Content().Replace(page, "<$1></$1>"), LoadOptions.PreserveWhitespace);

    private static (HashSet<string> Elements, HashSet<string> Attributes) Shape(string page) => (
        [.. Parse(page).Descendants().Select(element => element.Name.LocalName)],
        [.. Parse(page).Descendants().Attributes().Select(attribute => $"{attribute.Parent!.Name.LocalName} {attribute.Name.LocalName}")]);

    private static string Decoded(string html) => html
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private static IEnumerable<DiskPart> Parts(int[] sizes)
    {
        long start = 1 << 20;
        foreach (var size in sizes)
            yield return new(new("p", 1, start, size), start, start += size);
    }

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Content();
}
