using System.Buffers.Binary;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Collects the bytes of a value.</summary>
internal sealed class ValueBuilder
{
    private readonly List<Marker> _markers = new(2);
    private byte[] _bytes;
    private int _length;

    /// <param name="capacity">How many bytes there will be, as far as it is known.</param>
    public ValueBuilder(int capacity = 32) => _bytes = UninitializedArray.Allocate<byte>(capacity);

    public int Length => _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Mark(MarkerKind kind, string? text = null, SourceSpan span = default) =>
        _markers.Add(_length == 0 && _markers.Count == 0 && text is null ? Marker.First(kind) : new(kind, _length, text, span));

    public void Add(byte value)
    {
        Reserve(1);
        _bytes[_length++] = value;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Adds a number, the highest byte first.</summary>
    public void Add(ulong value, int bits)
    {
        Reserve(8);
        BinaryPrimitives.WriteUInt64BigEndian(_bytes.AsSpan(_length), value << (64 - bits));
        _length += bits / 8;
    }

    /// <summary>Adds a text with the NUL at its end.</summary>
    public void AddText(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length) + 1);
        _length += Encoding.UTF8.GetBytes(text, 0, text.Length, _bytes, _length);
        _bytes[_length++] = 0;
    }

    /// <summary>Adds zeros up to a multiple of a power of two.</summary>
    public void Align(int alignment)
    {
        var end = (_length + alignment - 1) & ~(alignment - 1);
        Reserve(end - _length);
        while (_length < end)
            _bytes[_length++] = 0;
    }

    /// <summary>The value; after that the next one begins.</summary>
    public PropertyValue Build()
    {
        var value = new PropertyValue(_bytes.AsSpan(0, _length).ToArray(), _markers switch
        {
            [] => null,
            [var only] when only == Marker.First(only.Kind) => Marker.OnlyFirst(only.Kind),
            _ => _markers.GetRange(0, _markers.Count),
        });
        Clear();
        return value;
    }

    /// <summary>Drops what was collected.</summary>
    public void Clear()
    {
        _markers.Clear();
        _length = 0;
    }

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }
}
