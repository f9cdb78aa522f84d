namespace Bsp.Kconfig;

/// <summary>A symbol that two configurations have with different values.</summary>
/// <param name="Symbol">The name, without its prefix.</param>
/// <param name="Before">The value before; null for a text or a number that is not offered, and for a symbol that is not defined.</param>
/// <param name="After">The value after.</param>
public sealed record SymbolChange(string Symbol, string? Before, string? After);

/// <summary>Compares two configurations, which may be of two trees, and says how a change led to another.</summary>
public sealed class ConfigurationComparison
{
    private readonly Configuration _before;
    private readonly Configuration _after;
    private readonly Dictionary<string, SymbolChange> _changes;

    /// <summary>Compares them.</summary>
    public ConfigurationComparison(Configuration before, Configuration after)
    {
        (_before, _after) = (before, after);
        Changes =
        [
            .. before.Tree.Symbols.Concat(after.Tree.Symbols)
                .Where(symbol => symbol is { IsConstant: false, IsChoice: false, IsDefined: true, IsInternal: false, Name: not null })
                .Select(symbol => symbol.Name!)
                .Distinct(StringComparer.Ordinal)
                .Select(name => new SymbolChange(name, ValueIn(before, after, name), ValueIn(after, before, name)))
                .Where(change => change.Before != change.After)
                .OrderBy(change => change.Symbol, StringComparer.Ordinal),
        ];
        _changes = Changes.ToDictionary(change => change.Symbol, StringComparer.Ordinal);
    }

    /// <summary>What differs, by name. What is off and what does not exist are alike.</summary>
    public IReadOnlyList<SymbolChange> Changes { get; }

    /// <summary>
    /// How changes that somebody made led to others: of each symbol the one whose change is the reason, the shortest way from those.
    /// </summary>
    /// <param name="made">The symbols whose change was asked for.</param>
    /// <returns>The reason by symbol; of those that nothing leads to, there is none.</returns>
    public IReadOnlyDictionary<string, string> Reasons(IEnumerable<string> made)
    {
        var affected = Changes.SelectMany(change => MentionedBy(change.Symbol).Select(reason => (Reason: reason, change.Symbol)))
            .Where(pair => pair.Reason != pair.Symbol && _changes.ContainsKey(pair.Reason))
            .ToLookup(pair => pair.Reason, pair => pair.Symbol, StringComparer.Ordinal);
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var roots = new HashSet<string>(made, StringComparer.Ordinal);
        var open = new Queue<string>(roots.Where(_changes.ContainsKey).OrderBy(name => name, StringComparer.Ordinal));
        while (open.Count > 0)
        {
            var reason = open.Dequeue();
            foreach (var symbol in affected[reason].OrderBy(name => name, StringComparer.Ordinal))
            {
                if (roots.Contains(symbol) || reasons.ContainsKey(symbol))
                    continue;
                reasons.Add(symbol, reason);
                open.Enqueue(symbol);
            }
        }

        return reasons;
    }

    // A tristate that one of two trees does not have is off there.
    private static string? ValueIn(Configuration configuration, Configuration other, string name) =>
        configuration.Tree.Find(name) is { IsDefined: true } symbol ? configuration.FinalValueOf(symbol)
        : other.Tree.Find(name) is { IsDefined: true } there && Configuration.IsTristate(there.Type) ? "n"
        : null;

    private IEnumerable<string> MentionedBy(string name) =>
        new[] { _before, _after }.Select(configuration => configuration.Tree.Find(name))
            .OfType<Symbol>()
            .SelectMany(Mentioned)
            .Select(symbol => symbol.Name)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<Symbol> Mentioned(Symbol symbol)
    {
        foreach (var expr in new[] { symbol.ReverseDependency, symbol.DirectDependency, symbol.Implied })
        {
            if (expr is not null)
            {
                foreach (var mentioned in RequestCheck.SymbolsOf(expr))
                    yield return mentioned;
            }
        }

        foreach (var mentioned in symbol.Properties.SelectMany(InProperty))
            yield return mentioned;
        if (symbol.Choice is { } choice)
        {
            foreach (var member in choice.Descendants().Select(node => node.Symbol).OfType<Symbol>())
                yield return member;
        }
    }

    private static IEnumerable<Symbol> InProperty(Property property) =>
        new[] { property.Condition, property.Kind == PropertyKind.Default ? property.Value : null }
            .OfType<Expr>()
            .SelectMany(RequestCheck.SymbolsOf)
            .Concat(property.Range is { } range ? [range.Low, range.High] : []);
}
