using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Bsp.Review.Changes;
using Bsp.Review.Pages;
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

    [Fact]
    public void A_larger_cfg_moves_var_on_new_disks_and_owners_lose_their_data() =>
        Replay.Of(world => world.Board(
                "bananapi-bpi-r3", board => board with { Infix = board.Infix! with { Disk = board.Infix.Disk! with { Cfg = 256.MiB() } } }))
            .Says("1 of 14 boards changes: bananapi-bpi-r3 by its own record. 13 do not.")
            .HasImpact(FieldImpact.Data)
            .ShowsOnly(
                "bananapi-bpi-r3 on infix", "partition partition cfg: grows: 128 MiB → 256 MiB",
                // aux is as large as its file.
                "partition partition var: moves up: 628 MiB after the end of aux → 756 MiB after the end of aux");

    [Fact]
    public void A_smaller_slot_moves_what_is_after_it() =>
        Replay.Of(world => world.Board(
                "friendlyarm-nanopi-r2s",
                board => board with { Infix = board.Infix! with { Disk = board.Infix.Disk! with { Slot = 150.MiB() } } }))
            .HasImpact(FieldImpact.Data)
            .Shows("friendlyarm-nanopi-r2s on infix", "partition partition primary: shrinks: 200 MiB → 150 MiB");

    [Fact]
    public void Another_GUID_of_a_partition_is_another_table() =>
        Replay.Of(world => world.Infix(infix => infix with
            {
                Partitions = infix.Partitions with { AuxId = new("00000000-0652-45a1-b3de-d63339c82035") },
            }))
            .HasImpact(FieldImpact.Repartition)
            .ShowsOnly(
                "raspberrypi-rpi64 on infix",
                "partition partition aux: GUID: d4ef35a0-0652-45a1-b3de-d63339c82035 → 00000000-0652-45a1-b3de-d63339c82035")
            .LeavesAlone("alder-alder on infix");

    [Fact]
    public void A_partition_that_new_disks_have_is_missing_on_devices_in_the_field() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Layout = Layouts.AbSlots with
                    {
                        Partitions = [.. Layouts.AbSlots.Partitions, new("log", 8.MiB(), new RawFile("log.img"))],
                    },
                }))
            .HasImpact(FieldImpact.Repartition)
            .Shows(
                "qemu-aarch64 on reference", "partition partition log: new: 8 MiB at 0x14100000 (321 MiB)",
                    "devices in the field do not have it");

    [Fact]
    public void What_the_boot_ROM_starts_is_written_by_no_update() =>
        Replay.Of(world => world.Bootable("friendlyarm-nanopi-r2s", board => board with
            {
                Disk = board.Disk with { Raw = [board.Disk.Raw[0], board.Disk.Raw[1] with { Size = 4.MiB() }] },
            }))
            .HasImpact(FieldImpact.Bootloader)
            .Shows(
                "friendlyarm-nanopi-r2s on reference",
                "raw-region region u-boot-dtb: 8 MiB at 0x800000 (8 MiB), u-boot.itb → 4 MiB at 0x800000 (8 MiB), u-boot.itb",
                    "an update writes nothing there");

    [Fact]
    public void Another_filesystem_for_the_configuration_loses_it() =>
        Replay.Of(world => world.Debian(
                "reference", distribution => distribution with
                {
                    Layout = Layouts.AbSlots with
                    {
                        Partitions =
                        [
                            .. Layouts.AbSlots.Partitions.Select(partition => partition.Name != PartitionNames.Config ? partition
                                : partition with { Content = new Filesystem(FilesystemUse.Config, FilesystemType.Vfat) }),
                        ],
                    },
                }))
            .HasImpact(FieldImpact.Data, "partition cfg: filesystem: ext4 → vfat")
            .ShowsOnly("qemu-aarch64 on reference", "partition partition cfg: filesystem: ext4 → vfat");

    [Fact]
    public void Without_a_partition_for_the_configuration_there_is_none() =>
        Replay.Of(world => world.Debian(
                "reference",
                distribution => distribution with
                {
                    Layout = Layouts.AbSlots with
                    {
                        Partitions = [.. Layouts.AbSlots.Partitions.Where(partition => partition.Name != PartitionNames.Config)],
                    },
                }))
            .HasImpact(FieldImpact.Data)
            .Shows(
                "qemu-aarch64 on reference", "partition partition cfg: gone: 16 MiB at 0xf100000 (241 MiB)",
                "devices in the field still have it");

    [Fact]
    public void What_the_boot_ROM_looks_for_in_the_table_changes_the_table() =>
        Replay.Of(world => world.Board("raspberrypi-rpi64", board => board with
            {
                Disk = board.Disk with { Partitions = [board.Disk.Partitions[0] with { MbrType = 0x0b }] },
            }))
            .HasImpact(FieldImpact.Repartition)
            .ShowsOnly("raspberrypi-rpi64 on infix", "partition partition boot: flags: MBR type 0x0c, bootable → MBR type 0x0b, bootable");

    [Fact]
    public void The_comment_and_the_terminal_show_the_whole_map()
    {
        var replay = Replay.Of(world => world.Bootable(
            "friendlyarm-nanopi-r2s", board => board with { Debian = board.Debian with { SlotRoot = 128.MiB() } }));
        Assert.Contains(
            "| \\~ | cfg | 0x14000000 \\(320 MiB\\) | 16 MiB | 0x15000000 \\(336 MiB\\) | 0x10000000 \\(256 MiB\\) | 16 MiB |",
            MarkdownPage.Of(replay.Result), StringComparison.Ordinal);
        Assert.Contains(
            "~  cfg                 0x14000000 (320 MiB)  16 MiB    0x15000000 (336 MiB)", replay.Text, StringComparison.Ordinal);
    }
}
