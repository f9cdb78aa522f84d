namespace Bsp.Model;

/// <summary>The partitions that a distribution of Debian's packages has on every disk, after the board's own.</summary>
public sealed record SlotLayout
{
    /// <summary>What firmware loads an EFI bootloader from; on the disks of boards that have one, before the other partitions.</summary>
    public Partition? Esp { get; init; }

    /// <summary>
    /// The partitions, in the order of their numbers; the first starts at the board's <see cref="DiskLayout.FirstFree"/>.
    /// </summary>
    public Seq<Partition> Partitions { get; init; } = [];

    /// <summary>Additional space in an image: for the tables, what a boot ROM reads, and gaps.</summary>
    public ByteSize Spare { get; init; } = 32.MiB();

    /// <summary>The whole disk of a board: its own part, then these partitions.</summary>
    /// <exception cref="ModelException">It is larger than any disk.</exception>
    public DiskLayout ApplyTo(BootableBoard board)
    {
        var own = Seq<Partition>.Of(
            (board.Boot is GrubEfi && Esp is not null ? [Esp] : Seq<Partition>.Empty).Concat(
                Partitions.Select(partition => Sized(partition, board.Debian))));
        if (own.Count > 0 && board.Disk.FirstFree is { } start)
            own = Seq<Partition>.Of(own.Select((partition, i) => i == 0 ? partition with { Offset = start } : partition));
        // Where the distribution adds nothing, the board's disk is complete.
        return own.Count == 0 && board.Disk.Size > ByteSize.Zero ? board.Disk : board.Disk with
        {
            Partitions = board.Disk.Partitions + own,
            Size = board.Disk.Size > ByteSize.Zero ? board.Disk.Size : own.Aggregate(Spare, (sum, partition) => sum + partition.Size),
        };
    }

    private static Partition Sized(Partition partition, DebianBoard board) => partition.Content switch
    {
        SlotRoot when board.SlotRoot is { } size => partition with { Size = size },
        SlotBoot when board.SlotBoot is { } size => partition with { Size = size },
        _ => partition,
    };
}
