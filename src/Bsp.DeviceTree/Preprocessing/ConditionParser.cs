using System.Globalization;

namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>The value of an <c>#if</c> (C11, section 6.10.1): whole numbers of 64 bits, and what is not defined is 0.</summary>
internal sealed class ConditionParser
{
    private const int MaximumDepth = 200;
    private static readonly string[][] s_levels =
    [
        ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<=", ">=", "<", ">"], ["<<", ">>"], ["+", "-"], ["*", "/", "%"],
    ];

    private readonly List<string> _words;
    private int _at;
    private int _depth;

    private ConditionParser(List<string> words) => _words = words;

    public static bool TryEvaluate(List<Token> tokens, out bool value, out string problem)
    {
        (value, problem) = (false, "");
        var parser = new ConditionParser(Words(tokens));
        try
        {
            value = parser.Conditional().Bits != 0;
            if (parser._at == parser._words.Count)
                return true;
            problem = $"'{parser._words[parser._at]}' is not expected in this condition";
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
        }

        return false;
    }

    // Tokens are single characters where they are no names or numbers; operators have up to two.
    private static List<string> Words(List<Token> tokens)
    {
        var words = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = tokens[i].ToString();
            if (i + 1 < tokens.Count && !tokens[i + 1].HasSpace && word.Length == 1 && tokens[i + 1].Length == 1
                && word + (char)tokens[i + 1].Bytes[tokens[i + 1].Start] is "||" or "&&" or "==" or "!=" or "<=" or ">=" or "<<" or ">>")
                word += (char)tokens[++i].Bytes[tokens[i].Start];
            words.Add(word);
        }

        return words;
    }

    private Number Conditional()
    {
        if (++_depth > MaximumDepth)
            throw new FormatException("the condition is nested too deeply");
        var condition = Binary(0);
        if (Take("?"))
        {
            var yes = Conditional();
            if (!Take(":"))
                throw new FormatException("the condition has a '?' without a ':'");
            var no = Conditional();
            var isUnsigned = yes.IsUnsigned || no.IsUnsigned;
            condition = (condition.Bits != 0 ? yes : no) with { IsUnsigned = isUnsigned };
        }

        _depth--;
        return condition;
    }

    private Number Binary(int level)
    {
        if (level == s_levels.Length)
            return Unary();
        var left = Binary(level + 1);
        while (_at < _words.Count && s_levels[level].Contains(_words[_at]))
            left = Apply(_words[_at++], left, Binary(level + 1));
        return left;
    }

    private Number Unary()
    {
        if (++_depth > MaximumDepth)
            throw new FormatException("the condition is nested too deeply");
        var value = Take("!") ? new(Unary().Bits == 0 ? 1 : 0, false)
            : Take("-") ? Unary() is var negative ? negative with { Bits = unchecked(-negative.Bits) } : default
            : Take("~") ? Unary() is var inverse ? inverse with { Bits = ~inverse.Bits } : default
            : Take("+") ? Unary()
            : Primary();
        _depth--;
        return value;
    }

    private Number Primary()
    {
        if (Take("("))
        {
            var inner = Conditional();
            return Take(")") ? inner : throw new FormatException("a ')' is missing in this condition");
        }

        if (_at == _words.Count)
            throw new FormatException("the condition is not complete");
        var word = _words[_at++];
        if (Characters.IsLetter((byte)word[0]))
            return new(0, false);
        return TryParse(word, out var number) ? number : throw new FormatException($"'{word}' is not a whole number");
    }

    private static bool TryParse(string word, out Number number)
    {
        var digits = word.TrimEnd('u', 'U', 'l', 'L');
        var isUnsigned = word.IndexOf('u', digits.Length) >= 0 || word.IndexOf('U', digits.Length) >= 0;
        number = default;
        if (word.Length == 3 && word[0] == '\'' && word[2] == '\'')
        {
            number = new(word[1], false);
            return true;
        }

        ulong value;
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            digits = digits.Remove(0, 2);
            if (!ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value))
                return false;
        }
        else if (digits.Length > 1 && digits[0] == '0')
        {
            if (!Octal(digits, out value))
                return false;
        }
        else if (!ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        number = new(unchecked((long)value), isUnsigned || value > long.MaxValue);
        return true;
    }

    private static bool Octal(string digits, out ulong value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7' || value >> 61 != 0)
                return false;
            value = (value << 3) | (uint)(digit - '0');
        }

        return true;
    }

    private bool Take(string word)
    {
        if (_at >= _words.Count || _words[_at] != word)
            return false;
        _at++;
        return true;
    }

    private static Number Apply(string operation, Number left, Number right)
    {
        var isUnsigned = left.IsUnsigned || right.IsUnsigned;
        var (a, b) = (left.Bits, right.Bits);
        var (ua, ub) = unchecked(((ulong)a, (ulong)b));
        if (operation is "/" or "%" && b == 0)
            throw new FormatException("the condition divides by zero");
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
            "<<" => left with { Bits = ub < 64 ? unchecked(a << (int)ub) : 0 },
            ">>" => left with
            {
                Bits = ub >= 64 ? (left.IsUnsigned || a >= 0 ? 0 : -1) : left.IsUnsigned ? unchecked((long)(ua >> (int)ub)) : a >> (int)ub,
            },
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

    private static Number Truth(bool value) => new(value ? 1 : 0, false);

    private readonly record struct Number(long Bits, bool IsUnsigned);
}
