using Bsp.Artifacts.Checks.Disk;
using Bsp.Artifacts.Disk;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Identity;

/// <summary>BSP1004 and BSP1005: a name or GUID that is used twice finds either of the two partitions.</summary>
internal sealed class UniquePartitions : DiskCheck
{
    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk) => Names(disk).Concat(Ids(board, disk));

    private static IEnumerable<Finding> Names(DiskLayout disk)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, what, subject) in disk.Place()
            .Select(placed => (placed.Partition.Name, placed.Describe(), (object)placed.Partition))
            .Concat(disk.Raw.Select(raw => (raw.Name, raw.Describe(), (object)raw))))
        {
            if (seen.TryGetValue(name, out var earlier))
                yield return new(Rules.DuplicatePartitionName, subject, $"{what} has the name of {earlier}; rename one of them");
            else
                seen.Add(name, what);
        }
    }

    private static IEnumerable<Finding> Ids(Board board, DiskLayout disk)
    {
        var seen = new Dictionary<Guid, string> { [DiskIds.Disk(board)] = "the disk itself" };
        foreach (var placed in disk.Place())
        {
            // Without a GUID of its own a second partition of the same name gets the same one: that is BSP1004's.
            if (placed.Partition.Id is not null && seen.TryGetValue(DiskIds.Partition(board, placed.Partition), out var earlier))
            {
                yield return new(
                    Rules.DuplicatePartitionId, placed.Partition,
                    $"partition '{placed.Partition.Name}' has the GUID {placed.Partition.Id:D} of {earlier}; give it another, "
                    + "or none to have one made from its name");
            }
            else
                seen[DiskIds.Partition(board, placed.Partition)] = $"'{placed.Partition.Name}'";
        }
    }
}
