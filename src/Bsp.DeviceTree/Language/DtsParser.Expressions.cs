using System.Globalization;

namespace Bsp.DeviceTrees.Language;

/// <content>Numbers, and expressions in parentheses: those of C, on numbers of 64 bits without a sign.</content>
internal sealed partial class DtsParser
{
    private const int DigitsThatFit = 16;

    /// <summary>A number, a character, or an expression in parentheses.</summary>
    private bool TryPrimary(out ulong value)
    {
        value = 0;
        switch (_token.Kind)
        {
            case DtsTokenKind.Number:
                value = NumberOf(_token);
                Advance();
                return true;
            case DtsTokenKind.CharacterLiteral:
                var text = Unescaped(_token);
                if (text.Length == 0)
                    Report(_lexer.SpanOf(_token), "Empty character literal");
                else if (text.Length > 1)
                    Report(
                        _lexer.SpanOf(_token),
                        string.Format(CultureInfo.InvariantCulture, "Character literal has {0} characters instead of 1", text.Length));
                value = text.Length > 0 ? text[0] : 0UL;
                Advance();
                return true;
            case DtsTokenKind.Character when _token.Is('('):
                if (_depth == MaximumDepth)
                    return Fail("an expression that is nested less deep");
                _depth++;
                Advance();
                var isGood = TryConditional(out value) && Expect(')');
                _depth--;
                return isGood;
            default:
                return FailInValue("a number");
        }
    }

    private bool TryConditional(out ulong value)
    {
        if (!TryBinary(0, out value))
            return false;
        if (!_token.Is('?'))
            return true;
        Advance();
        if (!TryConditional(out var yes) || !Expect(':') || !TryConditional(out var no))
            return false;
        value = value != 0 ? yes : no;
        return true;
    }

    // What binds at least as strongly as a level; operators of one level from left to right.
    private bool TryBinary(int lowest, out ulong value)
    {
        if (!TryUnary(out value))
            return false;
        while (LevelOf(_token) is var level && level >= lowest)
        {
            var operation = _token;
            Advance();
            if (!TryBinary(level + 1, out var right))
                return false;
            value = Apply(operation, value, right);
        }

        return true;
    }

    private bool TryUnary(out ulong value)
    {
        var operation = (char)_token.Character;
        if (operation is not ('-' or '~' or '!'))
            return TryPrimary(out value);
        Advance();
        value = 0;
        if (_depth == MaximumDepth)
            return Fail("an expression that is nested less deep");
        _depth++;
        var isGood = TryUnary(out value);
        _depth--;
        value = operation switch { '-' => unchecked(0 - value), '~' => ~value, _ => value == 0 ? 1UL : 0 };
        return isGood;
    }

    private static int LevelOf(DtsToken token) => token.Kind switch
    {
        DtsTokenKind.Or => 0,
        DtsTokenKind.And => 1,
        DtsTokenKind.Equal or DtsTokenKind.NotEqual => 5,
        DtsTokenKind.LessOrEqual or DtsTokenKind.GreaterOrEqual => 6,
        DtsTokenKind.ShiftLeft or DtsTokenKind.ShiftRight => 7,
        DtsTokenKind.Character => (char)token.Character switch
        {
            '|' => 2,
            '^' => 3,
            '&' => 4,
            '<' or '>' => 6,
            '+' or '-' => 8,
            '*' or '/' or '%' => 9,
            _ => -1,
        },
        _ => -1,
    };

    private ulong Apply(DtsToken operation, ulong left, ulong right)
    {
        switch (operation.Kind)
        {
            case DtsTokenKind.Or:
                return left != 0 || right != 0 ? 1UL : 0;
            case DtsTokenKind.And:
                return left != 0 && right != 0 ? 1UL : 0;
            case DtsTokenKind.Equal:
                return left == right ? 1UL : 0;
            case DtsTokenKind.NotEqual:
                return left != right ? 1UL : 0;
            case DtsTokenKind.LessOrEqual:
                return left <= right ? 1UL : 0;
            case DtsTokenKind.GreaterOrEqual:
                return left >= right ? 1UL : 0;
            case DtsTokenKind.ShiftLeft:
                return right < 64 ? left << (int)right : 0;
            case DtsTokenKind.ShiftRight:
                return right < 64 ? left >> (int)right : 0;
        }

        var c = (char)operation.Character;
        if (c is '/' or '%' && right == 0)
        {
            Report(_lexer.SpanOf(operation), "Division by zero");
            return 0;
        }

        return unchecked(c switch
        {
            '|' => left | right,
            '^' => left ^ right,
            '&' => left & right,
            '<' => left < right ? 1UL : 0,
            '>' => left > right ? 1UL : 0,
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            '/' => left / right,
            _ => left % right,
        });
    }

    /// <summary>As C reads it: hexadecimal after 0x, octal after 0.</summary>
    private ulong NumberOf(DtsToken token)
    {
        var digits = _lexer.BytesOf(token);
        while (digits[digits.Length - 1] is (byte)'U' or (byte)'L')
            digits = digits.Slice(0, digits.Length - 1);
        var radix = digits.Length > 1 && digits[0] == '0' ? (digits[1] is (byte)'x' or (byte)'X' ? 16u : 8u) : 10u;
        var value = 0UL;
        for (var i = radix == 16 ? 2 : 0; i < digits.Length; i++)
        {
            var digit = (ulong)HexDigit(digits[i]);
            if (digit >= radix)
            {
                Report(_lexer.SpanOf(token), $"Bad integer literal {Written(token)}");
                return value;
            }

            // Of so few digits none is too large, and a division takes its time.
            if (i >= DigitsThatFit && value > (ulong.MaxValue - digit) / radix)
            {
                Report(_lexer.SpanOf(token), $"Integer literal {Written(token)} out of range");
                return ulong.MaxValue;
            }

            value = (value * radix) + digit;
        }

        return value;
    }
}
