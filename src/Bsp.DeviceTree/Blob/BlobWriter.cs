using System.Buffers.Binary;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Writes a tree as a flattened device tree, a blob (Devicetree Specification 0.4, chapter 5; scripts/dtc/flattree.c for the order of names and for old versions).</summary>
public sealed class BlobWriter
{
    private readonly ValueBuilder _structure = new();
    private readonly NameTable _names = new();
    private readonly BlobLayout _layout;

    private BlobWriter(int version) =>
        _layout = BlobLayout.Of(version) ?? throw new ArgumentException($"there is no version {version} of device tree blobs; there are 1, 2, 3, 16 and 17", nameof(version));

    /// <summary>The blob of a tree.</summary>
    /// <exception cref="ArgumentException">There is no such version of the format.</exception>
    public static byte[] Write(DeviceTree tree, BlobOptions? options = null)
    {
        options ??= new();
        var writer = new BlobWriter(options.Version);
        if (!tree.Root.IsDeleted)
            writer.Add(tree.Root);
        writer._structure.Add(BlobLayout.End, 32);
        return writer.Assemble(tree, options);
    }

    private void Add(TreeNode node)
    {
        _structure.Add(BlobLayout.BeginNode, 32);
        _structure.AddText(_layout.IsOld ? node.Path : node.Name);
        _structure.Align(4);
        var hasName = false;
        foreach (var property in node.PropertyList)
        {
            if (property.IsDeleted)
                continue;
            hasName |= property.Name == "name";
            Add(property.Name, property.Value.Bytes);
        }

        if (_layout.IsOld && !hasName)
            Add("name", Encoding.UTF8.GetBytes(node.BaseName + "\0"));
        foreach (var child in node.ChildList)
        {
            if (!child.IsDeleted)
                Add(child);
        }

        _structure.Add(BlobLayout.EndNode, 32);
    }

    private void Add(string name, ReadOnlySpan<byte> value)
    {
        _structure.Add(BlobLayout.Property, 32);
        _structure.Add((ulong)value.Length, 32);
        _structure.Add((ulong)_names.OffsetOf(name), 32);
        if (_layout.IsOld && value.Length >= 8)
            _structure.Align(8);
        _structure.Add(value);
        _structure.Align(4);
    }

    private byte[] Assemble(DeviceTree tree, BlobOptions options)
    {
        var reservations = (tree.Reservations.Count + options.ReserveEntries + 1) * 16;
        var map = (_layout.HeaderSize + 7) & ~7;
        var structure = map + reservations;
        var strings = structure + _structure.Length;
        var used = strings + _names.Bytes.Length;
        var size = Math.Max(used, options.MinimumSize);
        if (options.Padding > 0)
            size = used + options.Padding;
        if (options.Alignment > 0)
            size = (size + options.Alignment - 1) & ~(options.Alignment - 1);

        var blob = new byte[size];
        uint[] header = [BlobLayout.Magic, (uint)size, (uint)structure, (uint)strings, (uint)map, (uint)_layout.Version, (uint)_layout.LastCompatible,
            tree.BootProcessor, (uint)_names.Bytes.Length, (uint)_structure.Length];
        for (var i = 0; i < _layout.HeaderSize / 4; i++)
            BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(i * 4), header[i]);
        for (var i = 0; i < tree.Reservations.Count; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(blob.AsSpan(map + (i * 16)), tree.Reservations[i].Address);
            BinaryPrimitives.WriteUInt64BigEndian(blob.AsSpan(map + (i * 16) + 8), tree.Reservations[i].Size);
        }

        _structure.Bytes.CopyTo(blob.AsSpan(structure));
        _names.Bytes.CopyTo(blob.AsSpan(strings));
        return blob;
    }
}
