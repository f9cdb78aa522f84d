namespace Bsp.Model;

/// <summary>A partition of a disk.</summary>
/// <param name="Name">The GPT name (PARTLABEL): at most 36 UTF-16 units (BSP2007), unique on the disk.</param>
/// <param name="Size">The size in the image.</param>
/// <param name="Content">What is in it.</param>
public sealed record Partition(PartitionName Name, ByteSize Size, Content Content)
{
    /// <summary>Where it starts; null for directly after the previous one, aligned.</summary>
    public ByteSize? Offset { get; init; }

    /// <summary>The type GUID; that of <see cref="Content"/> when not given.</summary>
    public Guid Type { get; init; } = Content.DefaultType;

    /// <summary>The partition's own GUID (PARTUUID); null for one derived from the board's id and the partition's name.</summary>
    public Guid? Id { get; init; }

    /// <summary>The type byte of the partition's entry in a hybrid MBR or MBR table; null for none.</summary>
    public byte? MbrType { get; init; }

    /// <summary>Whether the MBR entry is active, or the GPT entry has the legacy-BIOS-bootable attribute.</summary>
    public bool Bootable { get; init; }
}
