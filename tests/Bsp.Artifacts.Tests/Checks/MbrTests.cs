using Bsp.Artifacts.Checks;
using Bsp.Model;
using Xunit;
using static Bsp.Artifacts.Tests.Checks.Sample;

namespace Bsp.Artifacts.Tests.Checks;

public sealed class MbrTests
{
    [Fact]
    public void An_MBR_with_more_than_four_partitions_is_reported()
    {
        var board = Good with { Disk = Good.Disk with { Table = PartitionTable.Mbr } };

        Reports(
            board, Rules.MbrEntries, board.Disk,
            "the disk has 8 partitions, and an MBR has room for 4; write PartitionTable.Gpt, or Hybrid where a boot ROM needs an MBR");
    }

    [Fact]
    public void A_hybrid_table_with_more_than_three_MBR_entries_is_reported()
    {
        var board = Good with
        {
            Disk = Good.Disk with
            {
                Partitions = Seq<Partition>.Of(Good.Disk.Partitions.Select((p, i) => p with { MbrType = i < 4 ? (byte)0x83 : null })),
            },
        };

        Reports(
            board, Rules.MbrEntries, board.Disk,
            "the partitions 'aux', 'primary-boot', 'primary', 'secondary-boot' have an MbrType, and a hybrid MBR has room for 3; "
            + "leave it out of 1");
        IsFine(Good, Rules.MbrEntries);
    }

    [Fact]
    public void A_hybrid_table_without_an_MBR_entry_is_reported()
    {
        var board = With("aux", p => p with { MbrType = null });

        Reports(
            board, Rules.MbrEntries, board.Disk,
            "no partition of the hybrid table has an MbrType, so that its MBR holds nothing; write PartitionTable.Gpt, "
            + "or an MbrType for what the boot ROM reads");
    }

    [Fact]
    public void An_MBR_entry_without_an_MBR_is_reported()
    {
        var board = Good with { Disk = Good.Disk with { Table = PartitionTable.Gpt } };

        Reports(
            board, Rules.MbrEntries, Find(board, "aux"),
            "partition 'aux' has an MbrType, but the table is GPT only and has no entry for it; leave it out, "
            + "or write PartitionTable.Hybrid");
    }
}
