using Bsp.Build;
using Bsp.Build.Sources;
using Bsp.Firmware.Sources;
using Bsp.Firmware.Tests.Support;
using Bsp.Model;

namespace Bsp.Firmware.Tests.Sources;

/// <summary>What the records ask to be pinned.</summary>
public sealed class PinnedSourcesTests
{
    private static readonly DebianDistribution Distribution = (DebianDistribution)SampleBoards.Make("one").Distribution;

    [Fact]
    public void A_program_of_a_feature_is_pinned_with_its_package_for_the_boards_that_have_it()
    {
        var distribution = Distribution with
        {
            Features = [new() { Name = "time", Packages = ["chrony"], Files = ["/usr/sbin/chronyd"] }],
            GrubTools = new() { Name = "grub-tools", Packages = ["grub-common"] },
            UBootTools = new() { Name = "u-boot-tools", Packages = ["libubootenv-tool"] },
        };

        var userland = Assert.Single(Of(distribution).Closures);

        Assert.Equal("userland-amd64", userland.Source);
        Assert.Equal(["chrony", "grub-common"], userland.Packages);
    }

    [Fact]
    public void A_second_distribution_brings_its_kernel_and_shares_the_rest()
    {
        var second = Distribution with { Id = "second", Kernel = DebianSource.Binary("linux-6.1", "bookworm", "linux-source-6.1") };

        var pinned = Of(Distribution, second);

        Assert.Single(pinned.Closures);
        Assert.Equal(
            Of(Distribution).Binaries.Select(pin => pin.Source).Append("linux-6.1").Order(StringComparer.Ordinal),
            pinned.Binaries.Select(pin => pin.Source).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_sources_of_one_name_are_refused_with_both()
    {
        var second = Distribution with
        {
            Id = "second",
            Kernel = DebianSource.Binary(Distribution.Kernel.Name, "trixie", "linux-source-6.12"),
        };

        Assert.Equal(
            "the source 'linux' is linux-source of sid in one record and linux-source-6.12 of trixie in another; "
            + "give one of them another name",
            Assert.Throws<BuildFailedException>(() => Of(Distribution, second)).Message);
    }

    [Fact]
    public void Two_userlands_of_one_name_are_refused_with_both_distributions()
    {
        var second = Distribution with { Id = "second", Userland = new("userland", "trixie") };

        Assert.Contains(
            "'userland' is not the same on 'sample' and 'second'",
            Assert.Throws<BuildFailedException>(() => Of(Distribution, second)).Message, StringComparison.Ordinal);
    }

    private static SourcePins Of(params DebianDistribution[] distributions) =>
        PinnedSources.Of(distributions.Select(distribution => SampleBoards.Make("one") with { Distribution = distribution }));
}
