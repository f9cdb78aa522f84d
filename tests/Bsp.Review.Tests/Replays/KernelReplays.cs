using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Changes of what boards ask of kernels.</summary>
public sealed class KernelReplays
{
    [Fact]
    public void A_driver_that_the_kernel_does_not_know_is_asked_for_and_lost()
    {
        Kernels.Need();
        Replay.Of(world => world.Bootable(
                "friendlyarm-nanopi-r2s", board => board with { Watchdog = new("MTK_WATCHDOG", TimeoutSeconds: 30) }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Update)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-lost CONFIG_MTK_WATCHDOG: y → n", "No such symbol; did you mean")
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_SOFT_WATCHDOG: y → n", "no longer asked for");
    }

    [Fact]
    public void A_request_of_one_board_for_a_kernel_that_boards_share_reaches_the_others() =>
        Replay.Of(world => world.Board(
                "styx-dcp-sc-28p", board => board with { Kernel = board.Kernel + KernelFragment.M("BRCMFMAC_SDIO") }))
            .HasImpact(FieldImpact.Update)
            .Shows(
                "raspberrypi-rpi64 on infix", "kernel-overruled CONFIG_BRCMFMAC_SDIO: y → m",
                "board raspberrypi-rpi64 asks for y, but board styx-dcp-sc-28p for m")
            .LeavesAlone("starfive-visionfive2 on infix");

    [Fact]
    public void Without_verity_a_board_starts_what_nobody_has_signed()
    {
        Kernels.Need();
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Features =
                    [
                        .. distribution.Features.Select(feature => feature.Name != "immutable" ? feature : feature with
                        {
                            Kernel = new() { Requests = [.. feature.Kernel.Requests.Where(request => !IsOfVerity(request))] },
                        }),
                    ],
                },
                "boards/families/reference/Features.cs"))
            .HasImpact(FieldImpact.Trust)
            .Shows(
                "pc-x86_64 on reference", "kernel-done CONFIG_DM_VERITY: y → n",
                "weaker: it no longer holds that blocks of the root filesystem are verified when they are read");
    }

    // Its SD card has no supply until a module is loaded from that card: it does not boot.
    [Fact]
    public void A_module_where_another_board_needs_it_built_in_is_an_error_there_and_nowhere_else() =>
        Replay.Of(world => world.Board(
                "styx-dcp-sc-28p", board => board with { Kernel = board.Kernel + KernelFragment.M("REGULATOR_GPIO") }))
            .Says(
                "10 of 14 boards change: styx-dcp-sc-28p by its own record; alder-alder, bananapi-bpi-r3, freescale-imx8mp-evk and 6 more "
                + "through the kernel shared with styx-dcp-sc-28p (REGULATOR_GPIO y → m). 4 do not.")
            .HasImpact(FieldImpact.Update)
            .Shows(
                "bananapi-bpi-r3 on infix", "kernel-overruled CONFIG_REGULATOR_GPIO: y → m",
                "architecture aarch64 asks for y, but board styx-dcp-sc-28p for m, and the kernel that they share has what comes last",
                    Attention.Error)
            .Counts("bananapi-bpi-r3 on infix", "kernel-request", 0)
            .Shows("friendlyarm-nanopi-r2s on infix", "kernel-overruled CONFIG_REGULATOR_GPIO: y → m", "", Attention.Error)
            .Shows(
                "raspberrypi-rpi64 on infix", "kernel-overruled CONFIG_REGULATOR_GPIO: y → m",
                "architecture aarch64 asks for y, but board styx-dcp-sc-28p for m", Attention.Error)
            .Counts("styx-dcp-sc-28p on infix", "kernel-overruled", 0)
            .Shows("styx-dcp-sc-28p on infix", "kernel-request CONFIG_REGULATOR_GPIO: y → m", "", Attention.Note)
            .OnFirstScreen("architecture aarch64 asks for y, but board styx-dcp-sc-28p for m");

    [Fact]
    public void A_module_that_another_board_has_built_in_is_no_error() =>
        Replay.Of(world => world.Board("alder-alder", board => board with { Kernel = board.Kernel + KernelFragment.M("BRCMFMAC_SDIO") }))
            .Says("1 of 14 boards changes: alder-alder by its own record. 13 do not.")
            .Shows(
                "alder-alder on infix", "kernel-overruled CONFIG_BRCMFMAC_SDIO: m → y",
                "board alder-alder asks for m, but board raspberrypi-rpi64 for y", Attention.Note)
            .LeavesAlone("raspberrypi-rpi64 on infix");

    [Fact]
    public void A_driver_brings_what_it_selects()
    {
        Kernels.Need();
        Replay.Of(world => world.Bootable(
                "friendlyarm-nanopi-r2s",
                board => board with { Prerequisites = board.Prerequisites + KernelFragment.Y("WIREGUARD") }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Update)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_WIREGUARD: n → y", "", Attention.Note)
            // drivers/net/Kconfig: config WIREGUARD ... select NET_UDP_TUNNEL, select DST_CACHE, select CRYPTO_LIB_CURVE25519
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-consequence CONFIG_NET_UDP_TUNNEL: n → y", "through WIREGUARD n → y",
                Attention.Note)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-consequence CONFIG_CRYPTO_LIB_CURVE25519: n → y",
                "through WIREGUARD n → y", Attention.Note)
            .LeavesAlone("friendlyarm-nanopi-r2s on infix");
    }

    [Fact]
    public void A_request_whose_ground_goes_is_lost_though_nobody_touched_it()
    {
        Kernels.Need();
        Replay.Of(world => world.Bootable(
                "friendlyarm-nanopi-r2s",
                board => board with { Soc = board.Soc with { Prerequisites = board.Soc.Prerequisites.Without("MMC_DW_PLTFM", "MMC_DW") } }))
            .HasImpactOn("friendlyarm-nanopi-r2s on reference", FieldImpact.Update)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-lost CONFIG_MMC_DW_ROCKCHIP: y → n",
                "Unmet: MMC_DW (=n); it holds with CONFIG_MMC_DW=y", Attention.Error)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_MMC_DW: y → n", "no longer asked for")
            .OnFirstScreen("CONFIG_MMC_DW_ROCKCHIP: y → n");
    }

    [Fact]
    public void What_was_lost_before_is_told_and_is_no_change()
    {
        Kernels.Need();
        var lost = KernelFragment.Y("MTK_WATCHDOG");
        Replay.Since(
                world => world.Bootable("friendlyarm-nanopi-r2s", board => board with { Prerequisites = board.Prerequisites + lost }),
                world => world.Bootable(
                    "friendlyarm-nanopi-r2s",
                    board => board with { Prerequisites = board.Prerequisites + KernelFragment.Y("VXLAN") }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-lost-before CONFIG_MTK_WATCHDOG: y → n", "", Attention.Note)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_VXLAN: n → y")
            .Counts("friendlyarm-nanopi-r2s on reference", "kernel-lost", 0);
    }

    // init/Kconfig, drivers/video/console/Kconfig: what is hidden without EXPERT has its default there.
    [Fact]
    public void Without_EXPERT_what_was_turned_off_is_on_again()
    {
        Kernels.Need();
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Features = [.. distribution.Features.Select(feature => feature with { Kernel = feature.Kernel.Without("EXPERT") })],
                },
                "boards/families/reference/Features.cs"))
            .Says(
                "4 of 14 boards change: friendlyarm-nanopi-r2s, pc-x86_64, qemu-aarch64, qemu-x86_64 "
                + "through boards/families/reference/Features.cs. 10 do not.")
            .HasImpact(FieldImpact.Update)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_EXPERT: y → n", "no longer asked for")
            // config VT: bool "Virtual terminal" if EXPERT, default y
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-consequence CONFIG_VT: n → y", "through EXPERT y → n");
    }

    // A screen's console hangs on what somebody else asks for: it goes off, and users find out.
    [Fact]
    public void A_console_that_goes_off_is_an_error_with_the_chain_that_leads_there()
    {
        Kernels.Need();
        Replay.Of(world => world.OneKernel(
                kernel => kernel.Without("VT", "FRAMEBUFFER_CONSOLE", "VT_CONSOLE") + KernelFragment.N("VT"),
                "boards/families/reference/Reference.cs"))
            .HasImpact(FieldImpact.Update)
            .Shows("pc-x86_64 on reference", "kernel-done CONFIG_VT: y → n")
            .Shows(
                "pc-x86_64 on reference", "kernel-consequence CONFIG_DUMMY_CONSOLE: y → n", "a console goes off through VT y → n",
                Attention.Error)
            .OnFirstScreen("CONFIG_DUMMY_CONSOLE: y → n");
    }

    // init/Kconfig: config NAMESPACES, bool "Namespaces support" if EXPERT, default !EXPERT. One board asks for EXPERT to see a prompt.
    [Fact]
    public void EXPERT_for_one_board_takes_the_namespaces_of_all()
    {
        Kernels.Need();
        Replay.Of(
                world => world.Board("styx-dcp-sc-28p", board => board with { Kernel = board.Kernel + KernelFragment.Y("EXPERT") }),
                Kernels.Always("linux-6.12"))
            .HasImpact(FieldImpact.Update)
            .Shows("raspberrypi-rpi64 on infix", "kernel-done CONFIG_EXPERT: n → y")
            .Shows("raspberrypi-rpi64 on infix", "kernel-lost CONFIG_USER_NS: y → n", "NAMESPACES", Attention.Error)
            .Shows("raspberrypi-rpi64 on infix", "kernel-consequence CONFIG_NAMESPACES: y → n", "through EXPERT n → y", Attention.Warning)
            .OnFirstScreen("CONFIG_USER_NS: y → n")
            .OnFirstScreen("CONFIG_NAMESPACES: y → n")
            .LeavesAlone("starfive-visionfive2 on infix");
    }

    [Fact]
    public void Drivers_of_a_shared_kernel_reach_the_boards_that_do_not_have_the_hardware()
    {
        Kernels.Need();
        Replay.Of(world => world.OneKernel(
                kernel => kernel + KernelFragment.Y("ATLANTIC", "NET_VENDOR_AQUANTIA"), "boards/families/Pc.cs"))
            .Says("2 of 14 boards change: pc-x86_64, qemu-x86_64 through boards/families/Pc.cs. 12 do not.")
            .HasImpact(FieldImpact.Update)
            .Shows("qemu-x86_64 on reference", "kernel-done CONFIG_NET_VENDOR_AQUANTIA: n → y")
            .LeavesAlone("friendlyarm-nanopi-r2s on reference");
    }

    [Fact]
    public void A_protection_that_is_asked_for_makes_a_kernel_stronger()
    {
        Kernels.Need();
        Replay.Of(world => world.Bootable(
                "friendlyarm-nanopi-r2s", board => board with { Kernel = board.Kernel + KernelFragment.Y("RANDOMIZE_BASE") }))
            .HasImpact(FieldImpact.Update)
            .Shows(
                "friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_RANDOMIZE_BASE: n → y",
                "stronger: addresses in the kernel cannot be guessed", Attention.Note);
    }

    [Fact]
    public void A_protection_that_goes_makes_a_kernel_weaker()
    {
        Kernels.Need();
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Features = [.. distribution.Features.Select(feature =>
                        feature with { Kernel = feature.Kernel.Without("STACKPROTECTOR", "STACKPROTECTOR_STRONG") })],
                }))
            .HasImpact(FieldImpact.Update)
            .Shows(
                "friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_STACKPROTECTOR: y → n",
                "weaker: it no longer holds that overflows of the stack and of buffers are found", Attention.Error)
            .OnFirstScreen("CONFIG_STACKPROTECTOR: y → n");
    }

    [Fact]
    public void A_newer_kernel_of_Infix_reaches_every_board_that_has_it() =>
        Replay.Of(world => world.Infix(infix => infix with { KernelVersion = "6.18.50" }))
            .HasImpact(FieldImpact.Update)
            .ShowsOnly("alder-alder on infix", "kernel-version kernel: linux-6.18.43 → linux-6.18.50")
            .LeavesAlone("qemu-aarch64 on reference");

    [Fact]
    public void An_older_kernel_of_Infix_is_an_error() =>
        Replay.Of(world => world.Infix(infix => infix with { KernelVersion = "6.18.9" }))
            .Shows("alder-alder on infix", "kernel-version kernel: linux-6.18.43 → linux-6.18.9",
                "an older version: mended faults come back", Attention.Error);

    [Fact]
    public void A_board_that_leaves_a_kernel_takes_its_requests_along() =>
        Replay.Of(world => world.Without("raspberrypi-rpi64"))
            .Shows("raspberrypi-rpi64 on infix", "board-removed raspberrypi-rpi64")
            .Shows("alder-alder on infix", "kernel-request CONFIG_BRCMFMAC_SDIO: gone: y", "no longer asked for")
            .LeavesAlone("starfive-visionfive2 on infix");

    private static bool IsOfVerity(KconfigRequest request) => request.Symbol.Value is "DM_VERITY" or "DM_INIT";
}
