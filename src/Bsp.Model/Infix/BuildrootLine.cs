namespace Bsp.Model;

/// <summary>A line of a Buildroot defconfig.</summary>
/// <param name="Symbol">The symbol with its prefix, <c>BR2_</c> or Infix's <c>IX_</c>.</param>
/// <param name="Value">The value.</param>
public sealed record BuildrootLine(string Symbol, KconfigValue Value)
{
    /// <summary>The symbol with its prefix, <c>BR2_</c> or Infix's <c>IX_</c>.</summary>
    /// <exception cref="ModelException">The symbol is one of a kernel or a bootloader.</exception>
    public string Symbol { get; init => field = Checked(value); } = Checked(Symbol);

    /// <summary>A symbol that is on.</summary>
    public static BuildrootLine Y(string symbol) => new(symbol, KconfigValue.Y);

    /// <summary>A symbol that is off, though it is on by itself.</summary>
    public static BuildrootLine N(string symbol) => new(symbol, KconfigValue.N);

    /// <summary>A symbol with a text; <c>$(BR2_EXTERNAL_INFIX_PATH)</c> and <c>$(HOST_DIR)</c> are left to make.</summary>
    public static BuildrootLine String(string symbol, string value) => new(symbol, KconfigValue.String(value));

    /// <summary>The line as a defconfig has it.</summary>
    public override string ToString() => Value == KconfigValue.N ? "# " + Symbol + " is not set" : Symbol + "=" + Value;

    private static string Checked(string symbol)
    {
        Text.Word(symbol, "a Buildroot symbol", "_");
        return symbol.StartsWith("BR2_", StringComparison.Ordinal) || symbol.StartsWith("IX_", StringComparison.Ordinal)
            ? symbol
            : throw new ModelException($"'{symbol}' is no Buildroot symbol: these begin with BR2_, Infix's own with IX_");
    }
}
