using Bsp.Infix.Tests.Comparing;

namespace Bsp.Infix.Tests;

public sealed class DifferenceTableTests
{
    private const string Header = "| board | field | Infix | Bsp | reason |\n|---|---|---|---|---|\n";

    private static readonly Difference Odd = new("acme", "uboot_env.sd.bootcmd", "\"a | `b` \\\"c\\\"\"", Difference.Nothing);

    [Fact]
    public void A_difference_that_is_listed_with_a_reason_is_no_complaint()
    {
        var line = DifferenceTable.Line(Odd).Replace("| |", "| not needed |", StringComparison.Ordinal);
        var (listed, reason) = Assert.Single(DifferenceTable.Read("# Title\n\n" + Header + line + "\n\nMore."));
        Assert.Equal("not needed", reason);
        Assert.Empty(DifferenceTable.Complaints([Odd], [listed]));
    }

    [Fact]
    public void A_difference_that_is_not_listed_is_a_complaint() =>
        Assert.StartsWith("no reason is given", Assert.Single(DifferenceTable.Complaints([Odd], [])), StringComparison.Ordinal);

    [Fact]
    public void A_listed_value_that_has_changed_is_two_complaints() =>
        Assert.Equal(2, DifferenceTable.Complaints([Odd], [Odd with { Bsp = "\"c\"" }]).Count());

    [Fact]
    public void A_line_that_is_no_difference_is_a_complaint() =>
        Assert.StartsWith("is no longer a difference", Assert.Single(DifferenceTable.Complaints([], [Odd])), StringComparison.Ordinal);

    [Theory]
    [InlineData("| acme | `prompt` | `\"a\"` | `\"b\"` | |")]
    [InlineData("| acme | `prompt` | `\"a\"` | `\"b\"` |")]
    public void A_line_without_a_reason_is_refused(string line) =>
        Assert.Throws<FormatException>(() => DifferenceTable.Read(Header + line));

    [Fact]
    public void A_document_without_the_table_is_refused() => Assert.Throws<FormatException>(() => DifferenceTable.Read("# Title\n"));
}
