using System.Diagnostics.CodeAnalysis;

namespace Bsp.DeviceTrees.Bindings.Documents;

/// <summary>Names with values, in the order of the file.</summary>
internal sealed class SchemaMap : SchemaValue
{
    private readonly OrderedDictionary<string, SchemaValue> _entries = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => _entries.Keys;

    /// <summary>The names with their values. Others may be added while they are gone through, which then come, too.</summary>
    public IEnumerable<KeyValuePair<string, SchemaValue>> Entries
    {
        get
        {
            for (var i = 0; i < _entries.Count; i++)
                yield return _entries.GetAt(i);
        }
    }

    /// <summary>The value of a name; null where there is none. Set, a new name comes last.</summary>
    public SchemaValue? this[string name]
    {
        get => _entries.GetValueOrDefault(name);
        set => _entries[name] = value!;
    }

    /// <summary>Whether it has a name.</summary>
    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Whether it has one of several names.</summary>
    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
                return true;
        }

        return false;
    }

    /// <summary>Adds a name that is not there.</summary>
    public bool TryAdd(string name, SchemaValue value) => _entries.TryAdd(name, value);

    /// <summary>Takes a value out.</summary>
    public bool TryTake(string name, [NotNullWhen(true)] out SchemaValue? value) => _entries.Remove(name, out value);

    /// <summary>Removes a name, where it is there.</summary>
    public void Remove(string name) => _entries.Remove(name);

    /// <summary>The number of a name; null where it has none.</summary>
    public int? Number(string name) => this[name] is SchemaInteger { Value: var value } ? (int)Int128.Clamp(value, int.MinValue, int.MaxValue) : null;

    /// <summary>The text of a name; null where it has none.</summary>
    public string? Text(string name) => (this[name] as SchemaText)?.Text;

    /// <inheritdoc/>
    public override SchemaValue Copy()
    {
        var copy = new SchemaMap();
        foreach (var (name, value) in _entries)
            copy._entries.Add(name, value.Copy());
        return copy;
    }
}
