using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Xunit;

namespace Bsp.Review.Tests.Replays;

/// <summary>Changes of disks.</summary>
public sealed class DiskReplays
{
    [Fact]
    public void A_larger_slot_moves_what_is_after_it_and_owners_lose_their_data() =>
        Replay.Of(world => world.Bootable(
                "friendlyarm-nanopi-r2s", board => board with { Debian = board.Debian with { SlotRoot = 128.MiB() } }))
            .Says("1 of 14 boards changes: friendlyarm-nanopi-r2s by its own record. 13 do not.")
            .HasImpact(FieldImpact.Data)
            .Shows("friendlyarm-nanopi-r2s on reference", "partition partition primary: grows: 96 MiB → 128 MiB")
            .Shows(
                "friendlyarm-nanopi-r2s on reference", "partition partition cfg: moves up: 0x10000000 (256 MiB) → 0x14000000 (320 MiB)",
                "what devices have in cfg is lost where the disk is written anew")
            .Shows("friendlyarm-nanopi-r2s on reference", "disk image size: 352 MiB → 416 MiB", "media must be this large from now on")
            .LeavesAlone("friendlyarm-nanopi-r2s on infix");

    [Fact]
    public void A_larger_disk_changes_no_device() =>
        Replay.Of(world => world.Bootable("qemu-aarch64", board => board with { Disk = board.Disk with { Size = 512.MiB() } }))
            .Says("1 of 14 boards changes: qemu-aarch64 by its own record. 13 do not.")
            .HasImpact(FieldImpact.None)
            .Shows("qemu-aarch64 on reference", "disk image size: 352 MiB → 512 MiB");

    [Fact]
    public void A_larger_aux_partition_of_a_layout_reaches_every_board_that_has_it() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Layout = Layouts.AbSlots with
                    {
                        Partitions = [Layouts.AbSlots.Partitions[0] with { Size = 32.MiB() }, .. Layouts.AbSlots.Partitions.Skip(1)],
                    },
                },
                "boards/families/reference/Layouts.cs"))
            .Says(
                "4 of 14 boards change: friendlyarm-nanopi-r2s, pc-x86_64, qemu-aarch64, qemu-x86_64 "
                + "through boards/families/reference/Layouts.cs. 10 do not.")
            .HasImpact(FieldImpact.Data)
            .LeavesAlone("qemu-aarch64 on longterm");
}
