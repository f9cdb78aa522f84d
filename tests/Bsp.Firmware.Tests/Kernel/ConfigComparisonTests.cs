using Bsp.Firmware.Kernel;

namespace Bsp.Firmware.Tests.Kernel;

public sealed class ConfigComparisonTests
{
    [Theory]
    [InlineData("CONFIG_A=y", "CONFIG_A=y")]
    [InlineData("# CONFIG_A is not set", "# CONFIG_A is not set")]
    [InlineData("# CONFIG_A is not set", "")]
    [InlineData("CONFIG_A=n", "")]
    [InlineData("CONFIG_A=0x10", "CONFIG_A=0x0010")]
    [InlineData("CONFIG_A=\"x\"", "CONFIG_A=\"x\"")]
    [InlineData("# a comment", "")]
    [InlineData("", "CONFIG_A=y")]
    public void A_request_that_is_met_is_not_listed(string requested, string final) => Assert.Empty(Unmet(requested, final));

    [Theory]
    [InlineData("CONFIG_A=y", "", "requested y, got n")]
    [InlineData("CONFIG_A=y", "CONFIG_A=m", "requested y, got m")]
    [InlineData("# CONFIG_A is not set", "CONFIG_A=y", "requested n, got y")]
    [InlineData("CONFIG_A=8", "CONFIG_A=64", "requested 8, got 64")]
    [InlineData("CONFIG_A=\"x\"", "CONFIG_A=\"X\"", "requested \"x\", got \"X\"")]
    public void A_request_that_is_not_met_is_listed_in_the_kernels_words(string requested, string final, string values) =>
        Assert.Equal("Value requested for CONFIG_A not in final .config: " + values, Assert.Single(Unmet(requested, final)).ToString());

    [Fact]
    public void All_unmet_requests_are_listed_in_their_order() =>
        Assert.Equal(["B", "A"], Unmet("CONFIG_B=y\nCONFIG_C=y\nCONFIG_A=y", "CONFIG_C=y").Select(request => request.Symbol));

    private static IReadOnlyList<LostRequest> Unmet(string requested, string final) => ConfigComparison.Unmet(DotConfig.Parse(requested), DotConfig.Parse(final));
}
