using System.Text;

namespace Bsp.Kconfig;

/// <summary>
/// All symbols of a tree, by name: those that words name, and constants and choices, which have name spaces of their own.
/// </summary>
internal sealed class SymbolTable
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 0x01000193;
    private readonly Dictionary<string, Symbol> _named;
    private readonly Dictionary<string, Symbol> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Symbol> _choices = new(StringComparer.Ordinal);
    private readonly List<Symbol> _all;

    /// <summary>A table with the three fixed values.</summary>
    /// <param name="count">About how many symbols it will have.</param>
    public SymbolTable(int count = 0)
    {
        _named = new(count, StringComparer.Ordinal);
        _all = new(count);
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

    public Symbol Named(string name) => FixedValue(name) ?? Intern(_named, name, constant: false);

    public Symbol Constant(string text) => FixedValue(text) ?? Intern(_constants, text, constant: true);

    public Symbol Choice(string? name = null) =>
        name is null ? Add(new(null, constant: false, _all.Count)) : Intern(_choices, name, constant: false);

    /// <summary>
    /// The symbols in the order in which the kernel's conf walks over them: by bucket of its hash table, the newest first.
    /// </summary>
    /// <remarks>
    /// auto.conf and autoconf.h are in this order, and what depends on itself has values that depend on it
    /// (scripts/include/hash.h, scripts/kconfig/internal.h).
    /// </remarks>
    /// <param name="buckets">The size of the hash table.</param>
    public Symbol[] InHashOrder(uint buckets)
    {
        // Chains by index; 0 ends one, as the three fixed values are in no table.
        var (newest, older) = (new int[buckets], new int[_all.Count]);
        for (var i = 3; i < _all.Count; i++)
        {
            ref var first = ref newest[(_all[i].Name is { } name ? Hash(name) : 0) % buckets];
            (older[i], first) = (first, i);
        }

        var order = new Symbol[_all.Count - 3];
        var count = 0;
        foreach (var first in newest)
        {
            for (var i = first; i != 0; i = older[i])
                order[count++] = _all[i];
        }

        return order;
    }

    // FNV-1a, 32 bits.
    private static uint Hash(string name)
    {
        var hash = OffsetBasis;
        foreach (var c in name)
        {
            if (c > 0x7f)
                return HashOfBytes(name);
            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }

    // A char has a sign in C.
    private static uint HashOfBytes(string name)
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

    private Symbol Intern(Dictionary<string, Symbol> space, string name, bool constant)
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
