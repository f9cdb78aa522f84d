namespace Bsp.DeviceTrees;

/// <summary>What a marker says about the bytes after it.</summary>
public enum MarkerKind : byte
{
    /// <summary>A label stands here.</summary>
    Label,

    /// <summary>The phandle of a node belongs here.</summary>
    Phandle,

    /// <summary>The path of a node belongs here.</summary>
    Path,

    /// <summary>A number follows that the source writes with names of macros.</summary>
    Written,

    /// <summary>Bytes of a file follow.</summary>
    Blob,

    /// <summary>Text follows.</summary>
    String,

    /// <summary>Numbers of 8 bits follow.</summary>
    UInt8,

    /// <summary>Numbers of 16 bits follow.</summary>
    UInt16,

    /// <summary>Numbers of 32 bits, cells, follow.</summary>
    UInt32,

    /// <summary>Numbers of 64 bits follow.</summary>
    UInt64,
}

/// <summary>Something that the source of a value says, and its bytes do not.</summary>
public sealed class Marker
{
    // Most values are of one type, which nothing moves: they share what says so.
    private static readonly Marker[] s_first =
    [
        .. Enumerable.Range(0, (int)MarkerKind.UInt64 + 1).Select(kind => new Marker((MarkerKind)kind, 0)),
    ];
    private static readonly List<Marker>[] s_onlyFirst = [.. s_first.Select(marker => new List<Marker> { marker })];

    internal Marker(MarkerKind kind, int offset, string? text = null, SourceSpan span = default) =>
        (Kind, Offset, Text, Span) = (kind, offset, text, span);

    /// <summary>What it says.</summary>
    public MarkerKind Kind { get; }

    /// <summary>The byte that it precedes.</summary>
    public int Offset { get; internal set; }

    /// <summary>A label, the label or path that is referred to, or what is written; null for what says a type only.</summary>
    public string? Text { get; }

    /// <summary>Where a reference is written.</summary>
    public SourceSpan Span { get; }

    /// <summary>Whether it says which type the bytes after it have.</summary>
    internal bool IsType => Kind >= MarkerKind.String;

    /// <summary>A marker without text that is the first of a value, before its first byte.</summary>
    internal static Marker First(MarkerKind kind) => s_first[(int)kind];

    /// <summary>Only the first marker; not to be changed.</summary>
    internal static List<Marker> OnlyFirst(MarkerKind kind) => s_onlyFirst[(int)kind];
}

/// <summary>The value of a property: bytes, and what is known about them.</summary>
public sealed class PropertyValue
{
    private static readonly List<Marker> s_none = [];

    private List<Marker> _markers;
    private byte[] _bytes;

    internal PropertyValue(byte[] bytes, List<Marker>? markers = null) => (_bytes, _markers) = (bytes, markers ?? s_none);

    /// <summary>The bytes, as a blob has them.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>What the source says about the bytes, in their order.</summary>
    public IReadOnlyList<Marker> Markers => _markers;

    // Values may share it.
    internal List<Marker> MarkerList => _markers;

    /// <summary>The number of whole cells.</summary>
    internal int CellCount => _bytes.Length / 4;

    /// <summary>The cell that the value is; null where it is not one.</summary>
    internal uint? Cell => _bytes.Length == 4 ? CellAt(0) : null;

    /// <summary>The first text of the value; null where it does not end.</summary>
    internal string? Text =>
        Array.IndexOf(_bytes, (byte)0) is >= 0 and var end ? System.Text.Encoding.UTF8.GetString(_bytes, 0, end) : null;

    /// <summary>The bytes before the first zero.</summary>
    internal ReadOnlySpan<byte> FirstText => _bytes.AsSpan(0, Array.IndexOf(_bytes, (byte)0) is >= 0 and var end ? end : _bytes.Length);

    /// <summary>The number that cells make, of many the last 64 bits; null where there are not so many.</summary>
    internal ulong? Number(int first, int count)
    {
        if (first < 0 || count < 0 || (long)first + count > CellCount)
            return null;
        var number = 0UL;
        for (var i = first; i < first + count; i++)
            number = (number << 32) | CellAt(4 * i);
        return number;
    }

    /// <summary>A value of one cell.</summary>
    internal static PropertyValue Of(uint cell)
    {
        var value = new PropertyValue(new byte[4], Marker.OnlyFirst(MarkerKind.UInt32));
        value.SetCell(0, cell);
        return value;
    }

    /// <summary>The cell at an offset, which has to be there.</summary>
    internal uint CellAt(int offset) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(offset));

    internal void SetCell(int offset, uint cell) =>
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(offset), cell);

    /// <summary>Puts bytes where a marker stands; the markers after it move.</summary>
    internal void Insert(int marker, ReadOnlySpan<byte> bytes)
    {
        var at = _markers[marker].Offset;
        var longer = new byte[_bytes.Length + bytes.Length];
        _bytes.AsSpan(0, at).CopyTo(longer);
        bytes.CopyTo(longer.AsSpan(at));
        _bytes.AsSpan(at).CopyTo(longer.AsSpan(at + bytes.Length));
        _bytes = longer;
        for (var i = marker + 1; i < _markers.Count; i++)
            _markers[i].Offset += bytes.Length;
    }

    internal void Append(ReadOnlySpan<byte> bytes, Marker marker)
    {
        _markers = [.. _markers, marker];
        var longer = new byte[_bytes.Length + bytes.Length];
        _bytes.CopyTo(longer, 0);
        bytes.CopyTo(longer.AsSpan(_bytes.Length));
        _bytes = longer;
    }
}
