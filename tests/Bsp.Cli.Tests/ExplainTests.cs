namespace Bsp.Cli.Tests;

public sealed class ExplainTests
{
    [Fact]
    public void A_symbol_is_explained_by_name_with_or_without_prefix()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_WIFI=y\n");
        var result = tree.Kconf("explain", "CONFIG_WIFI", "SMALL");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.StartsWith("CONFIG_WIFI = n\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("NET [=n]", result.Out, StringComparison.Ordinal);
        Assert.Contains("CONFIG_SMALL = y\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_configuration_the_defaults_are_explained()
    {
        using var tree = new SampleTree();
        var result = tree.Kconf("explain", "LEVEL");
        Assert.StartsWith("CONFIG_LEVEL = 3\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("note: there is no '.config'", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, tree.Kconf("explain", "LEVEL", "--config", "nowhere").Status);
    }

    [Theory]
    [InlineData("WIFY", "bsp: error: no Kconfig file defines or mentions 'WIFY'; did you mean WIFI?\n")]
    [InlineData("", "bsp: error: no Kconfig file defines or mentions ''\n")]
    [InlineData("y", "bsp: error: no Kconfig file defines or mentions 'y'\n")]
    public void An_unknown_symbol_is_a_fault(string name, string message)
    {
        using var tree = new SampleTree();
        Assert.Equal((2, message), (tree.Kconf("explain", name).Status, tree.Kconf("explain", name).Error));
    }

    [Fact]
    public void A_name_in_another_case_is_pointed_out()
    {
        using var tree = new SampleTree();
        var result = tree.Kconf("explain", "wifi");
        Assert.Equal(2, result.Status);
        Assert.Contains("'wifi'; did you mean WIFI?", result.Error, StringComparison.Ordinal);
    }
}
