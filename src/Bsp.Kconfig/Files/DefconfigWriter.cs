using System.Text;

namespace Bsp.Kconfig;

/// <summary>
/// Writes a minimal configuration: only what differs from the defaults (scripts/kconfig/confdata.c, conf_write_defconfig).
/// </summary>
public static class DefconfigWriter
{
    /// <summary>The text of a defconfig.</summary>
    public static string Write(Configuration configuration)
    {
        var text = new StringBuilder();
        var seen = new HashSet<Symbol>();
        configuration.Recompute();
        foreach (var node in configuration.Tree.Nodes())
        {
            if (node.Symbol is not { IsChoice: false } symbol || !configuration.IsWritten(symbol) || !seen.Add(symbol))
                continue;
            if (configuration.IsChangeable(symbol) && !IsDefault(configuration, symbol))
                ConfigText.AppendLine(text, configuration, symbol);
        }

        return text.ToString();
    }

    private static bool IsDefault(Configuration configuration, Symbol symbol) =>
        configuration.ValueOf(symbol) == configuration.DefaultValueOf(symbol)
        || (symbol is { Choice: { Symbol.IsOptionalChoice: false } choice, Type: SymbolType.Bool }
            && configuration.DefaultOf(choice) == symbol && configuration.TristateOf(symbol) == Tristate.Yes);
}
