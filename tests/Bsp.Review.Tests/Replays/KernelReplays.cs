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
        Replay.Of(world => world.Bootable("friendlyarm-nanopi-r2s", board => board with { Watchdog = new("MTK_WATCHDOG", TimeoutSeconds: 30) }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Update)
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-lost CONFIG_MTK_WATCHDOG: y → n", "No such symbol; did you mean")
            .Shows("friendlyarm-nanopi-r2s on reference", "kernel-done CONFIG_SOFT_WATCHDOG: y → n", "no longer asked for");
    }

    [Fact]
    public void A_request_of_one_board_for_a_kernel_that_boards_share_reaches_the_others() =>
        Replay.Of(world => world.Board("styx-dcp-sc-28p", board => board with { Kernel = board.Kernel + KernelFragment.M("BRCMFMAC_SDIO") }))
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
                    Features = [.. distribution.Features.Select(feature => feature.Name != "immutable" ? feature : feature with
                    {
                        Kernel = new() { Requests = [.. feature.Kernel.Requests.Where(request => request.Symbol.Value is not ("DM_VERITY" or "DM_INIT"))] },
                    })],
                },
                "boards/families/reference/Features.cs"))
            .HasImpact(FieldImpact.Trust)
            .Shows(
                "pc-x86_64 on reference", "kernel-done CONFIG_DM_VERITY: y → n",
                "weaker: it no longer holds that blocks of the root filesystem are verified when they are read");
    }
}
