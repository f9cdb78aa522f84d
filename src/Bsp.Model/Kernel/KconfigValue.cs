using System.Globalization;

namespace Bsp.Model;

/// <summary>The type of a Kconfig value (Documentation/kbuild/kconfig-language.rst, "type definition").</summary>
public enum KconfigType
{
    /// <summary>One of n, m and y.</summary>
    Tristate,

    /// <summary>Text between double quotes.</summary>
    String,

    /// <summary>A decimal number.</summary>
    Int,

    /// <summary>A hexadecimal number.</summary>
    Hex,
}

/// <summary>A requested value of a Kconfig symbol.</summary>
/// <param name="Type">How the text is interpreted.</param>
/// <param name="Text">The value without quotes: <c>y</c>, <c>ttyS0</c>, <c>-5</c>, <c>0x1000</c>.</param>
public sealed record KconfigValue(KconfigType Type, string Text)
{
    /// <summary>Built in.</summary>
    public static KconfigValue Y { get; } = new(KconfigType.Tristate, "y");

    /// <summary>A module.</summary>
    public static KconfigValue M { get; } = new(KconfigType.Tristate, "m");

    /// <summary>Off.</summary>
    public static KconfigValue N { get; } = new(KconfigType.Tristate, "n");

    /// <summary>A decimal number.</summary>
    public static KconfigValue Int(long value) => new(KconfigType.Int, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A hexadecimal number.</summary>
    public static KconfigValue Hex(ulong value) => new(KconfigType.Hex, "0x" + value.ToString("x", CultureInfo.InvariantCulture));

    /// <summary>Text, written between double quotes.</summary>
    /// <exception cref="ModelException">The text has a control character.</exception>
    public static KconfigValue String(string value) =>
        new(KconfigType.String, value.Length == 0 ? value : TextRules.Line(value, "a Kconfig string"));

    /// <summary>The value as a .config line has it after the <c>=</c>; strings quoted and escaped as confdata.c does.</summary>
    public override string ToString() => Type == KconfigType.String
        ? "\"" + Text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\""
        : Text;
}
