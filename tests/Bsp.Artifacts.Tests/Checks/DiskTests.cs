using Bsp.Artifacts.Checks;
using Bsp.Model;
using Xunit;
using static Bsp.Artifacts.Tests.Checks.Sample;

namespace Bsp.Artifacts.Tests.Checks;

public sealed class DiskTests
{
    [Fact]
    public void Partitions_that_overlap_are_reported_with_both_offsets_and_the_remedy()
    {
        var board = With("splash", p => p with { Offset = 255.MiB() });

        Reports(
            board, Rules.Overlap, Find(board, "splash"),
            "partition 'splash' (0xff00000, 1 MiB) overlaps 'secondary', which ends at 0x10000000; "
            + "move 'splash' to 0x10000000 or shrink 'secondary' by 1 MiB");
    }

    [Fact]
    public void Every_overlap_is_reported_not_the_first() =>
        Assert.Equal(
            [("cfg", "secondary"), ("splash", "cfg")],
            All(
                With("cfg", p => p with { Offset = 255.MiB() }),
                Rules.Overlap).Select(finding => (((Partition)finding.Subject).Name, finding.Message.Split('\'')[3])));

    [Fact]
    public void For_partitions_with_the_same_offset_only_moving_is_suggested()
    {
        var board = With("var", p => p with { Offset = Good.Disk.Place()[6].Offset });

        Reports(
            board, Rules.Overlap, Find(board, "var"),
            "partition 'var' (0x10100000, 64 MiB) overlaps 'cfg', which ends at 0x11100000; move 'var' to 0x11100000");
    }

    [Fact]
    public void Partitions_that_touch_are_fine() => IsFine(Good, Rules.Overlap);

    [Fact]
    public void A_partition_past_the_end_of_the_disk_is_reported()
    {
        var board = Good with { Disk = Good.Disk with { Size = 320.MiB() } };

        Reports(
            board, Rules.PastTheEnd, Find(board, "var"),
            "partition 'var' (0x11100000, 64 MiB) ends at 0x15100000, but the disk ends at 0x14000000 (320 MiB); "
            + "shrink 'var' by 17842688 bytes or make the disk 338 MiB");
        IsFine(Good, Rules.PastTheEnd);
    }

    [Fact]
    public void A_raw_region_past_the_end_of_the_disk_is_reported()
    {
        var raw = new RawRegion("late", "late.img", 399.MiB(), 2.MiB());
        var board = Good with { Disk = Good.Disk with { Raw = Good.Disk.Raw + [raw] } };

        Reports(
            board, Rules.PastTheEnd, raw,
            "raw region 'late' (0x18f00000, 2 MiB) ends at 0x19100000, but the disk ends at 0x19000000 (400 MiB); "
            + "shrink 'late' by 1065472 bytes or make the disk 402 MiB");
    }

    [Fact]
    public void A_partition_in_the_backup_table_is_reported()
    {
        var board = Good with { Disk = Good.Disk with { Size = 337.MiB() } };

        Reports(
            board, Rules.InTheTable, Find(board, "var"),
            "partition 'var' (0x11100000, 64 MiB) ends at 0x15100000, in the backup of the GPT, which begins at 0x150fbe00; "
            + "shrink 'var' by 16896 bytes or make the disk 338 MiB");
    }

    [Fact]
    public void A_partition_in_the_table_is_reported()
    {
        var board = Good with
        {
            Disk = Good.Disk with
            {
                Raw = [],
                Partitions = Good.Disk.Partitions + [new("early", 512.Bytes(), new RawFile("x")) { Offset = 16.KiB() }],
            },
        };

        Reports(
            board, Rules.InTheTable, Find(board, "early"),
            "partition 'early' (0x4000, 512 bytes) begins in the GPT, which ends at 0x4400; move 'early' to 0x100000 or beyond");
    }

