using System.Text;

namespace Bsp.Kconfig;

/// <summary>Symbols that others select though their own dependencies are not met.</summary>
public static class UnmetDependency
{
    /// <summary>The warning, in the words of conf (scripts/kconfig/symbol.c, sym_warn_unmet_dep).</summary>
    public static string Warning(Configuration configuration, Symbol symbol)
    {
        var direct = configuration.Evaluate(symbol.DirectDependency) == Tristate.Module ? 'm' : 'n';
        var text = new StringBuilder($"\nWARNING: unmet direct dependencies detected for {symbol}\n  Depends on [{direct}]: {WithValues(configuration, symbol.DirectDependency)}\n");
        foreach (var value in new[] { Tristate.Yes, Tristate.Module })
        {
            var title = $"  Selected by [{value.Text()}]:\n";
            foreach (var operand in RequestCheck.Operands(symbol.ReverseDependency, ExprKind.Or).Where(operand => configuration.Evaluate(operand) == value))
            {
                text.Append(title).Append("  - ").Append(WithValues(configuration, operand)).Append('\n');
                title = "";
            }
        }

        return text.ToString();
    }

    private static string WithValues(Configuration configuration, Expr? expr) => ExprText.Of(expr, symbol => $" [={configuration.ValueOf(symbol)}]");
}
