namespace Bsp.Kconfig;

/// <summary>
/// Numbers as C reads them (strtoll, strtoull), and what a value of each type looks like (scripts/kconfig/symbol.c, sym_string_valid).
/// </summary>
internal static class NumberText
{
    /// <summary>Whether a text can be the value of a symbol of a type.</summary>
    public static bool IsValid(SymbolType type, string text) => type switch
    {
        SymbolType.String => true,
        SymbolType.Int => IsInt(text),
        SymbolType.Hex => IsHex(text),
        SymbolType.Bool or SymbolType.Tristate => text.Length > 0 && text[0] is 'y' or 'Y' or 'm' or 'M' or 'n' or 'N',
        _ => false,
    };

    /// <summary>The number at the start of a text; 0 when there is none. Too large a number is the largest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="radix">10 or 16; 0 lets the prefix decide.</param>
    public static long Leading(string text, int radix) => Scan(text, radix, out _, out _) is var (negative, magnitude) && negative
        ? magnitude > long.MaxValue ? long.MinValue : -(long)magnitude
        : magnitude > long.MaxValue ? long.MaxValue : (long)magnitude;

    /// <summary>The number that a whole text is, as strtoll reads it.</summary>
    /// <returns>Null when it is more or less than a number, or too large for 64 bits with a sign.</returns>
    public static long? Signed(string text, int radix)
    {
        var (negative, magnitude) = Scan(text, radix, out var end, out var overflow);
        if (!IsWhole(text, end) || overflow || magnitude > (ulong)long.MaxValue + (negative ? 1UL : 0))
            return null;
        return negative ? unchecked(-(long)magnitude) : (long)magnitude;
    }

    /// <summary>The number that a whole text is, as strtoull reads it.</summary>
    /// <returns>Null when it is more or less than a number, or too large for 64 bits.</returns>
    public static ulong? Unsigned(string text, int radix)
    {
        var (negative, magnitude) = Scan(text, radix, out var end, out var overflow);
        return !IsWhole(text, end) || overflow ? null : negative ? unchecked(0 - magnitude) : magnitude;
    }

    private static bool IsWhole(string text, int end) => end > 0 && end == text.Length && Digit(text[end - 1]) < 16;

    private static bool IsInt(string text)
    {
        var digits = text is ['-', ..] ? text.Substring(1) : text;
        return digits.Length > 0 && digits.All(c => c is >= '0' and <= '9') && (digits[0] != '0' || digits.Length == 1);
    }

    private static bool IsHex(string text)
    {
        var digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.Substring(2) : text;
        return digits.Length > 0 && digits.All(c => Digit(c) < 16);
    }

    private static (bool Negative, ulong Magnitude) Scan(string text, int radix, out int end, out bool overflow)
    {
        var at = 0;
        while (at < text.Length && text[at] is ' ' or (>= '\t' and <= '\r'))
            at++;
        var negative = at < text.Length && text[at] == '-';
        if (at < text.Length && text[at] is '-' or '+')
            at++;
        var prefixed = at + 2 < text.Length && text[at] == '0' && text[at + 1] is 'x' or 'X' && Digit(text[at + 2]) < 16;
        if (radix is 0 or 16 && prefixed)
            (radix, at) = (16, at + 2);
        else if (radix == 0)
            radix = at < text.Length && text[at] == '0' ? 8 : 10;

        var (start, magnitude) = (at, 0UL);
        overflow = false;
        for (; at < text.Length && Digit(text[at]) < radix; at++)
        {
            var digit = (ulong)Digit(text[at]);
            overflow |= magnitude > (ulong.MaxValue - digit) / (ulong)radix;
            magnitude = overflow ? ulong.MaxValue : (magnitude * (ulong)radix) + digit;
        }

        end = at == start ? 0 : at;
        return (negative, magnitude);
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };
}
