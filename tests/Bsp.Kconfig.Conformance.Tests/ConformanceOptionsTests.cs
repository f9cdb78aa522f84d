using Bsp.Build;
using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Tests;

public sealed class ConformanceOptionsTests
{
    [Fact]
    public void A_command_line_is_read()
    {
        var options = ConformanceOptions.Parse(
            ["--tree", "linux-6.12", "--arch", "arm64", "--arch", "x86", "--sample", "20", "--seed", "7", "--operation", "olddefconfig"]);

        Assert.NotNull(options);
        Assert.Equal(["linux-6.12"], options.Trees);
        Assert.Equal(["arm64", "x86"], options.Architectures);
        Assert.Equal((20, 7), (options.Sample, options.Seed));
        Assert.Equal([KconfigOperation.OldDefconfig], options.Operations);
    }

    [Theory]
    [InlineData("--tre")]
    [InlineData("--tree")]
    [InlineData("--sample", "-1")]
    [InlineData("--operation", "guess")]
    [InlineData("--folder", "linux-6.12")]
    public void A_wrong_command_line_is_refused(params string[] arguments) =>
        Assert.Throws<BuildFailedException>(() => ConformanceOptions.Parse(arguments));

    [Fact]
    public void Help_is_given_before_anything_else_is_looked_at() => Assert.Null(ConformanceOptions.Parse(["--help", "--nonsense"]));
}
