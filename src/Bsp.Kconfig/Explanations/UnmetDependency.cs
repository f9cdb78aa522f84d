using System.Text;

namespace Bsp.Kconfig;

/// <summary>Symbols that others select though their own dependencies are not met.</summary>
public static class UnmetDependency
{
    /// <summary>The warning, in the words of conf (scripts/kconfig/symbol.c, sym_warn_unmet_dep).</summary>
    public static string Warning(Configuration configuration, Symbol symbol)
    {
        var direct = configuration.Evaluate(symbol.DirectDependency) == Tristate.Module ? 'm' : 'n';
        var text = new StringBuilder(
            $"\nWARNING: unmet direct dependencies detected for {symbol}\n  Depends on [{direct}]: "
            + $"{configuration.WithValues(symbol.DirectDependency)}\n");
        AppendAlternatives(text, configuration, symbol.ReverseDependency, "  Selected by", Tristate.Yes, Tristate.Module);
        return text.ToString();
    }

    /// <summary>The alternatives of an expression by their values (scripts/kconfig/expr.c, expr_gstr_print_revdep).</summary>
    internal static void AppendAlternatives(
        StringBuilder text, Configuration configuration, Expr? expr, string title, params ReadOnlySpan<Tristate> values)
    {
        foreach (var value in values)
        {
            var heading = $"{title} [{value.Text()}]:\n";
            foreach (var alternative in RequestCheck.Operands(expr, ExprKind.Or))
            {
                if (configuration.Evaluate(alternative) != value)
                    continue;
                text.Append(heading).Append("  - ").Append(configuration.WithValues(alternative)).Append('\n');
                heading = "";
            }
        }
    }
}
