namespace Bsp.Kconfig;

/// <summary>The symbols that can be given values in the search for a fix.</summary>
/// <param name="configuration">Has the values that they are given before it.</param>
/// <param name="texts">The values that are tried of texts and numbers.</param>
/// <param name="wanted">What is wanted.</param>
/// <param name="requested">The symbols that keep their values, and those.</param>
internal sealed class FixVariables(
    Configuration configuration, TextValues texts, IReadOnlyList<Assignment> wanted, IReadOnlyDictionary<Symbol, string> requested)
{
    private readonly Dictionary<Symbol, FixVariable?> _known = [];

    /// <summary>The variable of a symbol; null for one that nobody can give a value.</summary>
    public FixVariable? Of(Symbol symbol)
    {
        if (!_known.TryGetValue(symbol, out var variable))
            _known[symbol] = variable = Make(symbol);
        return variable;
    }

    private FixVariable? Make(Symbol symbol)
    {
        if (symbol.IsConstant || symbol.IsChoice || !(symbol.HasPrompt || symbol.IsTransitional))
            return null;
        var isFixed = requested.TryGetValue(symbol, out var given);
        given ??= configuration.UserValueOf(symbol);
        List<string?> values = Configuration.IsTristate(symbol.Type)
            ? symbol.Type == SymbolType.Bool ? [null, "n", "y"] : [null, "n", "m", "y"]
            : [null, .. texts.Of(symbol, wanted)];
        if (!values.Contains(given))
            values.Insert(1, given);
        return new(symbol, [.. values.Take(FixVariable.MaximumValues)], values.IndexOf(given))
        {
            IsFixed = isFixed,
            IsComplete = values.Count <= FixVariable.MaximumValues && (Configuration.IsTristate(symbol.Type) || texts.AreAll(symbol)),
        };
    }
}
