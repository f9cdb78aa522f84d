using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <summary>One text and one number for each name, however often it is written.</summary>
internal sealed class NamePool
{
    private readonly List<string> _names = [];
    private int[] _slots = new int[2048];

    /// <summary>The name of a number.</summary>
    public string this[int number] => _names[number];

    /// <summary>The text of a name.</summary>
    public string Of(ReadOnlySpan<byte> name) => _names[NumberOf(name)];

    /// <summary>The number of a name, from 0 in the order of their first use.</summary>
    public int NumberOf(ReadOnlySpan<byte> name)
    {
        var slot = SlotOf(name);
        if (_slots[slot] != 0)
            return _slots[slot] - 1;
        _names.Add(Encoding.UTF8.GetString(name.ToArray()));
        _slots[slot] = _names.Count;
        if (_names.Count * 2 > _slots.Length)
            Grow();
        return _names.Count - 1;
    }

    private int SlotOf(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
            hash = unchecked((hash ^ c) * 16777619u);
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0 && !IsSame(_names[_slots[slot] - 1], name))
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    // Names are ASCII, so a byte is a character: neither preprocessor nor dtc lets others through.
    private static bool IsSame(string name, ReadOnlySpan<byte> bytes)
    {
        if (name.Length != bytes.Length)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != bytes[i])
                return false;
        }

        return true;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < _names.Count; number++)
            _slots[SlotOf(Encoding.UTF8.GetBytes(_names[number]))] = number + 1;
    }
}
