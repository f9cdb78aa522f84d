using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Kernel;

public sealed class LinuxDefconfigTests
{
    private static readonly string Text = TestBoards.Artifact(Rockchip.Board, "linux_defconfig");

    [Fact]
    public void Every_merged_request_is_listed_once()
    {
        var lines = Text.Split('\n');

        foreach (var merged in KernelConfig.For(Rockchip.Board, TestBoards.Distribution).Requests)
            Assert.Single(lines, merged.Request.ToString());
    }

    [Fact]
    public void A_request_is_listed_under_the_layer_that_decided_it()
    {
        Assert.Contains("CONFIG_MMC_DW_ROCKCHIP=y", Section("soc rk0000"));
        Assert.Contains("CONFIG_NR_CPUS=4", Section("board acme-router_2"));
        Assert.DoesNotContain("CONFIG_NR_CPUS", Section("feature base"));
    }

    [Fact]
    public void A_reason_is_written_once_above_the_requests_that_share_it() =>
        Assert.Contains("\n\n# the front LEDs\n# optional: the build goes on without\nCONFIG_NEW_LEDS=y\nCONFIG_LEDS_GPIO=y\n", Text);

    [Fact]
    public void An_override_is_marked() =>
        Assert.Contains("# the chip has four\n# overrides a more general layer\nCONFIG_NR_CPUS=4\n", Text);

    [Fact]
    public void Strings_and_numbers_are_written_as_kconfig_does()
    {
        Assert.Contains("CONFIG_DEFAULT_HOSTNAME=\"a \\\"quoted\\\" \\\\ name\"\n", Text);
        Assert.Contains("CONFIG_PHYSICAL_START=0x1000000\n", Text);
    }

    [Fact]
    public void Boards_that_share_a_kernel_have_the_same_file() =>
        Assert.Equal(TestBoards.Artifact(QemuX8664.Board, "linux_defconfig"), TestBoards.Artifact(PcX8664.Board, "linux_defconfig"));

    [Fact]
    public void Where_everything_is_off_prerequisites_and_watchdog_are_requested_and_modules_built_in()
    {
        var requests = Requests(TestBoards.Distribution);

        Assert.Contains("CONFIG_MMC_DW=y", requests);
        Assert.Contains("CONFIG_LEDS_GPIO=y", requests);
        Assert.Contains("CONFIG_ROCKCHIP_THERMAL=y", requests);
        Assert.Contains("CONFIG_SOFT_WATCHDOG=y", requests);
        Assert.DoesNotContain(requests, request => request.EndsWith("=m", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_a_kernel_starts_from_its_defaults_only_the_hardwares_drivers_are_requested()
    {
        // A distribution of no features, so that nothing but the board asks.
        var requests = Requests(Bsp.Boards.Families.Infix.InfixOs.Infix with { Features = [], Architectures = [] });

        Assert.Contains("CONFIG_MMC_DW_ROCKCHIP=y", requests);
        Assert.Contains("CONFIG_ROCKCHIP_THERMAL=m", requests);
        Assert.DoesNotContain("CONFIG_MMC_DW=y", requests);
        Assert.DoesNotContain("CONFIG_SOFT_WATCHDOG=y", requests);
    }

    private static List<string> Requests(
        Distribution distribution) =>
            [.. KernelConfig.For(NanoPiR2S.Board, distribution).Requests.Select(merged => merged.Request.ToString())];

    private static string Section(string layer)
    {
        var start = Text.IndexOf($"#\n# {layer}\n#\n", StringComparison.Ordinal);
        Assert.True(start >= 0, "no section " + layer);
        var end = Text.IndexOf("\n#\n# ", start + 4, StringComparison.Ordinal);
        return end < 0 ? Text[start..] : Text[start..end];
    }
}
