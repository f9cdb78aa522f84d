using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2005 and BSP2006: flash erases in blocks, and tables count in sectors.</summary>
internal sealed class Alignments : DiskCheck
{
    private static readonly ByteSize Sector = new(ByteSize.SectorSize);

    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk)
    {
        foreach (var placed in disk.Place())
        {
            if (!placed.Offset.IsMultipleOf(disk.Alignment))
            {
                yield return new(
                    Rules.Misaligned, placed.Partition,
                    $"{placed.Describe()} does not begin at a multiple of {disk.Alignment}; "
                    + $"move '{placed.Partition.Name}' to {placed.Offset.RoundUp(disk.Alignment).Hex()}");
            }

            if (Broken(placed.Partition.Size) is { } size)
                yield return new(Rules.BrokenSectors, placed.Partition, $"partition '{placed.Partition.Name}' {size}");
        }

        foreach (var raw in disk.Raw)
        {
            if (!raw.Offset.IsMultipleOf(Sector))
            {
                yield return new(
                    Rules.Misaligned, raw,
                    $"{raw.Describe()} does not begin at a multiple of {Sector}; move '{raw.Name}' to {raw.Offset.RoundUp(Sector).Hex()}");
            }

            if (raw.Size == ByteSize.Zero)
                yield return new(Rules.BrokenSectors, raw, $"raw region '{raw.Name}' {Broken(raw.Size)}");
        }

        if (Broken(disk.Size) is { } whole)
            yield return new(Rules.BrokenSectors, disk, $"the disk {whole}");
    }

    private static string? Broken(ByteSize size) =>
        size == ByteSize.Zero ? "has no size; give it at least one sector of 512 bytes"
        : size.IsMultipleOf(Sector) ? null
        : $"has {size}, which is not whole sectors of 512 bytes; write {size.RoundUp(Sector).Bytes} bytes";
}
