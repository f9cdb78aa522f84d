using System.Text;

namespace Bsp.Kconfig;

/// <summary>Expressions as text, with parentheses only where they are needed (scripts/kconfig/expr.c, expr_print).</summary>
internal static class ExprText
{
    /// <summary>The text of an expression; <c>y</c> for none.</summary>
    /// <param name="expr">The expression.</param>
    /// <param name="value">What to write after a symbol, such as its value; null for nothing.</param>
    public static string Of(Expr? expr, Func<Symbol, string?>? value = null)
    {
        var text = new StringBuilder();
        Write(text, expr, value, 0);
        return text.ToString();
    }

    /// <summary>An operator as it is written.</summary>
    public static string Operator(ExprKind kind) => kind switch
    {
        ExprKind.Equal => "=",
        ExprKind.NotEqual => "!=",
        ExprKind.Less => "<",
        ExprKind.LessOrEqual => "<=",
        ExprKind.Greater => ">",
        ExprKind.GreaterOrEqual => ">=",
        ExprKind.And => " && ",
        ExprKind.Or => " || ",
        ExprKind.Not => "!",
        _ => "",
    };

    private static void Write(StringBuilder text, Expr? expr, Func<Symbol, string?>? value, int outer)
    {
        if (expr is null)
        {
            text.Append('y');
            return;
        }

        var own = Binding(expr.Kind);
        if (own < outer)
            text.Append('(');
        switch (expr.Kind)
        {
            case ExprKind.Symbol:
                WriteSymbol(text, expr.Symbol, value);
                break;
            case ExprKind.Not:
                text.Append('!');
                Write(text, expr.Left, value, own);
                break;
            case ExprKind.And or ExprKind.Or:
                Write(text, expr.Left, value, own);
                text.Append(Operator(expr.Kind));
                Write(text, expr.Right, value, own);
                break;
            default:
                WriteSymbol(text, expr.Symbol, value);
                text.Append(Operator(expr.Kind));
                WriteSymbol(text, expr.RightSymbol, value);
                break;
        }

        if (own < outer)
            text.Append(')');
    }

    private static void WriteSymbol(StringBuilder text, Symbol symbol, Func<Symbol, string?>? value)
    {
        text.Append(symbol.Name ?? "<choice>");
        if (symbol is { Name: not null, Type: not SymbolType.Unknown } && value?.Invoke(symbol) is { } shown)
            text.Append(shown);
    }

    // "||" binds least, a comparison most.
    private static int Binding(ExprKind kind) => kind switch
    {
        ExprKind.Or => 1,
        ExprKind.And => 2,
        ExprKind.Not => 3,
        ExprKind.Equal or ExprKind.NotEqual => 4,
        ExprKind.Symbol => 6,
        _ => 5,
    };
}
