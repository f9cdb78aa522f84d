using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <summary>One number and one text for each name, however often it is written.</summary>
internal sealed class NamePool
{
    // The names, one behind the other. Most have no need of a text.
    private byte[] _bytes = RoomFor.Many<byte>(1 << 16);
    private Entry[] _entries = RoomFor.Many<Entry>(1 << 12);
    private string?[] _texts = [];
    private int[] _slots = new int[1 << 12];
    private int _count;

    /// <summary>The name of a number.</summary>
    public string this[int number]
    {
        get
        {
            if (number >= _texts.Length)
                Array.Resize(ref _texts, Math.Max(number + 1, _texts.Length == 0 ? 1 << 10 : _texts.Length * 2));
            return _texts[number] ??= TextOf(_entries[number]);
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
            ref readonly var entry = ref _entries[_slots[slot] - 1];
            if (entry.Hash == hash && name.SequenceEqual(_bytes.AsSpan(entry.Start, entry.Length)))
                return _slots[slot] - 1;
        }

        Add(name, hash);
        _slots[slot] = _count;
        if (_count * 2 > _slots.Length)
            Grow();
        return _count - 1;
    }

    private static uint HashOf(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
            hash = unchecked((hash ^ c) * 16777619u);
        return hash;
    }

    private void Add(ReadOnlySpan<byte> name, uint hash)
    {
        var start = _count == 0 ? 0 : _entries[_count - 1].Start + _entries[_count - 1].Length;
        if (start + name.Length > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, start + name.Length));
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        name.CopyTo(_bytes.AsSpan(start));
        _entries[_count++] = new(start, name.Length, hash);
    }

    private string TextOf(Entry entry) => Encoding.UTF8.GetString(_bytes, entry.Start, entry.Length);

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

    private readonly record struct Entry(int Start, int Length, uint Hash);
}
