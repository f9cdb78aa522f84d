namespace Bsp.Cli.Tests;

public sealed class SearchTests
{
    [Fact]
    public void Symbols_are_shown_with_type_value_prompt_and_place()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\nCONFIG_WIFI=m\n");
        var result = tree.Kconf("search", "CONFIG_wifi|^name$");
        Assert.Equal("""
            CONFIG_NAME="box"  string
              Kconfig:26  "Name"
            CONFIG_WIFI=m  tristate
              Kconfig:11  "Wireless"
            CONFIG_WIFI_DEBUG=n  bool
              Kconfig:17  "Debug messages of wireless networks"

            """, result.Out);
        Assert.Equal((0, ""), (result.Status, result.Error));
    }

    [Fact]
    public void Prompts_are_searched_where_that_is_asked_for()
    {
        using var tree = new SampleTree();
        Assert.Equal(1, tree.Kconf("search", "messages").Status);
        Assert.StartsWith("CONFIG_WIFI_DEBUG=n", tree.Kconf("search", "messages", "--prompts").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(", "'(' is not a regular expression")]
    [InlineData("[z-a]", "'[z-a]' is not a regular expression")]
    [InlineData("^(A|AA|AAA)+$", "takes too long")]
    public void A_bad_pattern_is_a_fault(string pattern, string message)
    {
        using var tree = new SampleTree(Sample.Kconfig + "config " + new string('A', 60) + "_\n\tbool \"Long\"\n");
        var result = tree.Kconf("search", pattern);
        Assert.Equal((2, ""), (result.Status, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
