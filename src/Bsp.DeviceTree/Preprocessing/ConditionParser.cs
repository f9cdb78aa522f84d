namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>
/// The value of an <c>#if</c> (C11, section 6.10.1, and gcc's libcpp/expr.cc): whole numbers of 64 bits, and what is not defined is 0.
/// </summary>
internal sealed class ConditionParser
{
    private const int MaximumDepth = 500;

    private readonly List<string> _words;
    private readonly Action<int> _evaluated;
    private int _at;
    private int _depth;

    // How many operands around the current one decide that its value is not needed: it may then divide by zero.
    private int _unevaluated;

    private ConditionParser(List<string> words, Action<int> evaluated) => (_words, _evaluated) = (words, evaluated);

    /// <summary>Evaluates a condition.</summary>
    /// <param name="tokens">What it is, with macros expanded and operators of the preprocessor answered.</param>
    /// <param name="evaluated">Is given the number of each token whose value counts: not after <c>1 ||</c>.</param>
    /// <param name="value">Whether it is met.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static bool TryEvaluate(List<Token> tokens, Action<int> evaluated, out bool value, out string problem)
    {
        (value, problem) = (false, "");
        var parser = new ConditionParser(tokens.ConvertAll(token => token.ToString()), evaluated);
        try
        {
            value = parser.Expression().Bits != 0;
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

    private static int PrecedenceOf(string word) => word switch
    {
        "||" => 0,
        "&&" => 1,
        "|" => 2,
        "^" => 3,
        "&" => 4,
        "==" or "!=" => 5,
        "<=" or ">=" or "<" or ">" => 6,
        "<<" or ">>" => 7,
        "+" or "-" => 8,
        "*" or "/" or "%" => 9,
        _ => -1,
    };

    // gcc takes the comma operator as well.
    private ConditionNumber Expression()
    {
        var value = Conditional();
        while (Take(","))
            value = Conditional();
        return value;
    }

    private ConditionNumber Conditional()
    {
        Descend();
        var condition = Binary(0);
        if (Take("?"))
        {
            var yes = Operand(condition.Bits == 0, Expression);
            if (!Take(":"))
                throw new FormatException("the condition has a '?' without a ':'");
            var no = Operand(condition.Bits != 0, Conditional);
            condition = (condition.Bits != 0 ? yes : no) with { IsUnsigned = yes.IsUnsigned || no.IsUnsigned };
        }

        _depth--;
        return condition;
    }

    private ConditionNumber Operand(bool isUnevaluated, Func<ConditionNumber> read)
    {
        _unevaluated += isUnevaluated ? 1 : 0;
        var value = read();
        _unevaluated -= isUnevaluated ? 1 : 0;
        return value;
    }

    private ConditionNumber Binary(int lowest)
    {
        var left = Unary();
        while (_at < _words.Count && PrecedenceOf(_words[_at]) is var precedence && precedence >= lowest)
        {
            var operation = _words[_at++];
            var isDecided = operation is "&&" ? left.Bits == 0 : operation is "||" && left.Bits != 0;
            var right = Operand(isDecided, () => Binary(precedence + 1));
            if (operation is "/" or "%" && right.Bits == 0)
                left = _unevaluated > 0 ? right : throw new FormatException("the condition divides by zero");
            else
                left = left.Apply(operation, right);
        }

        return left;
    }

    private ConditionNumber Unary()
    {
        Descend();
        var value = Take("!") ? new(Unary().Bits == 0 ? 1 : 0, false)
            : Take("-") ? Unary() is var negative ? negative with { Bits = unchecked(-negative.Bits) } : default
            : Take("~") ? Unary() is var inverse ? inverse with { Bits = ~inverse.Bits } : default
            : Take("+") ? Unary()
            : Primary();
        _depth--;
        return value;
    }

    private ConditionNumber Primary()
    {
        if (Take("("))
        {
            var inner = Expression();
            return Take(")") ? inner : throw new FormatException("a ')' is missing in this condition");
        }

        if (_at == _words.Count)
            throw new FormatException("the condition is not complete");
        var word = _words[_at++];
        if (_unevaluated == 0)
            _evaluated(_at - 1);
        if (ConditionNumber.TryParse(word, out var number))
            return number;
        return Characters.IsLetter((byte)word[0]) ? default : throw new FormatException($"'{word}' is not a whole number");
    }

    private void Descend()
    {
        if (++_depth > MaximumDepth)
            throw new FormatException("the condition is nested too deeply");
    }

    private bool Take(string word)
    {
        if (_at >= _words.Count || _words[_at] != word)
            return false;
        _at++;
        return true;
    }
}
