using Bsp.Artifacts.Checks;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Model;
using Xunit;
using static Bsp.Artifacts.Tests.Checks.Sample;

namespace Bsp.Artifacts.Tests.Checks;

public sealed class SlotTests
{
    [Fact]
    public void Slots_of_unequal_size_are_reported()
    {
        var board = With("secondary", p => p with { Size = 80.MiB() });

        Reports(
            board, Rules.UnequalSlots, Find(board, "secondary"),
            "partition 'secondary' (80 MiB) is not as large as 'primary' (96 MiB), "
            + "and an update that fits one slot would not fit the other; give both 96 MiB");
        IsFine(Good, Rules.UnequalSlots);
    }

    [Fact]
    public void A_slot_without_a_boot_partition_is_reported()
    {
        var board = Without("secondary-boot");

        Reports(
            board, Rules.IncompleteSlot, board.Disk,
            "slot 'secondary' has no boot partition, and an update would have nowhere to go; "
            + "add one with the content SlotBoot(\"secondary\")");
        IsFine(Good, Rules.IncompleteSlot);
    }

    [Fact]
    public void A_slot_with_two_roots_is_reported()
    {
        var board = Plus(new Partition("third", 96.MiB(), new SlotRoot("secondary")));

        Reports(
            board, Rules.IncompleteSlot, Find(board, "third"),
            "slot 'secondary' has the root partitions 'secondary' and 'third'; keep one of them");
    }

    [Fact]
    public void A_slot_that_the_distribution_does_not_have_is_reported()
    {
        var board = Plus(new Partition("rescue", 96.MiB(), new SlotRoot("rescue")));

        Reports(
            board, Rules.IncompleteSlot, Find(board, "rescue"),
            "partition 'rescue' belongs to the slot 'rescue', but the distribution has 'primary', 'secondary'; name one of these, "
            + "or add 'rescue' to them");
    }

    [Theory]
    [InlineData("aux",
        "the disk has no filesystem for FilesystemUse.Aux, where the bootloader counts the tries of a slot; "
        + "add a partition with the content Filesystem(FilesystemUse.Aux, FilesystemType.Vfat)")]
    [InlineData("cfg",
        "the disk has no filesystem for FilesystemUse.Config, which keeps the configuration over updates; "
        + "add a partition with the content Filesystem(FilesystemUse.Config, FilesystemType.Ext4)")]
    [InlineData("var",
        "the disk has no filesystem for FilesystemUse.Var, which keeps data over updates; "
        + "add a partition with the content Filesystem(FilesystemUse.Var, FilesystemType.Ext4)")]
    public void A_missing_filesystem_is_reported(string name, string message)
    {
        var board = Without(name);

        Reports(board, Rules.MissingFilesystem, board.Disk, message);
    }

    [Fact]
    public void A_board_with_GRUB_needs_an_ESP_and_one_with_U_Boot_does_not()
    {
        var board = QemuX8664.Board;
        var distribution = TestBoards.Distribution with { Layout = TestBoards.Distribution.Layout with { Esp = null } };

        Reports(
            board, Rules.MissingFilesystem, board.Disk,
            "the disk has no filesystem for FilesystemUse.Esp, from which the firmware starts GRUB; "
            + "add a partition with the content Filesystem(FilesystemUse.Esp, FilesystemType.Vfat)",
            distribution);
        IsFine(QemuAarch64.Board, Rules.MissingFilesystem);
    }

    [Fact]
    public void A_filesystem_that_is_defined_twice_is_reported()
    {
        var board = Plus(new Partition("var2", 16.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)));

        Reports(
            board, Rules.MissingFilesystem, Find(board, "var2"),
            "partitions 'var' and 'var2' are both for FilesystemUse.Var; keep one of them");
    }

    [Fact]
    public void A_partition_after_var_is_reported()
    {
        var board = Plus(new Partition("data", 1.MiB(), new RawFile("data.img")));

        Reports(
            board, Rules.VarNotLast, Find(board, "var"),
            "partition 'var' (0x11100000, 64 MiB) grows on the first boot, but 'data' follows it at 0x15100000; "
            + "move 'var' after 'data'");
        IsFine(Good, Rules.VarNotLast);
    }

    [Fact]
    public void A_filesystem_of_the_wrong_type_is_reported()
    {
        var board = With("aux", p => p with { Content = new Filesystem(FilesystemUse.Aux, FilesystemType.Ext4) });

        Reports(
            board, Rules.UnfitFilesystem, Find(board, "aux"),
            "partition 'aux' for FilesystemUse.Aux is Ext4, but the bootloader writes to it and knows only FAT; write FilesystemType.Vfat");
        IsFine(Good, Rules.UnfitFilesystem);
    }

    [Fact]
    public void A_label_that_the_filesystem_has_no_room_for_is_reported()
    {
        var board = With("aux", p => p with { Name = "bootcounters" });

        Reports(
            board, Rules.UnfitFilesystem, Find(board, "bootcounters"),
            "partition 'bootcounters' is a filesystem label of 12 characters, and Vfat has room for 11; shorten it by 1");
    }
}
