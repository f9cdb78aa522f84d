using System.Text;

namespace Bsp.Kconfig;

/// <summary>All symbols of a tree, by name: those that words name, and constants, which have a name space of their own.</summary>
internal sealed class SymbolTable
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 0x01000193;
    private readonly Dictionary<string, Symbol> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol> _constants = new(StringComparer.Ordinal);
    private readonly List<Symbol> _all = [];

    public SymbolTable()
    {
        Yes = Fixed("y");
        Module = Fixed("m");
        No = Fixed("n");
    }

    public Symbol Yes { get; }

    public Symbol Module { get; }

    public Symbol No { get; }

    /// <summary>All of them, in the order of their first mention; the three fixed values come first.</summary>
    public IReadOnlyList<Symbol> All => _all;

    public Symbol? Find(string name) => FixedValue(name) ?? (_named.TryGetValue(name, out var symbol) ? symbol : null);

    public Symbol Named(string name) => FixedValue(name) ?? In(_named, name, constant: false);

    public Symbol Constant(string text) => FixedValue(text) ?? In(_constants, text, constant: true);

    public Symbol Choice() => Add(new(null, constant: false, _all.Count));

    /// <summary>The symbols in the order in which the kernel's conf walks over them: by bucket of its hash table, the newest first.</summary>
    /// <remarks>auto.conf and autoconf.h are in this order, and what depends on itself has values that depend on it (scripts/include/hash.h, scripts/kconfig/internal.h).</remarks>
    /// <param name="buckets">The size of the hash table.</param>
    public Symbol[] InHashOrder(uint buckets)
    {
        var keyed = new List<(uint Bucket, int Age, Symbol Symbol)>(_all.Count);
        // The three fixed values are in no table.
        for (var i = 3; i < _all.Count; i++)
            keyed.Add(((_all[i].Name is { } name ? Hash(name) : 0) % buckets, -i, _all[i]));
        keyed.Sort((a, b) => a.Bucket != b.Bucket ? a.Bucket.CompareTo(b.Bucket) : a.Age.CompareTo(b.Age));
        return [.. keyed.Select(entry => entry.Symbol)];
    }

    // FNV-1a, 32 bits.
    private static uint Hash(string name)
    {
        var hash = OffsetBasis;
        foreach (var part in Encoding.UTF8.GetBytes(name))
            hash = unchecked((hash ^ (uint)(sbyte)part) * Prime);
        return hash;
    }

    private Symbol? FixedValue(string name) => name switch
    {
        "y" => Yes,
        "m" => Module,
        "n" => No,
        _ => null,
    };

    private Symbol Fixed(string name)
    {
        var symbol = Add(new(name, constant: true, _all.Count));
        symbol.Type = SymbolType.Tristate;
        return symbol;
    }

    private Symbol In(Dictionary<string, Symbol> space, string name, bool constant)
    {
        if (!space.TryGetValue(name, out var symbol))
            space.Add(name, symbol = Add(new(name, constant, _all.Count)));
        return symbol;
    }

    private Symbol Add(Symbol symbol)
    {
        _all.Add(symbol);
        return symbol;
    }
}
