using System.Text;

namespace Bsp.Kconfig;

/// <summary>Writes what makefiles, C and Rust sources read of a configuration (scripts/kconfig/confdata.c, conf_write_autoconf).</summary>
/// <param name="configuration">The configuration.</param>
public sealed class AutoConfWriter(Configuration configuration)
{
    /// <summary><c>include/config/auto.conf</c>, for make.</summary>
    public string ForMake() => Write(ConfigText.Heading(Title, "#", "#", "#"), (text, symbol, value) =>
    {
        if (!IsOff(symbol, value))
            text.Append(Prefix).Append(symbol.Name).Append('=').Append(ForMake(symbol, value)).Append('\n');
    });

    /// <summary><c>include/generated/autoconf.h</c>, for C.</summary>
    public string ForC() =>
        Write(ConfigText.Heading(Title, PadsHeadings ? "/*\n *" : "/*", " *", PadsHeadings ? " *\n */" : " */"), (text, symbol, value) =>
        {
            if (IsOff(symbol, value))
                return;
            text.Append("#define ").Append(Prefix).Append(symbol.Name);
            if (Configuration.IsTristate(symbol.Type))
                text.Append(value == "m" ? "_MODULE 1" : " 1");
            else
                text.Append(' ')
                    .Append(
                        symbol.Type == SymbolType.String ? ConfigText.Quoted(value, configuration.Tree.Dialect) : Number(symbol, value));
            text.Append('\n');
        });

    /// <summary><c>include/generated/rustc_cfg</c>, for Rust.</summary>
    public string ForRust() => Write("", (text, symbol, value) =>
    {
        if (IsOff(symbol, value))
            return;
        if (Configuration.IsTristate(symbol.Type))
            text.Append("--cfg=").Append(Prefix).Append(symbol.Name).Append('\n');
        text.Append("--cfg=").Append(Prefix).Append(symbol.Name).Append('=').Append(ConfigText.Quoted(Number(symbol, value))).Append('\n');
    });

    private string Title => configuration.Tree.Root.Prompt!.Text!;

    private bool PadsHeadings => configuration.Tree.Dialect.PadsHeadings;

    private string Prefix => configuration.Tree.Dialect.Prefix;

    private string ForMake(Symbol symbol, string value) =>
        symbol.Type == SymbolType.String && configuration.Tree.Dialect.QuotesTextsForMake
            ? ConfigText.Quoted(value, configuration.Tree.Dialect)
            : value;

    private static bool IsOff(Symbol symbol, string value) => Configuration.IsTristate(symbol.Type) && value == "n";

    private static string Number(Symbol symbol, string value) =>
        symbol.Type == SymbolType.Hex && !value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? "0x" + value : value;

    /// <exception cref="NotSupportedException">The project has other files.</exception>
    private string Write(string heading, Action<StringBuilder, Symbol, string> line)
    {
        if (configuration.Tree.Dialect.IsOfLinux2_6)
        {
            throw new NotSupportedException(
                $"what {configuration.Tree.Dialect.Name}'s makefiles and C sources read is not written yet; "
                + "its own 'make oldconfig' does that");
        }

        var text = new StringBuilder(heading);
        foreach (var symbol in configuration.Tree.HashOrder)
        {
            if (symbol.Name is not null && symbol.Type != SymbolType.Unknown && configuration.IsWritten(symbol))
                line(text, symbol, configuration.ValueOf(symbol));
        }

        return text.ToString();
    }
}
