using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <content>Conditions: operators that are not expanded, also where a macro stands for them, as gcc has it.</content>
internal sealed partial class Preprocessor
{
    // What #assert has said, as "predicate(answer)".
    private readonly HashSet<string> _assertions = new(StringComparer.Ordinal);

    // What is wrong with an operator of the condition that is being read.
    private string? _conditionFault;

    // Files that a condition has asked for in vain: by the numbers of the tokens with the answers, and those whose answers have counted.
    private readonly Dictionary<int, string> _missing = [];
    private readonly HashSet<string> _missed = new(StringComparer.Ordinal);

    private bool IsDefined(int id) => _macros[id] is { BuiltIn: not BuiltIn.Poisoned };

    private bool Evaluate(TokenLine line)
    {
        _conditionFault = null;
        _missing.Clear();
        var tokens = Expanded(TokensOf(line), isCondition: true);
        var fault = _conditionFault;
        if (fault is null && ConditionParser.TryEvaluate(tokens, Evaluated, out var value, out fault))
            return value;
        Report(line.Start, EndOf(line), fault);
        return false;

        void Evaluated(int token)
        {
            if (_missing.TryGetValue(token, out var file))
                _missed.Add(file);
        }
    }

    /// <summary>Puts 0 or 1 for an operator that looks at names and not at what they stand for; false for any other token.</summary>
    private bool TryOperator(Token token, List<Token> result)
    {
        bool? answer;
        if (token.Id == _names.Defined)
            answer = ReadDefined();
        else if (token.Id == _names.HasInclude || token.Id == _names.HasIncludeNext)
            answer = ReadHasInclude(token, result.Count);
        else if (token.Is('#') && TryNext(out var predicate) && predicate.Id >= 0)
            answer = ReadAssertion(predicate.ToString());
        else
            return false;
        result.Add(MakeToken(answer == true ? "1" : "0"));
        return true;
    }

    private bool? ReadDefined()
    {
        var isKnown = TryNext(out var name);
        var isParenthesized = isKnown && name.Is('(');
        if (isParenthesized)
            isKnown = TryNext(out name);
        if (!isKnown || name.Id < 0 || (isParenthesized && !(TryNext(out var end) && end.Is(')'))))
            return Fail("'defined' takes a name");
        return IsDefined(name.Id);
    }

    private bool? ReadHasInclude(Token name, int number)
    {
        if (ReadParenthesized() is not { Count: > 0 } tokens
            || !TryReadHeader(TextOf(tokens[0].Id >= 0 ? ExpandedHeader(tokens) : tokens), out var header))
            return Fail($"'{name}' takes (\"FILE\") or (<FILE>)");
        if (Find(header, isNext: name.Id == _names.HasIncludeNext, out _) is not null)
            return true;
        _missing[number] = header.Name;
        return false;
    }

    // What is in parentheses; null where none follow.
    private List<Token>? ReadParenthesized()
    {
        if (!IsParenthesisNext())
            return null;
        TryNext(out _);
        var tokens = new List<Token>();
        for (var depth = 0; TryNext(out var token) && !(token.Is(')') && depth == 0); tokens.Add(token))
            depth += token.Is('(') ? 1 : token.Is(')') ? -1 : 0;
        return tokens;
    }

    // Without an answer it asks for any. An answer ends at the first parenthesis that closes (libcpp, parse_answer).
    private bool? ReadAssertion(string predicate)
    {
        if (!IsParenthesisNext())
            return IsAsserted(predicate, null);
        TryNext(out _);
        var answer = new List<Token>();
        while (TryNext(out var token))
        {
            if (token.Is(')'))
                return answer.Count > 0 ? IsAsserted(predicate, answer) : Fail($"'#{predicate}()' has no answer");
            answer.Add(token);
        }

        return Fail($"the answer of '#{predicate}' has no ')'");
    }

    private bool? Fail(string fault)
    {
        _conditionFault ??= fault;
        return null;
    }

    private bool IsAsserted(string predicate, List<Token>? answer) => answer is null
        ? _assertions.Any(text => text.StartsWith(predicate + "(", StringComparison.Ordinal))
        : _assertions.Contains(predicate + "(" + TextOf(answer) + ")");

    private static string TextOf(IEnumerable<Token> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
            text.Append(token.HasSpace && text.Length > 0 ? " " : "").Append(token.ToString());
        return text.ToString();
    }

    // The first parenthesis that closes, even where others open before it (libcpp, parse_answer); what follows gcc only warns of.
    private static int EndOfAnswer(List<Token> tokens) =>
        tokens.Count > 1 && tokens[1].Is('(') ? tokens.FindIndex(2, token => token.Is(')')) : -1;

    // gcc's manual, "Obsolete Features": #assert machine(m68k), #unassert machine or machine(m68k).
    private void Assert(TokenLine line)
    {
        var tokens = TokensOf(line);
        var end = EndOfAnswer(tokens);
        var hasAnswer = end > 2;
        if (tokens.Count == 0 || tokens[0].Id < 0 || !(hasAnswer || (tokens.Count == 1 && line.Directive == Directive.Unassert)))
        {
            Report(line.Start, EndOf(line), "an assertion is a name and an answer in parentheses");
            return;
        }

        var predicate = tokens[0].ToString();
        var answer = TextOf(tokens.Skip(2).Take(end - 2));
        if (line.Directive == Directive.Assert)
            _assertions.Add(predicate + "(" + answer + ")");
        else if (hasAnswer)
            _assertions.Remove(predicate + "(" + answer + ")");
        else
            _assertions.RemoveWhere(text => text.StartsWith(predicate + "(", StringComparison.Ordinal));
    }
}
