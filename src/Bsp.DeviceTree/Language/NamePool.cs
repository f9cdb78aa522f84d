using System.Buffers.Binary;
using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <summary>One number and one text for each name, however often it is written.</summary>
internal sealed class NamePool
{
    private const int LengthOfName = 16;

    // The names, one after the other. Most have no need of a text.
    private byte[] _bytes;
    private Entry[] _entries;
    private string?[] _texts = [];
    private int[] _slots;
    private int _count;

    /// <param name="capacity">How many names there will be, as far as it is known; a power of two.</param>
    public NamePool(int capacity) =>
        (_bytes, _entries, _slots) =
            (UninitializedArray.Allocate<byte>(capacity * LengthOfName),
                UninitializedArray.Allocate<Entry>(capacity), new int[capacity * 2]);

    /// <summary>The name of a number.</summary>
    public string this[int number]
    {
        get
        {
            if (number >= _texts.Length)
                Array.Resize(ref _texts, _entries.Length);
            return _texts[number] ??= Encoding.UTF8.GetString(_bytes, StartOf(number), _entries[number].End - StartOf(number));
        }
    }

    /// <summary>The text of a name.</summary>
    public string Of(ReadOnlySpan<byte> name) => this[NumberOf(name)];

    /// <summary>The number of a name, from 0 in the order of their first use.</summary>
    public int NumberOf(ReadOnlySpan<byte> name)
    {
        var hash = HashOf(name);
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (_entries[number].Hash == hash && name.SequenceEqual(BytesOf(number)))
                return number;
        }

        Add(name, hash);
        _slots[slot] = _count;
        if (_count * 2 > _slots.Length)
            Grow();
        return _count - 1;
    }

    // Eight bytes at a time, for every name of every source is asked for.
    private static uint HashOf(ReadOnlySpan<byte> name)
    {
        const ulong factor = 0x9e3779b97f4a7c15;
        var hash = (ulong)name.Length;
        for (; name.Length >= sizeof(ulong); name = name.Slice(sizeof(ulong)))
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name));
        foreach (var c in name)
            hash = (hash << 8) ^ (hash >> 56) ^ c;
        hash = Mixed(hash);
        return unchecked((uint)hash);

        static ulong Mixed(ulong hash)
        {
            hash = unchecked(hash * factor);
            return hash ^ (hash >> 32);
        }
    }

    private void Add(ReadOnlySpan<byte> name, uint hash)
    {
        var start = StartOf(_count);
        if (start + name.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + name.Length));
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        name.CopyTo(_bytes.AsSpan(start));
        _entries[_count++] = new(start + name.Length, hash);
    }

    private int StartOf(int number) => number == 0 ? 0 : _entries[number - 1].End;

    private ReadOnlySpan<byte> BytesOf(int number) => _bytes.AsSpan(StartOf(number), _entries[number].End - StartOf(number));

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < _count; number++)
        {
            var slot = (int)(_entries[number].Hash & (uint)(_slots.Length - 1));
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = number + 1;
        }
    }

    private readonly record struct Entry(int End, uint Hash);
}
