using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Collects the bytes of a value.</summary>
internal sealed class ValueBuilder
{
    private readonly List<Marker> _markers = new(2);
    private byte[] _bytes = new byte[32];
    private int _length;

    public int Length => _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Mark(MarkerKind kind, string? text = null, SourceSpan span = default) => _markers.Add(new(kind, _length, text, span));

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
        for (var shift = bits - 8; shift >= 0; shift -= 8)
            _bytes[_length++] = unchecked((byte)(value >> shift));
    }

    /// <summary>Adds a text with the NUL at its end.</summary>
    public void AddText(string text)
    {
        Add(Encoding.UTF8.GetBytes(text));
        Add((byte)0);
    }

    /// <summary>Adds zeros up to a multiple of a power of two.</summary>
    public void Align(int alignment)
    {
        var end = (_length + alignment - 1) & ~(alignment - 1);
        Reserve(end - _length);
        while (_length < end)
            _bytes[_length++] = 0;
    }

    public PropertyValue Build() => new(_bytes.AsSpan(0, _length).ToArray(), _markers);

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }
}