    [Fact]
    public void A_raw_region_in_the_table_is_reported_but_boot_code_before_it_is_fine()
    {
        BootableBoard WithRaw(RawRegion raw) => Good with { Disk = Good.Disk with { Raw = [raw] } };
        var raw = new RawRegion("spl", "spl.bin", 8.KiB(), 1.MiB());

        Reports(
            WithRaw(raw), Rules.InTheTable, raw,
            "raw region 'spl' (0x2000, 1 MiB) begins in the GPT, which ends at 0x4400; move 'spl' to 0x4400 or beyond");
        IsFine(WithRaw(new("boot-code", "boot.bin", ByteSize.Zero, 440.Bytes())), Rules.InTheTable);
        IsFine(Good, Rules.InTheTable);
    }

    [Fact]
    public void A_partition_over_a_raw_region_is_reported()
    {
        var board = With("aux", p => p with { Offset = 8.MiB() });

        Reports(
            board, Rules.OverRaw, Find(board, "aux"),
            "partition 'aux' (0x800000, 16 MiB) collides with raw region 'u-boot' (0x800000, 8 MiB), which the boot ROM reads there; "
            + "move 'aux' to 0x1000000 or beyond");
        IsFine(Good, Rules.OverRaw);
    }

    [Fact]
    public void Raw_regions_that_overlap_are_reported()
    {
        var board = Good with { Disk = Good.Disk with { Raw = [Good.Disk.Raw[0] with { Size = 8.MiB() }, Good.Disk.Raw[1]] } };

        Reports(
            board, Rules.OverRaw, board.Disk.Raw[1],
            "raw region 'u-boot' (0x800000, 8 MiB) overlaps raw region 'idbloader' (0x8000, 8 MiB); "
            + "give the lower one no more than 8160 KiB");
    }

    [Fact]
    public void A_misaligned_partition_is_reported()
    {
        var board = With("aux", p => p with { Offset = new(16.MiB().Bytes + 512), Size = 1.MiB() });

        Reports(
            board, Rules.Misaligned, Find(board, "aux"),
            "partition 'aux' (0x1000200, 1 MiB) does not begin at a multiple of 1 MiB; move 'aux' to 0x1100000");
        IsFine(Good, Rules.Misaligned);
    }

    [Fact]
    public void A_raw_region_between_sectors_is_reported()
    {
        var raw = new RawRegion("odd", "odd.img", new(32.KiB().Bytes + 1), 1.KiB());

        Reports(
            Good with { Disk = Good.Disk with { Raw = [raw] } }, Rules.Misaligned, raw,
            "raw region 'odd' (0x8001, 1 KiB) does not begin at a multiple of 512 bytes; move 'odd' to 0x8200");
    }

    [Theory]
    [InlineData(1000, "partition 'splash' has 1000 bytes, which is not whole sectors of 512 bytes; write 1024 bytes")]
    [InlineData(0, "partition 'splash' has no size; give it at least one sector of 512 bytes")]
    public void A_size_that_is_not_whole_sectors_is_reported(int bytes, string message)
    {
        var board = With("splash", p => p with { Size = bytes.Bytes() });

        Reports(board, Rules.BrokenSectors, Find(board, "splash"), message);
        IsFine(Good, Rules.BrokenSectors);
    }

    [Fact]
    public void A_disk_that_is_not_whole_sectors_is_reported()
    {
        var board = Good with { Disk = Good.Disk with { Size = new(400.MiB().Bytes + 1) } };

        Reports(
            board, Rules.BrokenSectors, board.Disk,
            "the disk has 419430401 bytes, which is not whole sectors of 512 bytes; write 419430912 bytes");
    }

    [Fact]
    public void A_name_longer_than_the_GPT_holds_is_reported()
    {
        var board = With("splash", p => p with { Name = new string('s', 37) });

        Reports(
            board, Rules.LongName, board.Disk.Partitions[5],
            $"partition '{new string('s', 37)}' has a name of 37 UTF-16 units, and the GPT has room for 36; shorten it by 1");
        IsFine(With("splash", p => p with { Name = new string('s', 36) }), Rules.LongName);
    }

    [Fact]
    public void An_offset_that_no_disk_has_is_reported_and_nothing_else()
    {
        var board = With("var", p => p with { Offset = new(1L << 60) });

        var finding = Assert.Single(BoardChecks.Check(board, Reference));
        Assert.Equal(Rules.InvalidValue, finding.Rule);
        Assert.Same(board.Disk, finding.Subject);
    }
}
