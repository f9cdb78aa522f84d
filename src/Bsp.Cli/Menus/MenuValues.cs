using Bsp.Cli.Differences;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>The values that a .config has, by symbol.</summary>
internal sealed class MenuValues
{
    private readonly KconfigTree _tree;
    private readonly string?[] _values;
    private readonly IReadOnlyDictionary<string, string> _unknown;

    private MenuValues(KconfigTree tree, string?[] values, IReadOnlyDictionary<string, string> unknown) =>
        (_tree, _values, _unknown) = (tree, values, unknown);

    /// <summary>Those that would be written now.</summary>
    public static MenuValues Of(Configuration configuration)
    {
        var values = new string?[configuration.Tree.Symbols.Count];
        foreach (var symbol in Named(configuration.Tree))
            values[symbol.Index] = configuration.IsWritten(symbol) ? Shown(symbol, configuration.ValueOf(symbol)) : null;
        return new(configuration.Tree, values, new Dictionary<string, string>());
    }

    /// <summary>Those that the lines of a file say.</summary>
    /// <param name="tree">The symbols.</param>
    /// <param name="lines">The values by name, texts with their quotes.</param>
    public static MenuValues Of(KconfigTree tree, IReadOnlyDictionary<string, string> lines)
    {
        var values = new string?[tree.Symbols.Count];
        foreach (var symbol in Named(tree))
            values[symbol.Index] = lines.GetValueOrDefault(symbol.Name!);
        return new(tree, values, lines.Where(line => tree.Find(line.Key) is not { IsDefined: true }).ToDictionary());
    }

    /// <summary>What another set of values has differently, in the order of the menus.</summary>
    /// <remarks>An option that is off is the same whether it is offered or not.</remarks>
    public IEnumerable<(Symbol Symbol, ValueChange Change)> ChangesTo(MenuValues other)
    {
        var seen = new HashSet<Symbol>();
        foreach (var node in _tree.Nodes())
        {
            if (node.Symbol is not { Name: { } name } symbol || !seen.Add(symbol))
                continue;
            var (before, after) = (Value(symbol), other.Value(symbol));
            if (before != after)
                yield return (symbol, new(name, before, after));
        }
    }

    /// <summary>Lines for symbols that the tree does not define.</summary>
    public IEnumerable<ValueChange> Gone =>
        _unknown.Where(line => line.Value != "n").OrderBy(line => line.Key, StringComparer.Ordinal)
            .Select(line => new ValueChange(line.Key, line.Value, null));

    /// <summary>The value of a symbol, texts in quotes; null for a number or text that is not written.</summary>
    public string? Value(Symbol symbol) =>
        _values[symbol.Index] ?? (symbol.Type is SymbolType.Bool or SymbolType.Tristate ? "n" : null);

    private static string Shown(Symbol symbol, string value) => symbol.Type == SymbolType.String ? ConfigText.Quoted(value) : value;

    private static IEnumerable<Symbol> Named(KconfigTree tree) =>
        tree.Symbols.Where(symbol => symbol is { Name: not null, IsDefined: true, IsConstant: false });
}
