using System.Globalization;

namespace Bsp.Infix.Tests.Reading.Disks;

/// <summary>Reads a board's <c>genimage.cfg.in</c>: file systems and disks, and the disk that genimage makes of them.</summary>
internal static class ImageReader
{
    private const string Discovered = "#BOOT_FILES#";

    public static void Read(InfixTree tree, string folder, JsonObject found)
    {
        if ((tree.Read(folder + "/genimage.cfg.in") ?? tree.Read(folder + "/genimage.cfg")) is not { } text)
            return;
        var root = GenimageSection.Read(text);
        var images = root.Sections.Where(section => section.Kind == "image").ToList();
        found["image"] = new JsonObject
        {
            ["disks"] = Json.Array(images.Where(IsDisk).Select(ReadDisk)),
            ["filesystems"] = Json.Object(
                images.Where(image => !IsDisk(image)).Select(image => (image.Name, (JsonNode?)ReadFileSystem(image)))),
        };
        found["image_layout_computed"] = GenimageRun.Layout(text, root);
    }

    public static bool IsDisk(GenimageSection image) => image.Sections.Any(section => section.Kind == "hdimage");

    private static JsonNode ReadDisk(GenimageSection image)
    {
        var table = image.Sections.Single(section => section.Kind == "hdimage");
        return new JsonObject
        {
            ["output"] = image.Name,
            ["table"] = table["partition-table-type"],
            ["options"] = Json.Object(table.Options.Where(x => x.Name != "partition-table-type").Select(x => (x.Name, (JsonNode?)x.Value))),
            ["partitions"] = Json.Array(image.Sections.Where(section => section.Kind == "partition").Select(ReadPartition)),
        };
    }

    private static JsonNode ReadPartition(GenimageSection section)
    {
        var partition = new JsonObject { ["name"] = section.Name, ["in_table"] = true };
        foreach (var (name, value) in section.Options)
        {
            var (field, meaning) = name switch
            {
                "in-partition-table" => ("in_table", (JsonNode)IsTrue(value)),
                "bootable" => ("bootable", IsTrue(value)),
                "offset" or "size" => (name, Bytes(value)),
                "partition-type" => ("mbr_type", Number(value)),
                "partition-type-uuid" => ("type_uuid", PartitionType.Guid(value)),
                "partition-uuid" => ("part_uuid", value.ToUpperInvariant()),
                _ => (name, value),
            };
            partition[field] = meaning;
        }

        return partition;
    }

    private static JsonObject ReadFileSystem(GenimageSection image)
    {
        var kind = image.Sections.Single();
        string[] files = [.. kind.Options.Where(x => x.Name == "files").Select(x => x.Value)];
        var system = new JsonObject
        {
            ["fs"] = kind.Kind,
            ["empty"] = IsTrue(image["empty"] ?? "false"),
            ["size"] = Bytes(image["size"]!),
            ["label"] = kind["label"],
            ["options"] = Json.Object(
                kind.Options.Where(x => x.Name is not ("label" or "files")).Select(x => (x.Name, (JsonNode?)x.Value))),
        };
        if (files.Length > 0)
            system["files"] = files.Contains(Discovered) ? "discovered-at-image-time" : Json.Array(files);
        return system;
    }

    private static bool IsTrue(string value) => value is "true" or "yes" or "1";

    private static long Number(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? long.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : long.Parse(text, CultureInfo.InvariantCulture);

    private static long Bytes(string text) => text[^1] switch
    {
        'k' or 'K' => Number(text[..^1]) << 10,
        'M' => Number(text[..^1]) << 20,
        'G' => Number(text[..^1]) << 30,
        's' => Number(text[..^1]) * 512,
        _ => Number(text),
    };
}
