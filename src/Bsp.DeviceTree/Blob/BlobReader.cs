using System.Buffers.Binary;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>
/// Reads a flattened device tree, a blob (Devicetree Specification 0.4, chapter 5). What lies outside of it, or is none, is an
/// error with its offset.
/// </summary>
public sealed class BlobReader
{
    // As in sources; libfdt and the kernel go 64 deep.
    private const int MaximumDepth = 500;

    private readonly byte[] _blob;
    private readonly BlobLayout _layout;
    private readonly int _strings;
    private readonly int _stringsEnd;
    private readonly int _structureEnd;
    private int _at;

    private BlobReader(byte[] blob)
    {
        _blob = blob;
        if (blob.Length == 0)
            throw Damaged(0, "it is empty");
        if (blob.Length < 4 || Cell(0) != BlobLayout.Magic)
            throw Damaged(0, "this is not a device tree blob: it begins with other bytes than d0 0d fe ed");
        if (blob.Length < 28)
            throw Damaged(blob.Length, "it ends within its header");
        var (size, version, oldest) = (Cell(4), Cell(20), Cell(24));
        if (size > blob.Length)
            throw Damaged(4, $"the blob has {size} bytes by its header, but the file {blob.Length}");
        _layout = BlobLayout.Of((int)Math.Min(version, 17)) is { } layout && oldest <= 17
            ? layout
            : throw Damaged(20, $"version {version} of the format cannot be read");
        if (size < _layout.HeaderSize)
            throw Damaged(4, "the blob is shorter than its header");
        (_at, _strings) = (Offset(8, size), Offset(12, size));
        _stringsEnd = version < 3 ? (int)size : End(_strings, Cell(32), size, 32);
        _structureEnd = version < 17 ? (int)size : End(_at, Cell(36), size, 36);
    }

    /// <summary>The tree of a blob.</summary>
    /// <exception cref="FormatException">It is none, or is damaged.</exception>
    public static DeviceTree Read(byte[] blob)
    {
        var reader = new BlobReader(blob);
        var reservations = reader.ReadReservations();
        if (reader.Token() != BlobLayout.BeginNode)
            throw Damaged(reader._at - 4, "the tree has no root");
        var root = reader.ReadNode("", 0);
        if (reader.Token() != BlobLayout.End)
            throw Damaged(reader._at - 4, "something follows the root");
        return new(root, false, reservations) { BootProcessor = reader._layout.Version >= 2 ? reader.Cell(28) : 0 };
    }

    private uint Cell(int offset) => BinaryPrimitives.ReadUInt32BigEndian(_blob.AsSpan(offset));

    private int Offset(int field, uint size) =>
        Cell(field) <= size ? (int)Cell(field) : throw Damaged(field, "the header points past the end of the blob");

    private static int End(int start, uint length, uint size, int field) =>
        length <= size - start ? start + (int)length : throw Damaged(field, "the header points past the end of the blob");

    private List<MemoryReservation> ReadReservations()
    {
        var reservations = new List<MemoryReservation>();
        for (var at = Offset(16, (uint)_blob.Length); ; at += 16)
        {
            if (at > _blob.Length - 16)
                throw Damaged(at, "the list of reserved memory does not end");
            var entry = new MemoryReservation(
                BinaryPrimitives.ReadUInt64BigEndian(_blob.AsSpan(at)), BinaryPrimitives.ReadUInt64BigEndian(_blob.AsSpan(at + 8)));
            if (entry.Size == 0)
                return reservations;
            reservations.Add(entry);
        }
    }

    private uint Token()
    {
        while (true)
        {
            if (_at > _structureEnd - 4)
                throw Damaged(_at, "the tree is cut short");
            var token = Cell(_at);
            _at += 4;
            if (token != BlobLayout.Nop)
                return token;
        }
    }

    private TreeNode ReadNode(string parent, int depth)
    {
        if (depth == MaximumDepth)
            throw Damaged(_at, $"nodes are nested more than {MaximumDepth} deep");
        var written = Text(_at, _structureEnd, out _at);
        Align(4);
        var node = new TreeNode(_layout.IsOld ? LastName(written, parent) : written);
        while (true)
        {
            switch (Token())
            {
                case BlobLayout.Property:
                    ReadProperty(node);
                    break;
                case BlobLayout.BeginNode:
                    node.Add(ReadNode(written, depth + 1));
                    break;
                case BlobLayout.EndNode:
                    return node;
                default:
                    throw Damaged(_at - 4, "here should be a property, a node or the end of one");
            }
        }
    }

    // Old versions have the whole path.
    private string LastName(string path, string parent)
    {
        var start = parent.Length == 0 ? "" : parent is [.., '/'] ? parent : parent + "/";
        return path == "/" ? "" : path.StartsWith(start, StringComparison.Ordinal) && path.Length > start.Length
            ? path.Substring(start.Length)
            : throw Damaged(_at, $"the node '{path}' is not below the node around it");
    }

    private void ReadProperty(TreeNode node)
    {
        if (_at > _structureEnd - 8)
            throw Damaged(_at, "a property is cut short");
        var (length, name, start) = (Cell(_at), Cell(_at + 4), _at);
        _at += 8;
        if (_layout.IsOld && length >= 8)
            Align(8);
        if (length > _structureEnd - _at)
            throw Damaged(start, $"a property of {length} bytes extends past the end of the tree");
        if (name >= _stringsEnd - _strings)
            throw Damaged(start + 4, "the name of a property is past the end of the names");
        node.Add(Text(_strings + (int)name, _stringsEnd, out _), new(_blob.AsSpan(_at, (int)length).ToArray()));
        _at += (int)length;
        Align(4);
    }

    private void Align(int alignment) => _at = Math.Min((_at + alignment - 1) & ~(alignment - 1), _structureEnd);

    private string Text(int start, int end, out int next)
    {
        var length = _blob.AsSpan(start, end - start).IndexOf((byte)0);
        if (length < 0)
            throw Damaged(start, "a name does not end");
        next = start + length + 1;
        return Encoding.UTF8.GetString(_blob, start, length);
    }

    private static FormatException Damaged(int offset, string what) => new($"{what} (at offset 0x{offset:x})");
}
