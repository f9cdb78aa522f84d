namespace Bsp.Kconfig;

/// <summary>
/// A tree of Kconfig files, read: symbols, menus and what they depend on. It does not change; values are in a <see cref="Configuration"/>.
/// </summary>
public sealed class KconfigTree
{
    /// <summary>The size of the hash table up to Linux 6.8 (SYMBOL_HASHSIZE of scripts/kconfig/expr.h).</summary>
    internal const uint OldBuckets = 9973;

    private const uint ModernBuckets = 1 << 14;
    private readonly SymbolTable _table;
    private Symbol[]? _hashOrder;
    private PossibleSymbols? _possible;

    internal KconfigTree(
        KconfigDialect dialect, SymbolTable table, ExprPool expressions, MenuNode root, Symbol? modules, IReadOnlyList<MenuNode> choices)
    {
        (Dialect, _table, Expressions, Root, Choices) = (dialect, table, expressions, root, choices);
        Modules = modules ?? table.No;
    }

    /// <summary>What its files mean.</summary>
    public KconfigDialect Dialect { get; }

    /// <summary>The root of the menus. Its prompt is the title of the configuration.</summary>
    public MenuNode Root { get; }

    /// <summary>The symbol that decides whether there are modules; the constant <c>n</c> where there is none.</summary>
    public Symbol Modules { get; }

    /// <summary>All symbols that are named or defined, with choices and constants, in the order of their first mention.</summary>
    public IReadOnlyList<Symbol> Symbols => _table.All;

    /// <summary>Whether symbols depend on themselves, where the dialect allows that.</summary>
    internal bool IsRecursive { get; init; }

    internal ExprPool Expressions { get; }

    internal IReadOnlyList<MenuNode> Choices { get; }

    internal Symbol Yes => _table.Yes;

    internal Symbol Module => _table.Module;

    internal Symbol No => _table.No;

    internal IReadOnlyList<Symbol> HashOrder => _hashOrder ??= _table.InHashOrder(Dialect.HasModernChoices ? ModernBuckets : OldBuckets);

    internal PossibleSymbols Possible => _possible ??= new(this);

    /// <summary>The symbol with a name.</summary>
    /// <param name="name">The name, without <c>CONFIG_</c>.</param>
    /// <returns>Null when no file mentions it.</returns>
    public Symbol? Find(string name) => _table.Find(name);

    /// <summary>The menu nodes, in the order of the files as the menus show them, without the root.</summary>
    public IEnumerable<MenuNode> Nodes() => Root.Descendants();
}
