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

    /// <summary>The text of an expression as a file has it: constant texts are in quotes, which the C tool leaves out.</summary>
    public static string AsWritten(Expr expr)
    {
        var text = new StringBuilder();
        Write(text, expr, null, 0, quoted: true);
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

    private static void Write(StringBuilder text, Expr? expr, Func<Symbol, string?>? value, int outer, bool quoted = false)
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
                WriteSymbol(text, expr.Symbol, value, quoted);
                break;
            case ExprKind.Not:
                text.Append('!');
                Write(text, expr.Left, value, own, quoted);
                break;
            case ExprKind.And or ExprKind.Or:
                Write(text, expr.Left, value, own, quoted);
                text.Append(Operator(expr.Kind));
                Write(text, expr.Right, value, own, quoted);
                break;
            default:
                WriteSymbol(text, expr.Symbol, value, quoted);
                text.Append(Operator(expr.Kind));
                WriteSymbol(text, expr.RightSymbol, value, quoted);
                break;
        }

        if (own < outer)
            text.Append(')');
    }

    private static void WriteSymbol(StringBuilder text, Symbol symbol, Func<Symbol, string?>? value, bool quoted)
    {
        var name = symbol.Name ?? "<choice>";
        text.Append(quoted && symbol.IsConstant && Tristates.Parse(name) is null ? ConfigText.Quoted(name) : name);
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
