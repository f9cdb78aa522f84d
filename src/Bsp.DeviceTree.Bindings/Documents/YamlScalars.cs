using System.Globalization;

namespace Bsp.DeviceTrees.Bindings.Documents;

/// <summary>
/// What plain words of YAML 1.2 mean to dt-schema's reader (ruamel.yaml/resolver.py): <c>on</c> and <c>yes</c> are texts,
/// <c>010</c> is ten.
/// </summary>
internal static class YamlScalars
{
    /// <summary>The value of a word without quotes.</summary>
    public static SchemaValue Resolve(string word)
    {
        if (word.Length == 0 || word is "~" or "null" or "Null" or "NULL")
            return SchemaNull.Instance;
        return word switch
        {
            "true" or "True" or "TRUE" => SchemaFlag.True,
            "false" or "False" or "FALSE" => SchemaFlag.False,
            _ when word[0] is (>= '0' and <= '9') or '-' or '+' or '.' && Number(word) is { } number => number,
            _ => new SchemaText(word),
        };
    }

    private static SchemaValue? Number(string word)
    {
        var isNegative = word[0] == '-';
        var digits = word.AsSpan(word[0] is '-' or '+' ? 1 : 0);
        var (radix, start) = digits is ['0', 'x', ..] ? (16, 2)
            : digits is ['0', 'o', ..] ? (8, 2)
            : digits is ['0', 'b', ..] ? (2, 2)
            : (10, 0);
        if (Integer(digits[start..], radix) is { } value)
            return new SchemaInteger(isNegative ? -value : value);
        return radix == 10 && digits.ContainsAny('.', 'e', 'E')
            && double.TryParse(
                word.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            ? new SchemaReal(real)
            : null;
    }

    private static Int128? Integer(ReadOnlySpan<char> digits, int radix)
    {
        Int128 value = 0;
        var hasDigit = false;
        foreach (var c in digits)
        {
            if (c == '_')
                continue;
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            // More than 64 bits are of no device; the word stays a text.
            if (digit >= radix || value > ulong.MaxValue)
                return null;
            value = (value * radix) + digit;
            hasDigit = true;
        }

        return hasDigit ? value : null;
    }
}
