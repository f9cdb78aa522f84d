namespace Bsp.Model;

/// <summary>The partition tables that genimage writes.</summary>
public enum PartitionTable
{
    /// <summary>GUID partition table (UEFI Specification 2.10, section 5.3).</summary>
    Gpt,

    /// <summary>GPT, with up to three of its partitions also in the MBR, for boot ROMs that do not support GPT.</summary>
    Hybrid,

    /// <summary>Master boot record, four primary partitions.</summary>
    Mbr,
}

/// <summary>
/// The layout of a disk. A board states what its hardware requires; a distribution completes it for a board
/// (<see cref="Distribution.LayoutOf"/>).
/// </summary>
public sealed record DiskLayout
{
    /// <summary>The partition table.</summary>
    public PartitionTable Table { get; init; } = PartitionTable.Gpt;

    /// <summary>
    /// The size of the image; zero for what the distribution's partitions need. The last partition grows on a larger disk.
    /// </summary>
    public ByteSize Size { get; init; }

    /// <summary>Every partition starts at a multiple of it; a whole number of sectors of 512 bytes.</summary>
    public ByteSize Alignment { get; init => field = CheckedAlignment(value); } = 1.MiB();

    /// <summary>What a boot ROM reads at fixed offsets, outside the table.</summary>
    public Seq<RawRegion> Raw { get; init; } = [];

    /// <summary>Where the distribution's first partition starts; null for directly after what precedes it.</summary>
    public ByteSize? FirstFree { get; init; }

    /// <summary>The partitions, in the order of their numbers: a board's own precede the distribution's.</summary>
    public Seq<Partition> Partitions { get; init; } = [];

    /// <summary>The files of the bootloader's build that are written to the disk unchanged.</summary>
    public IEnumerable<RelativePath> LoaderFiles =>
        Raw.Select(raw => raw.File)
            .Concat(Partitions.Select(partition => partition.Content).OfType<RawFile>().Select(raw => raw.File))
            .Distinct();

    /// <summary>The partitions with their offsets: one that states none follows the previous one, aligned.</summary>
    public Seq<PlacedPartition> Place()
    {
        var placed = new List<PlacedPartition>();
        // LBA 0 is the protective MBR, LBA 1 the GPT header, LBA 2 to 33 its entries.
        var next = Table == PartitionTable.Mbr ? new ByteSize(ByteSize.SectorSize) : GptHead;
        foreach (var partition in Partitions)
        {
            var offset = partition.Offset ?? next.RoundUp(Alignment);
            placed.Add(new(placed.Count + 1, partition, offset));
            next = offset + partition.Size;
        }

        return Seq<PlacedPartition>.Of(placed);
    }

    /// <summary>The size of the table at the start of a GPT disk: 34 sectors.</summary>
    public static ByteSize GptHead => new(34 * ByteSize.SectorSize);

    /// <summary>The size of the backup table at the end of a GPT disk: 33 sectors.</summary>
    public static ByteSize GptTail => new(33 * ByteSize.SectorSize);

    private static ByteSize CheckedAlignment(ByteSize alignment) =>
        alignment > ByteSize.Zero && alignment.IsMultipleOf(new(ByteSize.SectorSize))
            ? alignment
            : throw new ModelException($"an alignment of {alignment} is not whole sectors of 512 bytes; write 1.MiB()");
}

/// <summary>A partition and its offset.</summary>
/// <param name="Number">Its number in the table, from 1.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Offset">Its first byte.</param>
public sealed record PlacedPartition(int Number, Partition Partition, ByteSize Offset)
{
    /// <summary>The first byte after it.</summary>
    public ByteSize End => Offset + Partition.Size;
}

/// <summary>Bytes that a boot ROM reads at a fixed offset, outside the partition table.</summary>
/// <param name="Name">What it is, such as <c>idbloader</c>.</param>
/// <param name="File">The file that the bootloader's build produces, such as <c>idbloader.img</c>.</param>
/// <param name="Offset">Where the boot ROM looks for it.</param>
/// <param name="Size">The space reserved for it.</param>
public sealed record RawRegion(PartitionName Name, RelativePath File, ByteSize Offset, ByteSize Size)
{
    /// <summary>The first byte after it.</summary>
    public ByteSize End => Offset + Size;
}
