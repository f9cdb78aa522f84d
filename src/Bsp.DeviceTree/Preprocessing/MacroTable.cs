namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>
/// The macros that are defined, by the numbers of their names. It has room for every name of a source cache, so trees use one
/// after the other.
/// </summary>
internal sealed class MacroTable
{
    private readonly List<int> _used = [];
    private Macro?[] _macros = new Macro?[1 << 12];

    /// <summary>The numbers of the names that are defined.</summary>
    public IEnumerable<int> Defined => _used.Where(id => _macros[id] is not null).Distinct();

    /// <summary>The macro of a name; null for one that is not defined, and for a token that is not a name.</summary>
    public Macro? this[int id]
    {
        get => id >= 0 && id < _macros.Length ? _macros[id] : null;
        set
        {
            if (id >= _macros.Length)
                Array.Resize(ref _macros, Math.Max(_macros.Length * 2, id + 1));
            _used.Add(id);
            _macros[id] = value;
        }
    }

    /// <summary>Forgets all of them.</summary>
    public void Clear()
    {
        foreach (var id in _used)
            _macros[id] = null;
        _used.Clear();
    }
}
