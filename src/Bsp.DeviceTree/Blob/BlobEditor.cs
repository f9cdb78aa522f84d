using System.Buffers.Binary;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>A blob that is changed in place, by the rules of libfdt (scripts/dtc/libfdt/fdt_rw.c): what is added goes to the
/// front, and the bytes between values keep what was there before, so that overlays come out as from fdtoverlay.</summary>
public sealed class BlobEditor
{
    private readonly byte[] _head;

    // The tree, and after it the names, as they are in a blob.
    private byte[] _bytes;
    private int _tree;

    /// <summary>Takes a blob.</summary>
    /// <exception cref="FormatException">It is none, is damaged, or is of a version that is not changed.</exception>
    public BlobEditor(byte[] blob)
    {
        BlobReader.Read(blob);
        uint Field(int offset) => BinaryPrimitives.ReadUInt32BigEndian(blob.AsSpan(offset));
        var (tree, names, map) = ((int)Field(8), (int)Field(12), (int)Field(16));
        if (Field(20) < 17)
            throw new FormatException($"a blob of version {Field(20)} cannot be changed; one of version 17 can (at offset 0x14)");
        _tree = (int)Field(36);
        _bytes = [.. blob.AsSpan(tree, _tree).ToArray(), .. blob.AsSpan(names, (int)Field(32)).ToArray()];
        var end = map;
        while (BinaryPrimitives.ReadUInt64BigEndian(blob.AsSpan(end + 8)) != 0)
            end += 16;
        _head = [.. blob.AsSpan(0, 40).ToArray(), .. blob.AsSpan(map, end + 16 - map).ToArray()];
    }

    /// <summary>The root.</summary>
    public static int Root => 0;

