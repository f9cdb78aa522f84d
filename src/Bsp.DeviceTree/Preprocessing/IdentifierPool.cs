using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>Gives each identifier a number, so that looking up a macro is an access to an array. Threads may share one.</summary>
internal sealed class IdentifierPool
{
    private readonly object _gate = new();
    private readonly List<string> _names = [];
    private int[] _slots = new int[1 << 14];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _names.Count;
        }
    }

    public int IdOf(string name) => IdOf(Encoding.UTF8.GetBytes(name));

    public int IdOf(ReadOnlySpan<byte> name)
    {
        lock (_gate)
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
    }

    public string NameOf(int id)
    {
        lock (_gate)
            return _names[id];
    }

    private int SlotOf(ReadOnlySpan<byte> name)
    {
        var hash = 2166136261u;
        foreach (var c in name)
            hash = unchecked((hash ^ c) * 16777619u);
        var slot = (int)(hash & (uint)(_slots.Length - 1));
        while (_slots[slot] != 0 && !IsNamed(_slots[slot] - 1, name))
            slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }

    // Identifiers are ASCII (gcc lets no others through here), so a byte is a character.
    private bool IsNamed(int id, ReadOnlySpan<byte> name)
    {
        var other = _names[id];
        if (other.Length != name.Length)
            return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (other[i] != name[i])
                return false;
        }

        return true;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var id = 0; id < _names.Count; id++)
            _slots[SlotOf(Encoding.UTF8.GetBytes(_names[id]))] = id + 1;
    }
}
