using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2004: what a boot ROM reads at a fixed offset may not lie in a partition or in another region.</summary>
internal sealed class RawRegions : DiskCheck
{
    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk)
    {
        var raws = disk.Raw;
        foreach (var placed in disk.Place())
        {
            foreach (var raw in raws.Where(raw => placed.Offset < raw.End && raw.Offset < placed.End))
            {
                yield return new(
                    Rules.OverRaw, placed.Partition,
                    $"{placed.Describe()} collides with {raw.Describe()}, which the boot ROM reads there; "
                    + $"move '{placed.Partition.Name}' to {raw.End.RoundUp(disk.Alignment).Hex()} or beyond");
            }
        }

        for (var i = 0; i < raws.Count; i++)
        {
            foreach (var earlier in raws.Take(i).Where(earlier => raws[i].Offset < earlier.End && earlier.Offset < raws[i].End))
            {
                yield return new(
                    Rules.OverRaw, raws[i],
                    $"{raws[i].Describe()} overlaps {earlier.Describe()}; give the lower one no more than {Gap(raws[i], earlier)}");
            }
        }
    }

    private static ByteSize Gap(RawRegion one, RawRegion other) =>
        one.Offset > other.Offset ? one.Offset - other.Offset : other.Offset - one.Offset;
}
