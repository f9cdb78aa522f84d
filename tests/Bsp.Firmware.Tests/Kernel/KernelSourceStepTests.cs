using Bsp.Firmware.Kernel;
using Bsp.Firmware.Processes;
using Bsp.Firmware.Sources;
using Bsp.Firmware.Steps;

namespace Bsp.Firmware.Tests.Kernel;

/// <summary>What the version of a kernel's package decides.</summary>
public sealed class KernelSourceStepTests
{
    [Theory]
    [InlineData("6.1.176-1", "Linux 6.1", "dt-schema-2022.08.2")]
    [InlineData("6.12.95-1~bpo12+1", "Linux 6.9", "dt-schema-2025.08")]
    [InlineData("7.2.13-1", "Linux newest", "dt-schema-2025.08")]
    public void The_version_decides_the_dialect_of_Kconfig_and_the_schemas_of_bindings(string version, string dialect, string schemas)
    {
        Assert.Equal(dialect, Source(version).Dialect.Name);
        Assert.Equal(schemas, BindingsStep.SchemasSource(Source(version)));
    }

    [Fact]
    public void A_package_without_a_version_of_Linux_stops_the_build() => Assert.StartsWith(
        "the kernel's source 'linux-test': '1' is not a version of Linux",
        Assert.Throws<BuildFailedException>(() => Source("1").Dialect).Message, StringComparison.Ordinal);

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
