using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>
/// BSP2007: a GPT entry has room for 36 UTF-16 units (UEFI Specification 2.10, table 5.6); the tools cut the rest off in silence.
/// </summary>
internal sealed class PartitionNameLengths : DiskCheck
{
    private const int MaximumLength = 36;

    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk) =>
        from partition in disk.Partitions
        where partition.Name.Value.Length > MaximumLength
        select new Finding(
            Rules.LongName, partition,
            $"partition '{partition.Name}' has a name of {partition.Name.Value.Length} UTF-16 units, "
            + $"and the GPT has room for {MaximumLength}; shorten it by {partition.Name.Value.Length - MaximumLength}");
}
