using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Firmware.Kernel;

namespace Bsp.Firmware.Tests.Kernel;

/// <summary>What the version of a kernel's package decides.</summary>
public sealed class KernelSourceStepTests
{
    [Theory]
    [InlineData("6.1.176-1", "Linux 6.1")]
    [InlineData("6.12.95-1~bpo12+1", "Linux 6.9")]
    [InlineData("7.2.13-1", "Linux newest")]
    public void The_version_decides_the_dialect_of_Kconfig(string version, string dialect) =>
        Assert.Equal(dialect, KernelBuild.DialectOf(Source(version)).Name);

    [Fact]
    public void A_package_without_a_version_of_Linux_stops_the_build() => Assert.StartsWith(
        "the kernel's source linux-test: '1' is not a version of Linux",
        Assert.Throws<BuildFailedException>(() => KernelBuild.DialectOf(Source("1"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("6.1.176-1", true)]
    [InlineData("6.12.95-1", false)]
    [InlineData("7.2.13-1", true)]
    public void The_dialect_is_an_input_of_all_but_the_kernels_that_were_built_before_it_was(string version, bool isInput)
    {
        var inputs = new InputHasher(new ToolIdentities());
        KernelBuild.DescribeDialect(inputs, Source(version));
        Assert.Equal(isInput, inputs.Listing.Contains("dialect", StringComparison.Ordinal));
    }

    private static KernelSourceStep Source(string version) => new(new FetchStep(new LockedSource
    {
        Name = "linux-test",
        Packages = [new() { Package = "linux-source-test", Kind = PackageKind.Deb, Version = version, Architecture = "all", Files = [] }],
    }));
}
