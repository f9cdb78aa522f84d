namespace Bsp.Kconfig;

/// <summary>Values of expressions (scripts/kconfig/expr.c, expr_calc_value).</summary>
public sealed partial class Configuration
{
    /// <summary>An expression as text, with the value after each symbol.</summary>
    internal string WithValues(Expr? expr) => ExprText.Of(expr, FormatValue);

    /// <summary>A symbol with its value.</summary>
    internal string WithValue(Symbol symbol) => symbol + (symbol.Type == SymbolType.Unknown ? "" : FormatValue(symbol));

    private string? FormatValue(Symbol symbol) =>
        symbol.IsConstant && Tree.Dialect.HasUntypedConstants ? null : $" [={ValueOf(symbol)}]";

    private Tristate Calculate(Expr expr)
    {
        switch (expr.Kind)
        {
            case ExprKind.Symbol:
                return TristateOf(expr.Symbol);
            case ExprKind.Not:
                return Evaluate(expr.Left).Not();
            case ExprKind.And:
                // Both sides always: values that depend on themselves depend on what was asked for first.
                var (left, right) = (Evaluate(expr.Left), Evaluate(expr.Right));
                return left.And(right);
            case ExprKind.Or:
                (left, right) = (Evaluate(expr.Left), Evaluate(expr.Right));
                return left.Or(right);
            default:
                return Holds(expr.Kind, Order(expr.Symbol, expr.RightSymbol)) ? Tristate.Yes : Tristate.No;
        }
    }

    /// <summary>Whether a comparison would hold if its left symbol had a value.</summary>
    internal bool WouldHold(Expr comparison, string value) =>
        Holds(comparison.Kind, Order(comparison.Symbol, value, comparison.RightSymbol, ValueOf(comparison.RightSymbol)));

    private static bool Holds(ExprKind kind, int order) => kind switch
    {
        ExprKind.Equal => order == 0,
        ExprKind.NotEqual => order != 0,
        ExprKind.Less => order < 0,
        ExprKind.LessOrEqual => order <= 0,
        ExprKind.Greater => order > 0,
        _ => order >= 0,
    };

    /// <summary>Compares as numbers where both are numbers of their types, as texts elsewhere.</summary>
    private int Order(Symbol left, Symbol right)
    {
        Compute(left);
        Compute(right);
        return Order(left, ValueOf(left), right, ValueOf(right));
    }

    private static int Order(Symbol left, string a, Symbol right, string b)
    {
        if (left.Type == SymbolType.String && right.Type == SymbolType.String)
            return string.CompareOrdinal(a, b);
        var (x, y) = (Number(a, left.Type), Number(b, right.Type));
        if (x is null || y is null)
            return string.CompareOrdinal(a, b);
        // As in C, where one operand without a sign makes the comparison one without.
        return left.Type == SymbolType.Hex || right.Type == SymbolType.Hex
            ? x.Value.CompareTo(y.Value)
            : unchecked((long)x.Value).CompareTo(unchecked((long)y.Value));
    }

    private static ulong? Number(string text, SymbolType type) => type switch
    {
        SymbolType.Bool or SymbolType.Tristate => unchecked((ulong)(Tristates.Parse(text) is { } value ? (long)value : -1L)),
        SymbolType.Int => Bits(NumberText.Signed(text, 10)),
        SymbolType.Hex => NumberText.Unsigned(text, 16),
        _ => Bits(NumberText.Signed(text, 0)),
    };

    private static ulong? Bits(long? value) => value is { } number ? unchecked((ulong)number) : null;
}
