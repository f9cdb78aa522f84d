using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Boards that come, go and are renamed, and changes that reach all or none.</summary>
public sealed class BoardReplays
{
    private const string NanoPi = "friendlyarm-nanopi-r2s";

    [Fact]
    public void Nothing_changes_where_a_layer_is_only_written_otherwise() =>
        Replay.Of(world => world.Layer("boards/families/Rk3328.cs", board => board))
            .Says("No board changes: 14 boards compared.")
            .HasImpact(FieldImpact.None, "Field impact: none.");

    [Fact]
    public void A_change_of_what_all_boards_have_is_told_once_with_all_their_names() =>
        Replay.Of(world => world.Infix(infix => infix with { KernelVersion = "6.18.50" })
                .Debian("reference", distribution => distribution with { KernelArguments = ["panic=5", "loglevel=4", "quiet"] }))
            .Says(
                "14 of 14 boards change: alder-alder, bananapi-bpi-r3, freescale-imx8mp-evk and 11 more "
                + "through boards/families/infix/Infix.cs, boards/families/reference/Reference.cs.")
            .HasImpact(FieldImpact.Update)
            .ShowsOnly("pc-x86_64 on reference", "kernel-setting kernel.arguments: new: quiet")
            .ShowsOnly("starfive-visionfive2 on infix", "kernel-version kernel: linux-6.18.43 → linux-6.18.50");

    // On that of NXP's board nobody has stated the node of its console.
    [Fact]
    public void Another_speed_of_all_consoles_reaches_those_that_state_theirs() =>
        Replay.Of(world => world.Layer(
                "boards/families/Architectures.cs", board => board with { Console = board.Console with { Baud = 57_600 } }))
            .Says(
                "13 of 14 boards change: alder-alder, bananapi-bpi-r3, friendlyarm-nanopi-r2s and 10 more "
                + "through boards/families/Architectures.cs. 1 does not.")
            // On a Raspberry Pi the firmware has it in the boot partition.
            .HasImpact(FieldImpact.Bootloader)
            .HasImpactOn("pc-x86_64 on reference", FieldImpact.Update)
            .ShowsOnly("pc-x86_64 on reference", "kernel-setting console.baud: 115200 → 57600")
            .LeavesAlone("freescale-imx8mp-evk on infix");

    [Fact]
    public void A_board_that_is_gone_gets_no_further_update() =>
        Replay.Of(world => world.Without("qemu-x86_64"))
            .Says("1 of 14 boards changes: qemu-x86_64 by its own record. 13 do not.")
            .HasImpact(FieldImpact.None)
            .Shows("qemu-x86_64 on reference", "board-removed qemu-x86_64", "devices in the field get no further update",
                Attention.Warning);

    [Fact]
    public void A_board_that_is_new_changes_no_other() =>
        Replay.Since(
                world => world.Without("pc-x86_64"),
                world => new World(World.Base).Layer("boards/pc-x86_64/PcX8664.cs", board => board))
            .Says("1 of 14 boards changes: pc-x86_64 by its own record. 13 do not.")
            .HasImpact(FieldImpact.None)
            .Shows("pc-x86_64 on reference", "board-added pc-x86_64")
            .LeavesAlone("qemu-x86_64 on reference");

    [Fact]
    public void A_board_that_is_new_in_a_kernel_that_boards_share_brings_its_drivers_to_the_others()
    {
        Replay.Since(
                world => world.Without("raspberrypi-rpi64"),
                world => new World(World.Base).Layer("boards/raspberrypi-rpi64/RaspberryPi64.cs", board => board))
            .HasImpact(FieldImpact.Update)
            .Shows("raspberrypi-rpi64 on infix", "board-added raspberrypi-rpi64")
            .Shows("styx-dcp-sc-28p on infix", "kernel-request CONFIG_BRCMFMAC_SDIO: new: y")
            .LeavesAlone("starfive-visionfive2 on infix")
            .LeavesAlone("friendlyarm-nanopi-r2s on reference");
    }

    // Its devices know it by the compatible, which has the id in it.
    [Fact]
    public void A_renamed_board_is_the_same_one_and_its_devices_refuse_its_bundles() =>
        Replay.Of(world => world.Renamed(NanoPi, "friendlyelec-nanopi-r2s"))
            .Says("1 of 14 boards changes: friendlyelec-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Trust)
            .OnFirstScreen("update.compatible: reference-friendlyarm-nanopi-r2s → reference-friendlyelec-nanopi-r2s")
            .Shows("friendlyelec-nanopi-r2s on reference",
                "board-renamed friendlyelec-nanopi-r2s: friendlyarm-nanopi-r2s → friendlyelec-nanopi-r2s")
            .Shows(
                "friendlyelec-nanopi-r2s on reference",
                "update-trust update.compatible: reference-friendlyarm-nanopi-r2s → reference-friendlyelec-nanopi-r2s",
                "devices in the field refuse bundles with another compatible", Attention.Error)
            .Counts("friendlyelec-nanopi-r2s on reference", "update-setting", 0)
            .Shows("friendlyelec-nanopi-r2s on infix",
                "board-renamed friendlyelec-nanopi-r2s: friendlyarm-nanopi-r2s → friendlyelec-nanopi-r2s");

    [Fact]
    public void What_only_people_and_builds_read_reaches_no_device() =>
        Replay.Of(world => world.Board(
                "raspberrypi-rpi64", board => board with { Infix = board.Infix! with { Help = "Small computers." } }))
            .Says("1 of 14 boards changes: raspberrypi-rpi64 by its own record. 13 do not.")
            .HasImpact(FieldImpact.None);

    [Fact]
    public void How_an_emulator_plays_a_board_reaches_no_device() =>
        Replay.Of(world => world.Bootable("qemu-aarch64", board => board with { Emulator = board.Emulator! with { Cpu = "max" } }))
            .Says("1 of 14 boards changes: qemu-aarch64 by its own record. 13 do not.")
            .HasImpact(FieldImpact.None, "Field impact: none.")
            .ShowsOnly("qemu-aarch64 on reference", "build-setting emulator.cpu: cortex-a72 → max");

    [Fact]
    public void A_board_that_is_in_no_build_of_its_architecture_is_seen() =>
        Replay.Of(world => world.Board("bananapi-bpi-r3", board => board with { Infix = board.Infix! with { IsEnabled = false } }))
            .Says("1 of 14 boards changes: bananapi-bpi-r3 by its own record. 13 do not.")
            .HasImpact(FieldImpact.Update)
            .OnFirstScreen("the board is not in the build of its architecture any more")
            .LeavesAlone("raspberrypi-rpi64 on infix");
}
