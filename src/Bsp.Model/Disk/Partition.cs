namespace Bsp.Model;

/// <summary>A partition of a disk.</summary>
/// <param name="Name">The GPT name (PARTLABEL): at most 36 UTF-16 units (BSP2007), unique on the disk.</param>
/// <param name="Size">The size as the image is made.</param>
/// <param name="Content">What is in it.</param>
public sealed record Partition(PartitionName Name, ByteSize Size, Content Content)
{
    /// <summary>Where it starts; null for right behind the one before, aligned.</summary>
    public ByteSize? Offset { get; init; }

    /// <summary>The type GUID; the one that fits <see cref="Content"/> when not given.</summary>
    public Guid Type { get; init; } = Content.DefaultType;

    /// <summary>The partition's own GUID (PARTUUID); null for one made from the board's id and the partition's name.</summary>
    public Guid? Id { get; init; }

    /// <summary>The type byte with which the partition also stands in a hybrid or MBR table; null for not there.</summary>
    public byte? MbrType { get; init; }

    /// <summary>Whether the MBR entry is active, or the GPT entry has the legacy-BIOS-bootable attribute.</summary>
    public bool Bootable { get; init; }
}
