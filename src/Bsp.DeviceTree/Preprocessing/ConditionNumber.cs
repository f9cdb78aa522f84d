using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>A number in an <c>#if</c>: 64 bits, signed unless a suffix, its size or an operand makes it unsigned.</summary>
internal readonly record struct ConditionNumber(long Bits, bool IsUnsigned)
{
    /// <summary>Reads an integer or a character constant as gcc's preprocessor does; one that is too large loses its upper bits.</summary>
    public static bool TryParse(string word, out ConditionNumber number)
    {
        number = default;
        if (word is ['\'', ..] or ['L', '\'', ..])
            return TryParseCharacters(Encoding.UTF8.GetBytes(word), out number);
        if (word is not [>= '0' and <= '9', ..])
            return false;
        var (radix, start) = word switch
        {
            ['0', 'x' or 'X', ..] => (16UL, 2),
            ['0', 'b' or 'B', ..] => (2UL, 2),
            ['0', ..] => (8UL, 0),
            _ => (10UL, 0),
        };
        var (value, isTooLarge, end) = (0UL, false, start);
        for (; end < word.Length && DigitOf(word[end]) is var digit && digit < Math.Max(radix, 10); end++)
        {
            if (digit >= radix)
                return false;
            isTooLarge |= value > (ulong.MaxValue - digit) / radix;
            value = unchecked((value * radix) + digit);
        }

        if (end == start || !IsSuffix(word.Substring(end), out var isUnsigned))
            return false;
        // What has more than 64 bits loses those above, and only warns.
        number = new(unchecked((long)value), isUnsigned || (!isTooLarge && value > long.MaxValue));
        return true;
    }

    /// <summary>The value of an operator with two operands; of a division, by anything but 0.</summary>
    public ConditionNumber Apply(string operation, ConditionNumber right)
    {
        var isUnsigned = IsUnsigned || right.IsUnsigned;
        var (a, b) = (Bits, right.Bits);
        var (ua, ub) = unchecked(((ulong)a, (ulong)b));
        return operation switch
        {
            "||" => Truth(a != 0 || b != 0),
            "&&" => Truth(a != 0 && b != 0),
            "==" => Truth(a == b),
            "!=" => Truth(a != b),
            "<" => Truth(isUnsigned ? ua < ub : a < b),
            ">" => Truth(isUnsigned ? ua > ub : a > b),
            "<=" => Truth(isUnsigned ? ua <= ub : a <= b),
            ">=" => Truth(isUnsigned ? ua >= ub : a >= b),
            "<<" => Shifted(right, isLeft: true),
            ">>" => Shifted(right, isLeft: false),
            _ => new(
                unchecked(operation switch
                {
                    "|" => a | b,
                    "^" => a ^ b,
                    "&" => a & b,
                    "+" => a + b,
                    "-" => a - b,
                    "*" => a * b,
                    "/" => isUnsigned ? (long)(ua / ub) : b == -1 ? -a : a / b,
                    _ => isUnsigned ? (long)(ua % ub) : b == -1 ? 0 : a % b,
                }),
                isUnsigned),
        };
    }

    // By a negative count a shift goes the other way.
    private ConditionNumber Shifted(ConditionNumber by, bool isLeft)
    {
        var isBack = !by.IsUnsigned && by.Bits < 0;
        var count = unchecked((ulong)(isBack ? -by.Bits : by.Bits));
        if (isLeft != isBack)
            return this with { Bits = count < 64 ? unchecked(Bits << (int)count) : 0 };
        if (count >= 64)
            return this with { Bits = IsUnsigned || Bits >= 0 ? 0 : -1 };
        return this with { Bits = IsUnsigned ? unchecked((long)((ulong)Bits >> (int)count)) : Bits >> (int)count };
    }

    private static ConditionNumber Truth(bool value) => new(value ? 1 : 0, false);

    private static ulong DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => (ulong)(c - '0'),
        >= 'a' and <= 'f' => (ulong)(c - 'a' + 10),
        >= 'A' and <= 'F' => (ulong)(c - 'A' + 10),
        _ => ulong.MaxValue,
    };

    // u and l or ll in either order and case, but not lL.
    private static bool IsSuffix(string text, out bool isUnsigned)
    {
        var rest = text.TrimStart('u', 'U') is var after && after.Length < text.Length ? after : text.TrimEnd('u', 'U');
        isUnsigned = text.Length - rest.Length == 1;
        return text.Length - rest.Length <= 1 && rest is "" or "l" or "L" or "ll" or "LL";
    }

    // Several characters are the bytes of one number, the first the highest; char is signed.
    private static bool TryParseCharacters(byte[] word, out ConditionNumber number)
    {
        number = default;
        var isWide = word[0] == 'L';
        var at = isWide ? 2 : 1;
        if (word.Length - at < 2 || word[word.Length - 1] != '\'')
            return false;
        var (value, count) = (0L, 0);
        while (at < word.Length - 1)
        {
            if (!TryReadCharacter(word, ref at, out var c))
                return false;
            (value, count) = (isWide ? c : (value << 8) | (c & 0xff), count + 1);
        }

        number = new(count == 1 && !isWide ? unchecked((sbyte)value) : unchecked((int)value), false);
        return true;
    }

    private static bool TryReadCharacter(byte[] word, ref int at, out long value)
    {
        value = word[at++];
        if (value != '\\')
            return true;
        if (at >= word.Length - 1)
            return false;
        var c = (char)word[at++];
        if (c is >= '0' and <= '7')
        {
            value = c - '0';
            for (var digits = 1; digits < 3 && word[at] is >= (byte)'0' and <= (byte)'7'; digits++)
                value = (value * 8) + word[at++] - '0';
            return true;
        }

        if (c == 'x')
        {
            var start = at;
            for (value = 0; DigitOf((char)word[at]) is < 16 and var digit; at++)
                value = (value << 4) | (long)digit;
            return at > start;
        }

        value = c switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            'e' or 'E' => 27,
            // An escape that C does not know stands for its character.
            _ => c,
        };
        return true;
    }
}
