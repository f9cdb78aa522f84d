using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Changes of what runs on devices, and of how the kernel is started.</summary>
public sealed class UserlandReplays
{
    private const string NanoPi = "friendlyarm-nanopi-r2s on reference";

    [Fact]
    public void A_kernel_argument_is_told_once() =>
        Replay.Of(world => world.Debian(
                "reference", distribution => distribution with { KernelArguments = ["panic=5", "loglevel=4", "quiet"] }))
            .HasImpact(FieldImpact.Update)
            .ShowsOnly(NanoPi, "kernel-setting kernel.arguments: new: quiet")
            .ShowsOnly("qemu-x86_64 on reference", "kernel-setting kernel.arguments: new: quiet");

    [Fact]
    public void A_kernel_argument_with_another_value_is_told_once() =>
        Replay.Of(world => world.Debian("reference", distribution => distribution with { KernelArguments = ["panic=5", "loglevel=7"] }))
            .HasImpact(FieldImpact.Update)
            .ShowsOnly(NanoPi, "kernel-setting kernel.arguments: loglevel=4 → loglevel=7")
            .ShowsOnly("pc-x86_64 on reference", "kernel-setting kernel.arguments: loglevel=4 → loglevel=7");

    [Fact]
    public void Another_console_is_not_that_of_the_bootloader() =>
        Replay.Of(world => world.Bootable(
                "friendlyarm-nanopi-r2s", board => board with { Console = new("ttyS1", 1_500_000) { Node = "serial1" } }))
            .HasImpactOn(NanoPi, FieldImpact.Update)
            .Shows(NanoPi, "kernel-setting console.device: ttyS2 → ttyS1", "the bootloader of devices in the field keeps its own console",
                Attention.Warning)
            .Counts(NanoPi, "userland-file", 0);

    [Fact]
    public void A_watchdog_that_waits_longer_is_a_setting() =>
        Replay.Of(world => world.Bootable("qemu-aarch64", board => board with { Watchdog = board.Watchdog with { TimeoutSeconds = 60 } }))
            .HasImpact(FieldImpact.Update)
            .Shows("qemu-aarch64 on reference", "userland-setting watchdog.timeoutSeconds: 15 → 60")
            .Shows("qemu-aarch64 on longterm", "userland-setting watchdog.timeoutSeconds: 15 → 60");

    [Fact]
    public void A_feature_that_goes_takes_its_packages_along() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Features = [.. distribution.Features.Where(feature => feature.Name != "containers")],
                }))
            .HasImpact(FieldImpact.Update)
            .Shows(NanoPi, "userland-setting distribution.features: gone: containers")
            .Shows(NanoPi, "userland-setting distribution.userland.features.containers.packages: gone: crun, umoci");

    [Fact]
    public void A_package_that_a_board_selects_is_on_its_devices() =>
        Replay.Of(world => world.Board("bananapi-bpi-r3", board => board with
            {
                Infix = board.Infix! with { Packages = [.. board.Infix.Packages.Where(p => p.ToString() != "FEATURE_WIFI"), "TZDATA"] },
            }))
            .Says("1 of 14 boards changes: bananapi-bpi-r3 by its own record. 13 do not.")
            .HasImpact(FieldImpact.Update)
            .ShowsOnly(
                "bananapi-bpi-r3 on infix", "userland-setting package FEATURE_WIFI: gone: selected",
                    "userland-setting package TZDATA: new: selected");

    // A folder that is named by a word that is no compatible of the board has no effect, and nobody sees it for a year.
    [Fact]
    public void A_products_folder_of_another_name_is_not_found_by_its_devices() =>
        Replay.Of(world => world.Board("friendlyarm-nanopi-r2s", board => board with
            {
                Infix = board.Infix! with { Products = [board.Infix.Products[0] with { Compatible = "friendlyelec,nanopi-r2s" }] },
            }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Update)
            .Shows(
                "friendlyarm-nanopi-r2s on infix",
                    "userland-file /usr/share/product/friendlyarm,nanopi-r2s/etc/factory-config.cfg: gone: a file of 380 lines",
                "devices that are 'friendlyarm,nanopi-r2s' do not find it any more", Attention.Warning)
            .OnFirstScreen("devices that are 'friendlyarm,nanopi-r2s' do not find it any more");

    [Fact]
    public void A_port_of_another_name_is_shown_with_its_rule() =>
        Replay.Of(world => world.Board("bananapi-bpi-r3", board => board with
            {
                Infix = board.Infix! with
                {
                    Products =
                    [
                        board.Infix.Products[0] with { Ports = [new("sfp2", "/devices/platform/soc/15100000.ethernet/net/eth1")] },
                        .. board.Infix.Products.Skip(1),
                    ],
                },
            }))
            .HasImpact(FieldImpact.Update)
            .Shows(
                "bananapi-bpi-r3 on infix",
                "userland-file /usr/share/product/bananapi,bpi-r3/etc/udev/rules.d/90-persistent-net.rules: "
                + "SUBSYSTEM==\"net\", ACTION==\"add\", DEVPATH==\"/devices/platform/soc/15100000.ethernet/net/eth1\", NAME=\"sfp1\" → "
                + "SUBSYSTEM==\"net\", ACTION==\"add\", DEVPATH==\"/devices/platform/soc/15100000.ethernet/net/eth1\", NAME=\"sfp2\"");

    [Fact]
    public void A_password_is_never_shown()
    {
        var replay = Replay.Of(world => world.Infix(infix =>
            infix with { FactoryPasswordHash = "$5$abcdefgh$0123456789012345678901234567890123456789012" }));
        replay.HasImpact(FieldImpact.Update);
        Assert.DoesNotContain("$5$", replay.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_patch_of_the_kernel_is_seen() =>
        Replay.Of(world => world.Board("styx-dcp-sc-28p", board => board with
            {
                Infix = board.Infix! with { KernelPatches = [new("0042-leds.patch", "lights of the cages") { Source = "leds.patch" }] },
            }))
            .Says("1 of 14 boards changes: styx-dcp-sc-28p by its own record. 13 do not.")
            .HasImpact(FieldImpact.Update)
            .ShowsOnly("styx-dcp-sc-28p on infix", "kernel-setting patch 0042-leds.patch: new: lights of the cages");

    // Of a robot's changes of kernels most lines are these.
    [Fact]
    public void A_patch_in_the_folder_of_another_kernel_is_the_same() =>
        Replay.Since(
                world => world.Board("styx-dcp-sc-28p", board => board with
                {
                    Infix = board.Infix! with { KernelPatches = [new("0042-leds.patch", "lights of the cages") { Source = "leds.patch" }] },
                }),
                world => world.Infix(infix => infix with { KernelVersion = "6.18.50" }))
            .ShowsOnly("styx-dcp-sc-28p on infix", "kernel-version kernel: linux-6.18.43 → linux-6.18.50");
}
