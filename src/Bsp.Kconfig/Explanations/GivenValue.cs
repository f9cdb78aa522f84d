namespace Bsp.Kconfig;

/// <summary>The value that conf takes from a request (scripts/kconfig/confdata.c, conf_set_sym_val).</summary>
internal static class GivenValue
{
    /// <summary>The value, and what is wrong with it; then conf takes none.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="request">The request.</param>
    /// <param name="dialect">Says how texts are quoted.</param>
    public static (string Value, string? Fault) Of(Symbol symbol, Request request, KconfigDialect dialect)
    {
        var value = request.Value;
        switch (symbol.Type)
        {
            case SymbolType.Bool or SymbolType.Tristate:
                // The first letter counts: what follows, such as a remark, is not looked at.
                if (value.Length > 0 && Tristates.Parse(value.Substring(0, 1)) is { } wanted)
                {
                    return wanted == Tristate.Module && symbol.Type == SymbolType.Bool
                        ? ("m", "a bool cannot be m")
                        : (wanted.Text(), null);
                }

                return (value, symbol.Type == SymbolType.Bool ? "a bool is y or n" : "a tristate is y, m or n");
            case SymbolType.String when value == "n" && request.Written is null or "n":
            case SymbolType.Int when value == "n":
            case SymbolType.Hex when value == "n":
                return (value, "only a bool or a tristate can be off");
            case SymbolType.String:
                if (request.Written is not { } written)
                    return (value, null);
                return ConfigLine.Unquoted(written, dialect) is { } text
                    ? (text, null)
                    : (written, "a text begins and ends with a quote");
            default:
                return (value, NumberText.IsValid(symbol.Type, value) ? null : FaultOfNumber(symbol.Type, value));
        }
    }

    private static string FaultOfNumber(SymbolType type, string value)
    {
        if (type != SymbolType.Int)
            return "a hex is a hexadecimal number, and nothing follows it";
        return value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && NumberText.Signed(value, 16) is { } number
            ? FormattableString.Invariant($"an int is a decimal number; {value} is {number}")
            : "an int is a decimal number without leading zeros, and nothing follows it";
    }
}
