using System.Buffers.Binary;
using System.Text;

namespace Bsp.SystemTests.Firmware;

/// <summary>
/// A flattened device tree, such as a FIT, changed in place as an attacker would: nothing that is not touched moves within its block.
/// </summary>
/// <remarks>Devicetree Specification 0.4, chapter 5.</remarks>
public sealed class FlatTree
{
    private const uint BeginNode = 1, EndNode = 2, Property = 3, Nop = 4;
    private const int HeaderSize = 0x28;
    private readonly byte[] _header;
    private readonly byte[] _reservations;
    private readonly byte[] _strings;
    private byte[] _structure;

    /// <summary>Reads a tree.</summary>
    /// <param name="blob">The tree; anything may follow it.</param>
    public FlatTree(byte[] blob)
    {
        int Field(int index) => BinaryPrimitives.ReadInt32BigEndian(blob.AsSpan(index * 4));
        Assert.Equal(unchecked((int)0xd00dfeed), Field(0));
        _header = blob[..HeaderSize];
        _reservations = blob[Field(4)..Field(2)];
        _structure = blob.AsSpan(Field(2), Field(9)).ToArray();
        _strings = blob.AsSpan(Field(3), Field(8)).ToArray();
    }

    /// <summary>A property's value.</summary>
    public byte[] this[string path]
    {
        get
        {
            var (start, end) = Find(path);
            var length = BinaryPrimitives.ReadInt32BigEndian(_structure.AsSpan(start + 4));
            Assert.InRange(start + 12 + length, 0, end);
            return _structure.AsSpan(start + 12, length).ToArray();
        }

        set
        {
            var (start, end) = Find(path);
            var property = new byte[12 + Aligned(value.Length)];
            _structure.AsSpan(start, 12).CopyTo(property);
            BinaryPrimitives.WriteInt32BigEndian(property.AsSpan(4), value.Length);
            value.CopyTo(property, 12);
            _structure = [.. _structure[..start], .. property, .. _structure[end..]];
        }
    }

    /// <summary>The bytes of a node, from its begin to its end.</summary>
    public byte[] Node(string path)
    {
        var (start, end) = Find(path);
        return _structure[start..end];
    }

    /// <summary>Puts nodes before a node's end.</summary>
    public void Append(string path, byte[] nodes)
    {
        var end = Find(path).End - 4;
        _structure = [.. _structure[..end], .. nodes, .. _structure[end..]];
    }

    /// <summary>The tree as a file.</summary>
    public byte[] ToArray()
    {
        var header = (byte[])_header.Clone();
        void Set(int index, int value) => BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(index * 4), value);
        var structure = HeaderSize + _reservations.Length;
        Set(1, structure + _structure.Length + _strings.Length);
        Set(2, structure);
        Set(3, structure + _structure.Length);
        Set(4, HeaderSize);
        Set(9, _structure.Length);
        return [.. header, .. _reservations, .. _structure, .. _strings];
    }

    // Where a node or a property begins and ends in the structure block.
    private (int Start, int End) Find(string wanted)
    {
        List<(string Path, int Start)> open = [];
        for (var at = 0; at < _structure.Length;)
        {
            var start = at;
            var token = BinaryPrimitives.ReadUInt32BigEndian(_structure.AsSpan(at));
            at += 4;
            if (token == BeginNode)
            {
                var name = Text(_structure, at);
                at += Aligned(name.Length + 1);
                open.Add((open.Count == 0 ? "" : open[^1].Path + "/" + name, start));
            }
            else if (token == Property)
            {
                var length = BinaryPrimitives.ReadInt32BigEndian(_structure.AsSpan(at));
                var name = Text(_strings, BinaryPrimitives.ReadInt32BigEndian(_structure.AsSpan(at + 4)));
                at += 8 + Aligned(length);
                if (open[^1].Path + "/" + name == wanted)
                    return (start, at);
            }
            else if (token == EndNode)
            {
                if (open[^1].Path == wanted)
                    return (open[^1].Start, at);
                open.RemoveAt(open.Count - 1);
            }
            else if (token != Nop)
            {
                break;
            }
        }

        throw new InvalidOperationException($"the tree has no {wanted}");
    }

    private static string Text(byte[] bytes, int at) => Encoding.ASCII.GetString(bytes, at, Array.IndexOf(bytes, (byte)0, at) - at);

    private static int Aligned(int length) => (length + 3) & ~3;
}
