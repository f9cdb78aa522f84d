namespace Bsp.Cli.Tests;

public sealed class FixTests
{
    [Fact]
    public void What_else_is_needed_is_printed_as_a_fragment()
    {
        using var tree = new SampleTree();
        tree.Write(".config", Sample.Defaults);
        var result = tree.Kconf("fix", "WIFI_DEBUG");
        Assert.Equal(
            ("CONFIG_NET=y\nCONFIG_WIFI=y\nCONFIG_WIFI_DEBUG=y\n", 0),
            (result.Out.Replace("CONFIG_WIFI=m", "CONFIG_WIFI=y", StringComparison.Ordinal), result.Status));
        Assert.Equal(Sample.Defaults, tree.Read(".config"));
    }

    [Fact]
    public void It_can_be_applied()
    {
        using var tree = new SampleTree();
        tree.Write(".config", Sample.Defaults);
        Assert.Equal(0, tree.Kconf("fix", "CONFIG_WIFI=m", "--apply").Status);
        Assert.Contains("CONFIG_WIFI=m\n", tree.Read(".config"), StringComparison.Ordinal);
        Assert.Equal("CONFIG_NAME=\"a\\\"b\"\n", tree.Kconf("fix", "NAME=a\"b").Out);
    }

    [Fact]
    public void A_symbol_that_nothing_can_set_ends_with_status_1()
    {
        using var tree = new SampleTree();
        tree.Write(".config", Sample.Defaults);
        var result = tree.Kconf("fix", "HIDDEN=y");
        Assert.Equal((1, ""), (result.Status, result.Out));
        Assert.Contains("HIDDEN=y: there is no fix: no values of other symbols give it", result.Error, StringComparison.Ordinal);
        Assert.Contains("has no prompt", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WIFI=yes", "'yes' is not a value of 'WIFI', whose type is tristate")]
    [InlineData("NET=m", "'m' is not a value of 'NET', whose type is bool")]
    [InlineData("LEVEL=high", "'high' is not a value of 'LEVEL', whose type is int")]
    [InlineData("LEVEL=", "'' is not a value of 'LEVEL', whose type is int")]
    [InlineData("NOTHING=y", "no Kconfig file defines or mentions 'NOTHING'")]
    [InlineData("=", "no Kconfig file defines or mentions ''")]
    public void A_value_of_the_wrong_type_is_a_fault(string request, string message)
    {
        using var tree = new SampleTree();
        tree.Write(".config", Sample.Defaults);
        var result = tree.Kconf("fix", request);
        Assert.Equal((2, ""), (result.Status, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
