using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2002 and BSP2003: partitions lie between the table at the start of the disk and its backup at the end.</summary>
internal sealed class DiskBounds : DiskCheck
{
    // The MBR's partition entries begin here; boot code may precede them.
    private const int MbrBootCode = 440;

    protected override IEnumerable<Finding> Check(Board board, DiskLayout disk)
    {
        foreach (var placed in disk.Place())
        {
            if (placed.Offset < Head(disk))
                yield return InHead(disk, placed.Partition, placed.Describe(), placed.Partition.Name, disk.Alignment);
            if (Tail(disk, placed.Partition, placed.Describe(), placed.Partition.Name, placed.End) is { } finding)
                yield return finding;
        }

        foreach (var raw in disk.Raw)
        {
            if (raw.Offset < Head(disk) && raw.End.Bytes > MbrBootCode)
                yield return InHead(disk, raw, raw.Describe(), raw.Name, new(ByteSize.SectorSize));
            if (Tail(disk, raw, raw.Describe(), raw.Name, raw.End) is { } finding)
                yield return finding;
        }
    }

    private static Finding InHead(DiskLayout disk, object subject, string what, string name, ByteSize alignment) =>
        new(
            Rules.InTheTable, subject,
            $"{what} begins in the {TableName(disk)}, which ends at {Head(disk).Hex()}; "
            + $"move '{name}' to {Head(disk).RoundUp(alignment).Hex()} or beyond");

    private static Finding? Tail(DiskLayout disk, object subject, string what, string name, ByteSize end)
    {
        var tail = disk.Table == PartitionTable.Mbr ? ByteSize.Zero : DiskLayout.GptTail;
        var room = disk.Size > tail ? disk.Size - tail : ByteSize.Zero;
        if (end <= room)
            return null;
        var remedy = $"shrink '{name}' by {end - room} or make the disk {(end + tail).RoundUp(1.MiB())}";
        return end > disk.Size
            ? new(Rules.PastTheEnd, subject, $"{what} ends at {end.Hex()}, but the disk ends at {disk.Size.Hex()} ({disk.Size}); {remedy}")
            : new(
                Rules.InTheTable, subject,
                $"{what} ends at {end.Hex()}, in the backup of the {TableName(disk)}, which begins at {room.Hex()}; {remedy}");
    }

    private static ByteSize Head(DiskLayout disk) => disk.Table == PartitionTable.Mbr ? new(ByteSize.SectorSize) : DiskLayout.GptHead;

    private static string TableName(DiskLayout disk) => disk.Table == PartitionTable.Mbr ? "MBR" : "GPT";
}
