namespace Bsp.Kconfig;

/// <summary>Which bool and tristate symbols can be on at all, whatever anybody asks for.</summary>
/// <remarks>What is among them may be impossible nevertheless: only what is off for want of anything that is on is not.</remarks>
internal sealed class PossibleSymbols
{
    private readonly bool[] _symbols;
    private readonly bool[] _exprs;

    /// <summary>Finds them.</summary>
    public PossibleSymbols(KconfigTree tree)
    {
        _symbols = new bool[tree.Symbols.Count];
        _exprs = new bool[tree.Expressions.Count];
        (_symbols[tree.Yes.Index], _symbols[tree.Module.Index]) = (true, true);
        // From nothing on, until nothing is added.
        for (var added = true; added;)
        {
            added = false;
            foreach (var symbol in tree.Symbols)
            {
                if (!_symbols[symbol.Index] && Configuration.IsTristate(symbol.Type) && CanBecome(symbol))
                    added = _symbols[symbol.Index] = true;
            }
        }
    }

    /// <summary>Whether an expression can be more than <c>n</c>.</summary>
    public bool CanBe(Expr? expr)
    {
        if (expr is null || _exprs[expr.Index])
            return true;
        return _exprs[expr.Index] = expr.Kind switch
        {
            ExprKind.Symbol => _symbols[expr.Symbol.Index],
            ExprKind.And => CanBe(expr.Left) && CanBe(expr.Right),
            ExprKind.Or => CanBe(expr.Left) || CanBe(expr.Right),
            ExprKind.Equal when IsOn(expr.RightSymbol) && Configuration.IsTristate(expr.Symbol.Type) => _symbols[expr.Symbol.Index],
            _ => true,
        };
    }

    /// <summary>Whether a symbol can be more than <c>n</c>.</summary>
    public bool CanBe(Symbol symbol) => _symbols[symbol.Index];

    private static bool IsOn(Symbol symbol) => symbol.IsConstant && Tristates.Parse(symbol.Name!) is not (null or Tristate.No);

    private bool CanBecome(Symbol symbol) =>
        symbol.IsTransitional
        || (symbol.ReverseDependency is { } selects && CanBe(selects))
        || (symbol.Implied is { } implied && CanBe(implied))
        || symbol.PropertyList.Exists(property =>
            (property.Text is not null && CanBe(property.Condition))
            || (property.Kind == PropertyKind.Default && CanBe(property.Condition) && (symbol.IsChoice || CanBe(property.Value))));
}
