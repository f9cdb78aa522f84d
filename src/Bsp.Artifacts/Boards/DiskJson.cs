using Bsp.Artifacts.Disk;
using Bsp.Model;

namespace Bsp.Artifacts.Boards;

/// <summary>The disk's part of <c>board.json</c>: offsets placed, GUIDs made, sizes in bytes.</summary>
internal static class DiskJson
{
    public static JsonMembers Of(BootableBoard board, DiskLayout disk) => new()
    {
        { "table", disk.Table.ToString().ToLowerInvariant() },
        { "size", disk.Size.Bytes },
        { "alignment", disk.Alignment.Bytes },
        { "guid", DiskIds.Disk(board).ToString("D") },
        { "raw", disk.Raw.Select(Of) },
        { "partitions", disk.Place().Select(placed => Of(board, placed)) },
    };

    private static JsonMembers Of(RawRegion raw) => new()
    {
        { "name", raw.Name },
        { "file", raw.File },
        { "offset", raw.Offset.Bytes },
        { "size", raw.Size.Bytes },
    };

    private static JsonMembers Of(Board board, PlacedPartition placed) => new JsonMembers
    {
        { "number", placed.Number },
        { "name", placed.Partition.Name },
        { "offset", placed.Offset.Bytes },
        { "size", placed.Partition.Size.Bytes },
        { "content", Of(placed.Partition.Content) },
        { "file", DiskInputs.FileFor(placed.Partition.Content) },
        { "type", placed.Partition.Type.ToString("D") },
        { "guid", DiskIds.Partition(board, placed.Partition).ToString("D") },
    }
        .With("mbrType", placed.Partition.MbrType is { } type ? (int)type : null)
        .With("bootable", placed.Partition.Bootable);

    private static JsonMembers Of(Content content) => content switch
    {
        SlotRoot root => new() { { "kind", "slot-root" }, { "slot", root.Slot } },
        SlotBoot boot => new() { { "kind", "slot-boot" }, { "slot", boot.Slot } },
        Filesystem filesystem => new()
        {
            { "kind", "filesystem" },
            { "use", filesystem.Use.ToString().ToLowerInvariant() },
            { "type", filesystem.Type.ToString().ToLowerInvariant() },
        },
        RawFile => new() { { "kind", "raw-file" } },
        _ => throw new ModelException($"board.json cannot describe {content}"),
    };
}
