using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2014: a boot ROM or BIOS that reads the MBR starts from its active partition, and there is one.</summary>
internal sealed class ActivePartitions : DiskCheck
{
    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk)
    {
        var active = disk.Partitions.Where(partition => partition.Bootable && IsInMbr(disk, partition)).ToList();
        foreach (var further in active.Skip(1))
        {
            yield return new(
                Rules.ActivePartitions, further,
                $"partitions '{active[0].Name}' and '{further.Name}' are both active in the MBR, and what reads it starts from one; "
                + "drop Bootable from one of them");
        }
    }

    private static bool IsInMbr(DiskLayout disk, Partition partition) =>
        disk.Table == PartitionTable.Mbr || (disk.Table == PartitionTable.Hybrid && partition.MbrType is not null);
}
