using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>The reader of comments finds what is open in them.</summary>
public sealed class MarkdownStructureTests
{
    [Theory]
    [InlineData("<details><summary>a</summary>\n\ntext\n", "an open fold")]
    [InlineData("<details><summary>a\\-b</summary>\n\n</details>\n", "Markdown in an HTML block, which shows it as it is")]
    [InlineData("text\n\n</details>\n", "a fold is closed that is not open")]
    [InlineData("<details><summary>a\n\n</details>\n", "an open summary")]
    [InlineData("```\ncode\n", "an open fence")]
    [InlineData("a `b\n", "an open code span")]
    [InlineData("\n| a | b |\n| c | d |\n", "a table without its line of delimiters")]
    [InlineData("text\n| a | b |\n|---|---|\n", "a table without a blank line before it")]
    [InlineData("\n| a | b |\n|---|---|\n| c |\n", "a row of 1 cells in a table of 2")]
    [InlineData("\n| a | b |\n|---|---|\n| `c|d` | e |\n", "a row of 3 cells in a table of 2")]
    [InlineData("\n| a | b |\n|---|---|\n| c | d\n", "an open row")]
    [InlineData("a <script>alert(1)</script>\n", "the tag '<script>'")]
    [InlineData("a <img src=x\n", "the tag '<img src=x'")]
    [InlineData("a \u202e b\n", "a control, or a mark that turns text")]
    [InlineData("a\rb\n", "a control, or a mark that turns text")]
    [InlineData("ping @somebody\n", "a link, an image, a mention or a number of an issue")]
    [InlineData("see #12\n", "a link, an image, a mention or a number of an issue")]
    [InlineData("[a](b)\n", "a link, an image, a mention or a number of an issue")]
    [InlineData("https://example.org\n", "a link, an image, a mention or a number of an issue")]
    public void What_is_open_or_does_not_belong_there_is_found(string page, string fault) =>
        Assert.Contains(MarkdownStructure.Of(page).Faults, found => found.EndsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void A_whole_page_has_no_fault()
    {
        var structure = MarkdownStructure.Of(
            "### a\n\n<details open><summary><b>x</b>: y</summary>\n\n"
            + "| a | b |\n|---|---|\n| `<c>` | \\| \\` &#60; |\n\n</details>\n\n```\n<d> | `\n```\n");
        Assert.Empty(structure.Faults);
        Assert.Equal((1, 1, 1), (structure.Folds, structure.Tables, structure.Rows));
    }
}
