using Bsp.Kconfig.Conformance.Comparison;

namespace Bsp.Kconfig.Conformance.Tests;

public sealed class TextDifferenceTests
{
    [Fact]
    public void The_same_bytes_have_no_difference() => Assert.Equal("", TextDifference.Of("a\n"u8, "a\n"u8, 10));

    [Fact]
    public void A_changed_line_is_shown_with_the_lines_before_it() => Assert.Equal(
        "@@ -3,1 +3,1 @@\n CONFIG_A=y\n CONFIG_B=y\n-CONFIG_C=m\n+CONFIG_C=y",
        TextDifference.Of("CONFIG_A=y\nCONFIG_B=y\nCONFIG_C=m\n"u8, "CONFIG_A=y\nCONFIG_B=y\nCONFIG_C=y\n"u8, 10));

    [Fact]
    public void A_missing_line_break_at_the_end_is_a_difference() =>
        Assert.Contains("no line break", TextDifference.Of("a\n"u8, "a"u8, 10), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_text_are_distinguished() => Assert.NotEqual("", TextDifference.Of([0xc3, 0x28], [0xe2, 0x28], 10));

    [Fact]
    public void More_lines_than_the_limit_are_counted()
    {
        var shown = TextDifference.Of("1\n2\n3\n4\n"u8, "a\nb\nc\nd\n"u8, 3);

        Assert.Equal(4, shown.Split('\n').Length);
        Assert.EndsWith("… 6 more lines, 1 differences in all", shown, StringComparison.Ordinal);
    }
}
