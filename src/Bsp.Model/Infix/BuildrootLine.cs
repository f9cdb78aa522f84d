namespace Bsp.Model;

/// <summary>A line of a Buildroot defconfig.</summary>
/// <param name="Symbol">The symbol with its prefix, <c>BR2_</c> or Infix's <c>IX_</c>.</param>
/// <param name="Value">The value.</param>
public sealed record BuildrootLine(BuildrootSymbol Symbol, KconfigValue Value)
{
    /// <summary>A symbol that is on.</summary>
    public static BuildrootLine Y(BuildrootSymbol symbol) => new(symbol, KconfigValue.Y);

    /// <summary>A symbol that is off, though it is on by default.</summary>
    public static BuildrootLine N(BuildrootSymbol symbol) => new(symbol, KconfigValue.N);

    /// <summary>A symbol with a string; make expands <c>$(BR2_EXTERNAL_INFIX_PATH)</c> and <c>$(HOST_DIR)</c>.</summary>
    public static BuildrootLine String(BuildrootSymbol symbol, string value) => new(symbol, KconfigValue.String(value));

    /// <summary>The line as a defconfig has it.</summary>
    public override string ToString() => Value == KconfigValue.N ? "# " + Symbol + " is not set" : Symbol + "=" + Value;
}
