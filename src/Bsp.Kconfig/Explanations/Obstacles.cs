namespace Bsp.Kconfig;

/// <summary>Finds the terms that keep symbols from having values, and what those come down to.</summary>
/// <param name="configuration">The configuration.</param>
internal sealed class Obstacles(Configuration configuration)
{
    private const int MaximumDepth = 24;
    private const string NothingHelps = ", and no symbol can change that";
    private readonly Dictionary<(Symbol, Tristate), UnmetTerm?> _roots = [];

    /// <summary>The terms that keep a symbol from a value; of several prompts those of the one with the fewest.</summary>
    public IReadOnlyList<UnmetTerm> Of(Symbol symbol, Tristate wanted) =>
        [.. Find(symbol, wanted).Select(obstacle => Term(obstacle, wanted, 0))];

    /// <summary>A symbol as a term.</summary>
    public UnmetTerm Term(Symbol symbol) =>
        new(symbol.ToString(), configuration.ValueOf(symbol), [.. symbol.Nodes.Select(node => node.Position)]);

    /// <summary>An expression as a term.</summary>
    public UnmetTerm Term(Expr expr) =>
        new(
            expr.Kind == ExprKind.Or ? $"({ExprText.AsWritten(expr)})" : ExprText.AsWritten(expr), configuration.Evaluate(expr).Text(),
            [.. RequestCheck.SymbolsOf(expr).SelectMany(symbol => symbol.Nodes).Select(node => node.Position).Distinct()])
        {
            Note = expr.Kind == ExprKind.NotEqual && expr.RightSymbol.Name?.Length == 0 && configuration.ValueOf(expr.Symbol).Length == 0
                ? $"{expr.Symbol} needs a text"
                : expr is { Kind: ExprKind.Symbol, Symbol: { IsDefined: false, IsConstant: false } missing }
                    ? $"no Kconfig file that is read defines {missing}"
                    : null,
        };

    /// <summary>A term as its file has it.</summary>
    public UnmetTerm Term(WrittenTerm written) => new(written.Text, configuration.Evaluate(written.Value).Text(), [written.Position])
    {
        WrittenAt = written.Position,
        Note = RequestCheck.SymbolsOf(written.Value).Any(symbol => symbol.IsDefined) ? null : written.Decider + NothingHelps,
    };

    /// <summary>The operands of a condition, those as their files have them that were decided when these were read.</summary>
    public static IEnumerable<(Expr Operand, WrittenTerm? Written)> Operands(Expr? condition, IReadOnlyList<WrittenTerm> written)
    {
        foreach (var operand in RequestCheck.Operands(condition, ExprKind.And).Distinct())
        {
            var matching = written.Where(term => term.Value == operand).ToList();
            if (matching.Count == 0)
                yield return (operand, null);
            foreach (var term in matching)
                yield return (operand, term);
        }
    }

    private List<(Expr Operand, WrittenTerm? Written)> Find(Symbol symbol, Tristate wanted)
    {
        var ways = symbol.Properties.Where(property => property.Text is not null)
            .Select(prompt => Unmet(prompt.Condition, [.. prompt.Node.Written, .. prompt.Written]))
            .ToList();
        if (ways.Count == 0 && symbol.IsDefined)
            ways.Add(Unmet(symbol.DirectDependency, [.. symbol.Nodes.SelectMany(node => node.Written)]));
        // What nobody is asked for and nothing selects has what its defaults say.
        if (ways is [{ Count: 0 }] && symbol is { HasPrompt: false, ReverseDependency: null })
        {
            ways =
            [
                .. symbol.Properties.Where(property => property is { Kind: PropertyKind.Default, Value: not null })
                    .Select(preset => (List<(Expr, WrittenTerm?)>)
                        // A text is no term that could be met.
                        [
                            .. Unmet(preset.Condition, preset.Written),
                            .. Configuration.IsTristate(symbol.Type) ? Unmet(preset.Value, preset.Written) : [],
                        ]),
            ];
        }

        return ways.OrderBy(way => way.Count).FirstOrDefault() ?? [];

        List<(Expr Operand, WrittenTerm? Written)> Unmet(Expr? condition, IReadOnlyList<WrittenTerm> written) =>
            [.. Operands(condition, written).Where(operand => configuration.Evaluate(operand.Operand) < wanted)];
    }

    private UnmetTerm Term((Expr Operand, WrittenTerm? Written) obstacle, Tristate wanted, int depth)
    {
        if (obstacle.Written is { } written)
            return Term(written);
        var term = Term(obstacle.Operand);
        return Root(obstacle.Operand, wanted, depth) is { } root && root.Key != term.Key ? term with { Root = root } : term;
    }

    /// <summary>What a term comes down to; null for none, or several things.</summary>
    private UnmetTerm? Root(Expr operand, Tristate wanted, int depth) => operand.Kind switch
    {
        ExprKind.Symbol when !operand.Symbol.IsConstant => Root(operand.Symbol, wanted, depth + 1),
        ExprKind.Equal when Tristates.Parse(operand.RightSymbol.Name ?? "") is { } value && value != Tristate.No
            && configuration.TristateOf(operand.Symbol) < value => Root(operand.Symbol, value, depth + 1),
        _ => null,
    };

    private UnmetTerm? Root(Symbol symbol, Tristate wanted, int depth)
    {
        if (_roots.TryGetValue((symbol, wanted), out var known))
            return known;
        // Until it is known: what depends on itself has no other root.
        _roots[(symbol, wanted)] = null;
        var root = Term(symbol);
        if (depth <= MaximumDepth && Find(symbol, wanted) is { Count: > 0 } obstacles)
        {
            var roots = obstacles.Select(obstacle => Term(obstacle, wanted, depth))
                .Select(term => term.Root ?? term)
                .GroupBy(term => term.Key)
                .ToList();
            root = roots.Count == 1 ? roots[0].First() : root;
        }

        return _roots[(symbol, wanted)] = root;
    }
}
