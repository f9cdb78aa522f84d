using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2001: whoever writes one partition destroys the other.</summary>
internal sealed class Overlaps : DiskCheck
{
    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk)
    {
        var placed = disk.Place().OrderBy(partition => partition.Offset).ToList();
        for (var i = 0; i < placed.Count; i++)
        {
            for (var j = i + 1; j < placed.Count && placed[j].Offset < placed[i].End; j++)
            {
                if (placed[j].Partition.Size > ByteSize.Zero)
                    yield return new(Rules.Overlap, placed[j].Partition, Message(placed[i], placed[j], disk.Alignment));
            }
        }
    }

    private static string Message(PlacedPartition lower, PlacedPartition upper, ByteSize alignment)
    {
        var remedy = $"move '{upper.Partition.Name}' to {lower.End.RoundUp(alignment).Hex()}";
        if (upper.Offset > lower.Offset)
            remedy += $" or shrink '{lower.Partition.Name}' by {lower.End - upper.Offset}";
        return $"{upper.Describe()} overlaps '{lower.Partition.Name}', which ends at {lower.End.Hex()}; {remedy}";
    }
}
