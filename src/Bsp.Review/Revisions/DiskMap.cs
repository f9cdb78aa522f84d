using System.Globalization;

namespace Bsp.Review.Revisions;

/// <summary>Where a part of a disk begins.</summary>
/// <param name="After">The part of unknown size whose end the distance is from; empty for the beginning of the disk.</param>
/// <param name="Distance">How far it is from there, in bytes.</param>
public sealed record DiskPosition(string After, long? Distance);

/// <summary>A part of a disk.</summary>
/// <param name="Name">The partition's name, or that of a region outside of the table.</param>
/// <param name="Number">Its number in the table, from 1; 0 outside of it.</param>
/// <param name="Offset">Where it begins, in bytes; null where that depends on the size of a file before it.</param>
/// <param name="Size">Its size in bytes; null where it is that of its file.</param>
public sealed record DiskRegion(string Name, int Number, long? Offset, long? Size)
{
    /// <summary>Where it begins, known even where <see cref="Offset"/> is not.</summary>
    public DiskPosition Position { get; init; } = new("", Offset);

    /// <summary>The file that the image has there; empty for none.</summary>
    public string Image { get; init; } = "";

    /// <summary>The partition's own GUID; empty where it has none.</summary>
    public string Guid { get; init; } = "";

    /// <summary>The GUID of its type; empty where it has none.</summary>
    public string Type { get; init; } = "";

    /// <summary>Its type in an MBR, and whether it is marked bootable.</summary>
    public string Flags { get; init; } = "";

    /// <summary>The byte after it; null where it is not known.</summary>
    public long? End => Offset + Size;

    /// <summary>The kind of filesystem that the image has there, by the file's ending; empty for none.</summary>
    public string Filesystem => Image.Split('.') is [.., "vfat" or "ext4" or "squashfs"] parts ? parts[^1] : "";
}

/// <summary>A disk as its image is made: a genimage configuration, read.</summary>
/// <param name="Table">The kind of partition table.</param>
/// <param name="Size">The size of the image in bytes; null where it is that of its content.</param>
/// <param name="Guid">The disk's GUID; empty where it has none.</param>
/// <param name="Regions">What is on it, in the order of the file.</param>
public sealed record DiskMap(string Table, long? Size, string Guid, IReadOnlyList<DiskRegion> Regions)
{
    private const long Mebibyte = 1 << 20;

    // LBA 0 is the protective MBR, LBA 1 the GPT's header, LBA 2 to 33 its entries.
    private const long FirstFree = 34 * 512;

    /// <summary>What is in the table.</summary>
    public IEnumerable<DiskRegion> Partitions => Regions.Where(region => region.Number > 0);

    /// <summary>What is outside of it.</summary>
    public IEnumerable<DiskRegion> Raw => Regions.Where(region => region.Number == 0);

    /// <summary>Reads a configuration that Bsp has written.</summary>
    /// <returns>Null where it has no disk image.</returns>
    public static DiskMap? Read(string text)
    {
        var images = GenimageBlock.Read(text).Blocks("image").ToList();
        if (images.Find(image => image.Blocks("hdimage").Any()) is not { } disk)
            return null;
        var sizes = images.GroupBy(image => image.Name)
            .ToDictionary(group => group.Key, group => group.First()["size"], StringComparer.Ordinal);
        var hdimage = disk.Blocks("hdimage").First();
        var regions = new List<DiskRegion>();
        var next = new DiskPosition("", FirstFree);
        var number = 0;
        foreach (var block in disk.Blocks("partition"))
        {
            var image = block["image"] ?? "";
            var isInTable = block["in-partition-table"] is null or "true" or "yes";
            var size = Bytes(block["size"] ?? sizes.GetValueOrDefault(image));
            var position = Bytes(block["offset"]) is { } stated ? new("", stated)
                : isInTable ? next with { Distance = RoundUp(next.Distance) }
                : new("", null);
            regions.Add(new(block.Name, isInTable ? ++number : 0, position.After.Length == 0 ? position.Distance : null, size)
            {
                Position = position,
                Image = image,
                Guid = block["partition-uuid"] ?? "",
                Type = block["partition-type-uuid"] ?? "",
                Flags = string.Join(", ", Flags(block)),
            });
            if (isInTable)
                next = size is null ? new(block.Name, 0) : position with { Distance = position.Distance + size };
        }

        return new(hdimage["partition-table-type"] ?? "mbr", Bytes(disk["size"]), hdimage["disk-uuid"] ?? "", regions);
    }

    private static IEnumerable<string> Flags(GenimageBlock partition)
    {
        if (partition["partition-type"] is { } type)
            yield return "MBR type " + type;
        if (partition["bootable"] == "true")
            yield return "bootable";
    }

    private static long? RoundUp(long? offset) => (offset + Mebibyte - 1) / Mebibyte * Mebibyte;

    // genimage's suffixes are powers of two (its README, "Suffixes").
    private static long? Bytes(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var shift = char.ToUpperInvariant(text[^1]) switch
        {
            'K' => 10,
            'M' => 20,
            'G' => 30,
            _ => 0,
        };
        return long.TryParse(shift == 0 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number << shift
            : null;
    }
}
