namespace Bsp.Kconfig;

/// <summary>A value for a symbol.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Value">The value as a .config has it, a text without quotes.</param>
public sealed record Assignment(Symbol Symbol, string Value)
{
    /// <summary><c>SYMBOL=value</c>.</summary>
    public override string ToString() => $"{Symbol}={Value}";
}
