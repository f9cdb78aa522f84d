using System.Text;

namespace Bsp.Kconfig;

/// <summary>
/// The values that a file gives and a configuration does not have, as conf tells of them when KCONFIG_WARN_CHANGED_INPUT is set
/// (scripts/kconfig/confdata.c).
/// </summary>
public static class ChangedInput
{
    /// <summary>The warning; empty where all values are as they were given.</summary>
    public static string Warning(Configuration configuration)
    {
        var text = new StringBuilder();
        var seen = new HashSet<Symbol>();
        foreach (var node in configuration.Tree.Nodes())
        {
            if (node.Symbol is not { IsChoice: false, Type: not SymbolType.Unknown } symbol || !seen.Add(symbol)
                || configuration.UserValueOf(symbol) is not { } given || configuration.IsAsGiven(symbol))
                continue;
            if (text.Length == 0)
                text.Append("warning: user-provided values changed by Kconfig:\n");
            text.Append($"  {configuration.Tree.Dialect.Prefix}{symbol}: {given} -> {configuration.ValueOf(symbol)}\n");
        }

        return text.ToString();
    }
}
