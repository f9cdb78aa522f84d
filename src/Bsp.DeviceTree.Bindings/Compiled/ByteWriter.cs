namespace Bsp.DeviceTrees.Bindings.Compiled;

/// <summary>Bytes, one after the other.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[1 << 20];
    private int _count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    /// <summary>Writes a byte.</summary>
    public void Byte(byte value)
    {
        if (_count == _bytes.Length)
            Array.Resize(ref _bytes, _count * 2);
        _bytes[_count++] = value;
    }

    /// <summary>Writes a number as LEB128.</summary>
    public void Number(UInt128 number)
    {
        // All but a few have 64 bits, and numbers of 128 are slow.
        for (; number > ulong.MaxValue; number >>= 7)
            Byte((byte)(0x80 | (byte)(number & 0x7f)));
        var rest = (ulong)number;
        for (; rest > 0x7f; rest >>= 7)
            Byte((byte)(0x80 | (byte)rest));
        Byte((byte)rest);
    }

    /// <summary>Room for some more bytes, which are then written.</summary>
    public Span<byte> Take(int count)
    {
        if (count > _bytes.Length - _count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + count));
        _count += count;
        return _bytes.AsSpan(_count - count, count);
    }
}
