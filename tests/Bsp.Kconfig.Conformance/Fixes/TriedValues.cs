using System.Globalization;

namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>The values that a small tree's symbols are tried with.</summary>
/// <param name="tree">The symbols.</param>
internal sealed class TriedValues(KconfigTree tree)
{
    private readonly List<string> _constants =
    [
        .. tree.Symbols.Where(symbol => symbol is { IsDefined: false, Name: not null })
            .Select(symbol => symbol.Name!)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>
    /// The values of a symbol: all of a bool or tristate; of a number those that the tree names and their neighbours; of a text
    /// those that it names, and another.
    /// </summary>
    public IReadOnlyList<string> Of(Symbol symbol) => symbol.Type switch
    {
        SymbolType.Bool => ["n", "y"],
        SymbolType.Tristate => ["n", "m", "y"],
        SymbolType.String => ["acme", "none", "", "other"],
        SymbolType.Int => [.. Numbers(10).Select(number => number.ToString(CultureInfo.InvariantCulture))],
        SymbolType.Hex => [.. Numbers(16).Select(number => "0x" + number.ToString("x", CultureInfo.InvariantCulture))],
        _ => [],
    };

    private IEnumerable<int> Numbers(int radix) => _constants
        .Where(text => text.Length > 0 && char.IsDigit(text[0]) && text.StartsWith("0x", StringComparison.Ordinal) == (radix == 16))
        .Select(text => Convert.ToInt32(text, radix))
        .SelectMany(number => new[] { number - 1, number, number + 1 })
        .Where(number => number >= 0 || radix == 10)
        .Distinct()
        .Order();
}
