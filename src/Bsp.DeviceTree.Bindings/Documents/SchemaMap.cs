using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Bsp.DeviceTrees.Bindings.Documents;

/// <summary>Names with values, in the order of the file.</summary>
internal sealed class SchemaMap : SchemaValue
{
    // There are a quarter of a million of them, most with two or three names.
    private const int Few = 8;

    private KeyValuePair<string, SchemaValue>[] _entries = [];
    private Dictionary<string, int>? _places;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => Entries.Select(entry => entry.Key);

    /// <summary>The names with their values. Others may be added while they are traversed, which then come, too.</summary>
    public EntryList Entries => new(this);

    /// <summary>The value of a name; null where there is none. Set, a new name comes last.</summary>
    public SchemaValue? this[string name]
    {
        get => IndexOf(name) is >= 0 and var index ? _entries[index].Value : null;
        set
        {
            if (IndexOf(name) is >= 0 and var index)
                _entries[index] = new(name, value!);
            else
                Add(name, value!);
        }
    }

    /// <summary>Whether it has a name.</summary>
    public bool Has(string name) => IndexOf(name) >= 0;

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
    public bool TryAdd(string name, SchemaValue value)
    {
        if (Has(name))
            return false;
        Add(name, value);
        return true;
    }

    /// <summary>Removes a value and returns it.</summary>
    public bool TryTake(string name, [NotNullWhen(true)] out SchemaValue? value)
    {
        value = this[name];
        Remove(name);
        return value is not null;
    }

    /// <summary>Removes a name, where it is there.</summary>
    public void Remove(string name)
    {
        if (IndexOf(name) is not (>= 0 and var index))
            return;
        Count--;
        Array.Copy(_entries, index + 1, _entries, index, Count - index);
        _entries[Count] = default;
        _places = null;
    }

    /// <summary>The number of a name; null where it has none.</summary>
    public int? Number(string name) =>
        this[name] is SchemaInteger { Value: var value } ? (int)Int128.Clamp(value, int.MinValue, int.MaxValue) : null;

    /// <summary>The text of a name; null where it has none.</summary>
    public string? Text(string name) => (this[name] as SchemaText)?.Text;

    /// <inheritdoc/>
    public override SchemaValue Copy()
    {
        var copy = new SchemaMap();
        foreach (var (name, value) in Entries)
            copy.Add(name, value.Copy());
        return copy;
    }

    private void Add(string name, SchemaValue value)
    {
        if (Count == _entries.Length)
            Array.Resize(ref _entries, Math.Max(2, Count * 2));
        _places?.Add(name, Count);
        _entries[Count++] = new(name, value);
    }

    // -1 where it is not there.
    private int IndexOf(string name)
    {
        if (Count > Few)
            return (_places ??= Index()).GetValueOrDefault(name, -1);
        for (var i = 0; i < Count; i++)
        {
            if (_entries[i].Key == name)
                return i;
        }

        return -1;
    }

    private Dictionary<string, int> Index()
    {
        var indexes = new Dictionary<string, int>(Count * 2, StringComparer.Ordinal);
        for (var i = 0; i < Count; i++)
            indexes.Add(_entries[i].Key, i);
        return indexes;
    }

    /// <summary>The names with their values.</summary>
    /// <param name="map">Whose they are; of no map there are none, which is what <c>[]</c> makes.</param>
    internal readonly struct EntryList(SchemaMap? map) : IEnumerable<KeyValuePair<string, SchemaValue>>
    {
        public Enumerator GetEnumerator() => new(map);

        IEnumerator<KeyValuePair<string, SchemaValue>> IEnumerable<KeyValuePair<string, SchemaValue>>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Traverses them.</summary>
    /// <param name="map">Whose they are.</param>
    internal struct Enumerator(SchemaMap? map) : IEnumerator<KeyValuePair<string, SchemaValue>>
    {
        private int _at = -1;

        public readonly KeyValuePair<string, SchemaValue> Current => map!._entries[_at];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++_at < (map?.Count ?? 0);

        public void Reset() => _at = -1;

        public readonly void Dispose()
        {
        }
    }
}
