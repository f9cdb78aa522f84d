using System.Buffers.Binary;

namespace Bsp.DeviceTrees;

/// <summary>
/// Writes a tree as a flattened device tree, a blob (Devicetree Specification 0.4, chapter 5; scripts/dtc/flattree.c for the
/// order of names and for old versions).
/// </summary>
public static class BlobWriter
{
    /// <summary>The blob of a tree.</summary>
    /// <exception cref="ArgumentException">There is no such version of the format.</exception>
    public static byte[] Write(DeviceTree tree, BlobOptions? options = null)
    {
        options ??= new();
        var layout = BlobLayout.Existing(options.Version);
        var structure = new StructureBytes();
        var flattener = new TreeFlattener(layout, structure);
        if (!tree.Root.IsDeleted)
            flattener.Add(tree.Root);
        structure.Cell(BlobLayout.End);
        return Assemble(tree, options, layout, structure.Bytes, flattener.Names.Bytes);
    }

    private static byte[] Assemble(
        DeviceTree tree, BlobOptions options, BlobLayout layout, ReadOnlySpan<byte> structure, ReadOnlySpan<byte> names)
    {
        var reservations = (tree.Reservations.Count + options.ReserveEntries + 1) * 16;
        var map = (layout.HeaderSize + 7) & ~7;
        var tokens = map + reservations;
        var strings = tokens + structure.Length;
        var used = strings + names.Length;
        var size = Math.Max(used, options.MinimumSize);
        if (options.Padding > 0)
            size = used + options.Padding;
        if (options.Alignment > 0)
            size = (size + options.Alignment - 1) & ~(options.Alignment - 1);

        var blob = new byte[size];
        uint[] header =
            [BlobLayout.Magic, (uint)size, (uint)tokens, (uint)strings, (uint)map, (uint)layout.Version, (uint)layout.LastCompatible,
                tree.BootProcessor, (uint)names.Length, (uint)structure.Length];
        for (var i = 0; i < layout.HeaderSize / 4; i++)
            BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(i * 4), header[i]);
        for (var i = 0; i < tree.Reservations.Count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(blob.AsSpan(map + (i * 16)), tree.Reservations[i].Address);
            BinaryPrimitives.WriteUInt64BigEndian(blob.AsSpan(map + (i * 16) + 8), tree.Reservations[i].Size);
        }

        structure.CopyTo(blob.AsSpan(tokens));
        names.CopyTo(blob.AsSpan(strings));
        return blob;
    }
}
