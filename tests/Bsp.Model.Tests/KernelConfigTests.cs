using Xunit;
using static Bsp.Model.KernelFragment;

namespace Bsp.Model.Tests;

public sealed class KernelConfigTests
{
    [Fact]
    public void Layers_add_up_in_the_order_in_which_symbols_were_first_requested()
    {
        var config = Merge(Y("A", "B"), Y("C", "A"));

        Assert.Equal(["A", "B", "C"], config.Requests.Select(merged => merged.Request.Symbol));
        Assert.Equal(["lower", "lower", "upper"], config.Requests.Select(merged => merged.Layer));
        Assert.Empty(config.Conflicts);
    }

    [Fact]
    public void Different_values_in_two_layers_conflict_and_the_more_specific_one_is_kept()
    {
        var config = Merge(Y("A"), N("A"));
        var conflict = Assert.Single(config.Conflicts);

        Assert.Equal(("lower", "upper"), (conflict.Lower.Layer, conflict.Upper.Layer));
        Assert.Equal("# CONFIG_A is not set", Assert.Single(config.Requests).Request.ToString());
    }

    [Fact]
    public void An_overriding_request_is_no_conflict()
    {
        var config = Merge(Int("A", 8), Int("A", 4).Overriding());

        Assert.Empty(config.Conflicts);
        Assert.Equal("CONFIG_A=4", Assert.Single(config.Requests).Request.ToString());
    }

    [Fact]
    public void A_symbol_is_optional_only_when_every_layer_says_so()
    {
        Assert.False(Assert.Single(Merge(Y("A").Optionally(), Y("A")).Requests).Request.Optional);
        Assert.False(Assert.Single(Merge(Y("A"), Y("A").Optionally()).Requests).Request.Optional);
        Assert.True(Assert.Single(Merge(Y("A").Optionally(), Y("A").Optionally()).Requests).Request.Optional);
    }

    [Fact]
    public void One_layer_requests_a_symbol_once() =>
        Assert.Equal(
            "'CONFIG_A=y' and '# CONFIG_A is not set' are in one layer; keep one of them",
            Assert.Throws<ModelException>(() => Y("A") + N("A")).Message);

    [Theory]
    [InlineData("CONFIG_MMC", "'CONFIG_MMC' includes the prefix; write 'MMC'")]
    [InlineData("BR2_LINUX", "'BR2_LINUX' is a Buildroot symbol; kernels and bootloaders have none of these")]
    [InlineData("A B", "a Kconfig symbol 'A B' has the character ' '; allowed are letters, digits and _")]
    [InlineData("", "a Kconfig symbol is empty")]
    public void A_name_that_is_not_a_symbol_is_refused(string symbol, string message) =>
        Assert.Equal(message, Assert.Throws<ModelException>(() => Y(symbol)).Message);

    [Fact]
    public void Values_are_written_as_kconfig_writes_them()
    {
        Assert.Equal("CONFIG_A=m", Only(M("A")));
        Assert.Equal("CONFIG_A=-5", Only(Int("A", -5)));
        Assert.Equal("CONFIG_A=0x1f", Only(Hex("A", 31)));
        Assert.Equal("CONFIG_A=\"a\\\\b\\\"c\"", Only(KernelFragment.String("A", "a\\b\"c")));
        Assert.Equal("CONFIG_A=\"\"", Only(KernelFragment.String("A", "")));
    }

    private static string Only(KernelFragment fragment) => Assert.Single(fragment.Requests).ToString();

    private static KernelConfig Merge(KernelFragment lower, KernelFragment upper) =>
        KernelConfig.Merge([new("lower", lower), new("upper", upper)]);
}