    /// <summary>The blob, without room to spare.</summary>
    public byte[] Pack()
    {
        byte[] blob = [.. _head, .. _bytes];
        void Set(int offset, int value) => BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(offset), (uint)value);
        Set(4, blob.Length);
        Set(8, _head.Length);
        Set(12, _head.Length + _tree);
        Set(16, 40);
        Set(20, 17);
        Set(24, 16);
        Set(32, _bytes.Length - _tree);
        Set(36, _tree);
        return blob;
    }

    /// <summary>The nodes in a node.</summary>
    public IEnumerable<int> Children(int node)
    {
        var at = EndOfProperties(node);
        while (TokenAt(at) == BlobLayout.BeginNode)
        {
            yield return at;
            at = EndOfNode(at);
        }
    }

    /// <summary>A node and those below, parents first.</summary>
    public IEnumerable<int> SelfAndDescendants(int node)
    {
        var end = EndOfNode(node);
        for (var at = node; at < end; at = Next(at))
        {
            if (TokenAt(at) == BlobLayout.BeginNode)
                yield return at;
        }
    }

    /// <summary>The name of a node.</summary>
    public string NameOf(int node) => TextAt(node + 4);

    /// <summary>A node in a node, by its name, which may lack the unit address; -1 where there is none.</summary>
    public int Child(int node, string name)
    {
        foreach (var child in Children(node))
        {
            var other = NameOf(child);
            if (other == name || (name.IndexOf('@') < 0 && other.StartsWith(name + "@", StringComparison.Ordinal)))
                return child;
        }

        return -1;
    }

    /// <summary>A node by its path, which may begin with an alias; -1 where there is none (libfdt/fdt_ro.c, fdt_path_offset).</summary>
    public int Find(string path)
    {
        var names = path.Split('/').Where(name => name.Length > 0).ToList();
        var node = Root;
        if (path is not ['/', ..])
        {
            if (names.Count == 0 || Child(Root, "aliases") is not (>= 0 and var aliases) || !TryGet(aliases, names[0], out var alias)
                || alias is not [(byte)'/', .., 0])
                return -1;
            node = Find(Encoding.UTF8.GetString(alias, 0, alias.AsSpan().IndexOf((byte)0)));
            names.RemoveAt(0);
        }

        foreach (var name in names)
            node = node < 0 ? -1 : Child(node, name);
        return node;
    }

    /// <summary>The path of a node.</summary>
    public string PathOf(int node)
    {
        var names = new Stack<(string Name, int End)>();
        for (var at = Root; at < node; at = Next(at))
        {
            if (TokenAt(at) == BlobLayout.BeginNode)
                names.Push((NameOf(at), EndOfNode(at)));
            while (names.Count > 0 && names.Peek().End <= Next(at))
                names.Pop();
        }

        return "/" + string.Join("/", names.Reverse().Select(open => open.Name).Append(NameOf(node)).Where(name => name.Length > 0));
    }

    /// <summary>The value of a property; false where there is none.</summary>
    public bool TryGet(int node, string name, out byte[] value)
    {
        var property = Property(node, name);
        value = property < 0 ? [] : _bytes.AsSpan(property + 12, LengthOf(property)).ToArray();
        return property >= 0;
    }

    /// <summary>Gives a property a value; a new one precedes the others.</summary>
    public void Set(int node, string name, ReadOnlySpan<byte> value)
    {
        var property = Property(node, name);
        if (property >= 0)
        {
            Splice(property + 12, Aligned(LengthOf(property)), Aligned(value.Length));
        }
        else
        {
            property = Next(node);
            var offset = OffsetOf(name);
            Splice(property, 0, 12 + Aligned(value.Length));
            SetCell(property, BlobLayout.Property);
            SetCell(property + 8, (uint)offset);
        }

        SetCell(property + 4, (uint)value.Length);
        value.CopyTo(_bytes.AsSpan(property + 12));
    }

    /// <summary>Adds a node before the others.</summary>
    public int Add(int node, string name)
    {
        var at = EndOfProperties(node);
        var text = Encoding.UTF8.GetBytes(name + "\0");
        var length = 4 + Aligned(text.Length) + 4;
        Splice(at, 0, length);
        _bytes.AsSpan(at, length).Clear();
        SetCell(at, BlobLayout.BeginNode);
        text.CopyTo(_bytes.AsSpan(at + 4));
        SetCell(at + length - 4, BlobLayout.EndNode);
        return at;
    }

    /// <summary>Removes a property.</summary>
    /// <returns>False where there is none.</returns>
    public bool Remove(int node, string name)
    {
        var property = Property(node, name);
        if (property >= 0)
            Splice(property, 12 + Aligned(LengthOf(property)), 0);
        return property >= 0;
    }

    /// <summary>Removes a node with all that is in it.</summary>
    public void Remove(int node) => Splice(node, EndOfNode(node) - node, 0);

    private static int Aligned(int length) => (length + 3) & ~3;

    private uint TokenAt(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(offset));

    private void SetCell(int offset, uint value) => BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(offset), value);

    private int LengthOf(int property) => (int)TokenAt(property + 4);

    private string TextAt(int offset) => Encoding.UTF8.GetString(_bytes, offset, _bytes.AsSpan(offset).IndexOf((byte)0));

    private int Next(int at) => TokenAt(at) switch
    {
        BlobLayout.BeginNode => at + 4 + Aligned(_bytes.AsSpan(at + 4).IndexOf((byte)0) + 1),
        BlobLayout.Property => at + 12 + Aligned(LengthOf(at)),
        _ => at + 4,
    };

    private int EndOfNode(int node)
    {
        var depth = 0;
        for (var at = node; ; at = Next(at))
        {
            var token = TokenAt(at);
            depth += token == BlobLayout.BeginNode ? 1 : token == BlobLayout.EndNode ? -1 : 0;
            if (depth == 0)
                return at + 4;
        }
    }

    private int EndOfProperties(int node)
    {
        var at = Next(node);
        while (TokenAt(at) is BlobLayout.Property or BlobLayout.Nop)
            at = Next(at);
        return at;
    }

    private int Property(int node, string name)
    {
        for (var at = Next(node); TokenAt(at) is BlobLayout.Property or BlobLayout.Nop; at = Next(at))
        {
            if (TokenAt(at) == BlobLayout.Property && TextAt(_tree + (int)TokenAt(at + 8)) == name)
                return at;
        }

        return -1;
    }

    private int OffsetOf(string name)
    {
        var text = Encoding.UTF8.GetBytes(name + "\0");
        var offset = _bytes.AsSpan(_tree).IndexOf(text);
        if (offset >= 0)
            return offset;
        offset = _bytes.Length - _tree;
        _bytes = [.. _bytes, .. text];
        return offset;
    }

    // What is after moves; where it was, the old bytes stay until something is written there.
    private void Splice(int at, int length, int newLength)
    {
        var change = newLength - length;
        var moved = new byte[_bytes.Length + change];
        _bytes.AsSpan(0, Math.Min(at + newLength, _bytes.Length)).CopyTo(moved);
        _bytes.AsSpan(at + length).CopyTo(moved.AsSpan(at + newLength));
        _bytes = moved;
        _tree += change;
    }
}
