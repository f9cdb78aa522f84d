using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2012: an MBR has four entries; in a hybrid one the first says that there is a GPT.</summary>
internal sealed class MbrEntries : DiskCheck
{
    private const int Primary = 4;
    private const int Hybrid = 3;

    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk)
    {
        var inHybrid = disk.Partitions.Where(partition => partition.MbrType is not null).ToList();
        if (disk.Table == PartitionTable.Mbr && disk.Partitions.Count > Primary)
        {
            yield return new(
                Rules.MbrEntries, disk,
                $"the disk has {disk.Partitions.Count} partitions, and an MBR has room for {Primary}; write PartitionTable.Gpt, "
                + "or Hybrid where a boot ROM needs an MBR");
        }

        if (disk.Table == PartitionTable.Hybrid && inHybrid.Count > Hybrid)
        {
            yield return new(
                Rules.MbrEntries, disk,
                $"the partitions {string.Join(", ", inHybrid.Select(partition => $"'{partition.Name}'"))} have an MbrType, "
                + $"and a hybrid MBR has room for {Hybrid}; leave it out of {inHybrid.Count - Hybrid}");
        }

        if (disk.Table == PartitionTable.Hybrid && inHybrid.Count == 0)
        {
            yield return new(
                Rules.MbrEntries, disk,
                "no partition of the hybrid table has an MbrType, so that its MBR holds nothing; write PartitionTable.Gpt, "
                + "or an MbrType for what the boot ROM reads");
        }

        if (disk.Table == PartitionTable.Gpt)
        {
            foreach (var partition in inHybrid)
            {
                yield return new(
                    Rules.MbrEntries, partition,
                    $"partition '{partition.Name}' has an MbrType, but the table is GPT only and has no entry for it; leave it out, "
                    + "or write PartitionTable.Hybrid");
            }
        }
    }
}
