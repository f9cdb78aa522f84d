using System.Text;

namespace Bsp.Kconfig;

/// <summary>A value for a symbol.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Value">The value as a .config has it, a text without quotes.</param>
public sealed record Assignment(Symbol Symbol, string Value)
{
    /// <summary>The line with which a .config or a fragment says it, with its line feed.</summary>
    public string ToLine(KconfigDialect dialect)
    {
        var text = new StringBuilder();
        ConfigText.AppendLine(text, dialect, Symbol, Value);
        return text.ToString();
    }

    /// <summary><c>SYMBOL=value</c>, a text in quotes: with its prefix it is a line that conf reads.</summary>
    public override string ToString() => $"{Symbol}={(Symbol.Type == SymbolType.String ? ConfigText.Quoted(Value) : Value)}";
}
