using System.Text.Json.Nodes;
using Bsp.Review.Changes;
using Bsp.Review.Pages;
using Bsp.Review.Revisions;
using CsCheck;
using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>Text that comes with a pull request is read, wherever it is; it is never a part of the page.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>", "</details>", "<details>", "<!--", "-->", "&lt;", "&", "::error::x", "::add-mask::", "##[error]x",
        "##vso[task]", "`", "```", "~~~", "|", "\\", "\\|", "*", "_", "#", "\n", "\r\n", "\n\n", "\n::error::y", "\n</details>\n",
        "\n| a | b |\n|---|---|\n", "\t",
        "\0", "\u001b[31m", "\u202e", "\u2066", "\u200b", "\u2028", "\u0085", "\ud800", "\udc00", "😀", "é", "@somebody", "#1",
        "https://example.org", "www.example.org", "[a](javascript:b)", "![a](b)", "$(a)", "${{ b }}", "{{ c }}", "a", " ", "0x1",
    ];

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.OneOf([.. Pieces.Select(Gen.Const)]).Array[1, 8].Select(string.Concat),
        Gen.OneOf([.. Pieces.Select(Gen.Const)]).Select(piece => string.Concat(Enumerable.Repeat(piece, 400))));

    [Fact]
    public void It_adds_no_line_and_no_command_to_the_text_page()
    {
        var benign = TextPage.Of(ReviewOf(_ => "a")).Split('\n').Length;
        Hostile.Array[Fields].Sample(
            texts =>
            {
                var lines = TextPage.Of(ReviewOf(field => texts[field])).Split('\n');
                Assert.Equal(benign, lines.Length);
                Assert.DoesNotContain(lines, line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
                Assert.DoesNotContain(lines, line => line.Contains("##[", StringComparison.Ordinal));
                Assert.DoesNotContain(lines, line => line.Contains("##vso[", StringComparison.OrdinalIgnoreCase));
                Assert.DoesNotContain(lines, line => line.Any(c => char.IsControl(c) || c is '\u202e' or '\u2066' or '\u200b' or '\u2028'));
            },
            iter: 500);
    }

    [Fact]
    public void It_adds_nothing_to_the_comment()
    {
        var benign = MarkdownStructure.Of(MarkdownPage.Of(ReviewOf(_ => "a")));
        Hostile.Array[Fields].Sample(
            texts =>
            {
                var page = MarkdownPage.Of(ReviewOf(field => texts[field]));
                var structure = MarkdownStructure.Of(page);
                Assert.True(structure.Faults.Count == 0, string.Join('\n', structure.Faults) + "\n" + page);
                Assert.Equal((benign.Folds, benign.Tables), (structure.Folds, structure.Tables));
                if (!page.Contains("left out", StringComparison.Ordinal))
                    Assert.Equal(benign.Rows, structure.Rows);
            },
            iter: 500);
    }

    [Fact]
    public void It_is_in_the_page_for_programs_as_it_is() =>
        Hostile.Array[Fields].Sample(
            texts =>
            {
                var page = JsonPage.Of(ReviewOf(field => texts[field]));
                Assert.Empty(ReviewSchema.FaultsOf(page));
                Assert.True(page.All(c => c is '\n' or (>= ' ' and <= '~')));
                var change = JsonNode.Parse(page)!["boards"]![0]!["changes"]![0]!;
                Assert.Equal(WithoutHalves(texts[3]), (string?)change["before"]);
                Assert.Equal(WithoutHalves(texts[5]), (string?)change["meaning"]);
            },
            iter: 300);

    [Theory]
    [InlineData("x")]
    [InlineData("<")]
    [InlineData("\u202e")]
    [InlineData("|`\n")]
    public void A_text_of_a_megabyte_in_every_field_leaves_the_page_below_its_limit(string piece)
    {
        var huge = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var review = ReviewOf(_ => huge);
        Invariants.IsWhole(review, MarkdownPage.DefaultLimit);
        Invariants.IsWhole(review, 30_000);
        Assert.True(TextPage.Of(review).Length < 100_000);
    }

    // What the tests above would find.
    [Fact]
    public void A_page_that_does_not_quote_is_found()
    {
        var page = MarkdownPage.Of(ReviewOf(_ => "a"));
        Assert.All(
            new[] { "<script>", "`", "|", "\u202e", "</details>" },
            piece => Assert.NotEmpty(MarkdownStructure.Of(page.Replace("| `a`", "| " + piece, StringComparison.Ordinal)).Faults));
    }

    private const int Fields = 14;

    private static ReviewResult ReviewOf(Func<int, string> text)
    {
        Revision Side(int field) => new(text(field), []) { Evaluation = text(field + 1), Stale = field == 7 ? [text(9)] : [] };
        var change = new Change(ChangeRules.KernelLost, text(2))
        {
            Before = text(3), After = text(4), Meaning = text(5), Layer = text(6), Origin = text(8),
        };
        BoardArtifacts board = new(text(0), text(1), new Dictionary<string, string>());
        // So many that the page begins with the worst.
        var changes = ChangeRules.All.Take(12).Select(rule => change with { Rule = rule, Attention = Attention.Error });
        return new(Side(10), Side(7), [new(board, board, [.. changes])
        {
            Cause = new() { Own = [text(12)], Shared = [text(13)], Neighbours = [text(0)], NeighboursRequests = [text(2)] },
        }])
        {
            ChangedTools = [text(11)],
        };
    }

    private static string WithoutHalves(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));
}
