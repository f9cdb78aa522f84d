using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <summary>One text for each name, however often it is written.</summary>
internal sealed class NamePool
{
    private string?[] _slots = new string?[2048];
    private int _count;

    public string Of(ReadOnlySpan<byte> bytes)
    {
        var slot = SlotOf(bytes);
        if (_slots[slot] is { } known)
            return known;
        var name = Encoding.UTF8.GetString(bytes.ToArray());
        _slots[slot] = name;
        if (++_count * 2 > _slots.Length)
            Grow();
        return name;
    }

    private int SlotOf(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var c in bytes)
            hash = unchecked((hash ^ c) * 16777619u);
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        while (_slots[slot] is { } other && !IsSame(other, bytes))
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    // The lexer lets ASCII through only.
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
        var old = _slots;
        _slots = new string?[old.Length * 2];
        foreach (var name in old)
        {
            if (name is not null)
                _slots[SlotOf(Encoding.UTF8.GetBytes(name))] = name;
        }
    }
}
