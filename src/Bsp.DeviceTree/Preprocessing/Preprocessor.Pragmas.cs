using System.Text;

namespace Bsp.DeviceTrees.Preprocessing;

/// <content>What gcc's preprocessor does for <c>#pragma</c> and <c>#line</c>; pragmas that it does not know are left out.</content>
internal sealed partial class Preprocessor
{
    private readonly Dictionary<int, Stack<Macro?>> _pushed = [];

    private void Pragma(List<Token> words, TokenLine line)
    {
        var fault = words.Take(2).Select(word => word.ToString()).ToArray() switch
        {
            ["once", ..] => Once(),
            [var name and ("push_macro" or "pop_macro"), ..] => PushOrPop(words, isPush: name == "push_macro"),
            ["GCC", "poison"] => Poison(words.Skip(2)),
            ["GCC", var severity and ("error" or "warning")] => Tell(words, line, severity == "error"),
            ["GCC", "dependency"] => Depend(words),
            // gcc leaves it in the text, which is none of a device tree then.
            [var name and ("message" or "redefine_extname"), ..] => $"dtc does not know #pragma {name}",
            _ => null,
        };
        if (fault is not null)
            Report(line.Start, EndOf(line), fault);
    }

    private string? Once()
    {
        _once.Add(_frame.File.Source);
        return null;
    }

    private string? Poison(IEnumerable<Token> words)
    {
        foreach (var word in words)
        {
            if (word.Id < 0)
                return $"#pragma GCC poison takes names; '{word}' is none";
            _macros[word.Id] = new() { BuiltIn = BuiltIn.Poisoned };
        }

        return null;
    }

    private string? Tell(List<Token> words, TokenLine line, bool isError)
    {
        if (words.Count < 3 || words[2].ToString() is not ['"', .., '"'] text)
            return "this pragma takes a text in quotes";
        Report(line.Start, EndOf(line), text.Trim('"'), isError ? SourceSeverity.Error : SourceSeverity.Warning);
        return null;
    }

    private string? Depend(List<Token> words)
    {
        if (!TryReadHeader(TextOf(words.Skip(2)), out var header))
            return "#pragma GCC dependency takes \"FILE\" or <FILE>";
        return Find(header, isNext: false, out _) is null ? $"there is no file '{header.Name}'" : null;
    }

    private string? PushOrPop(List<Token> words, bool isPush)
    {
        if (words.Count < 4 || !words[1].Is('(') || words[2].ToString() is not ['"', _, .., '"'] name || !words[3].Is(')'))
            return "this pragma takes (\"NAME\")";
        var id = _cache.Identifiers.IdOf(name.Trim('"'));
        if (isPush)
        {
            if (!_pushed.TryGetValue(id, out var stack))
                _pushed.Add(id, stack = new());
            stack.Push(_macros[id]);
        }
        else if (_pushed.TryGetValue(id, out var stack) && stack.Count > 0)
        {
            _macros[id] = stack.Pop();
        }

        return null;
    }

    /// <summary>Does what <c>_Pragma("…")</c> says, of which nothing is left in the text (C11, section 6.10.9).</summary>
    private bool PragmaOperator()
    {
        var line = _frame.File.Lines[Math.Max(0, _frame.Line - 1)];
        var outer = _readsArguments;
        _readsArguments = true;
        var isWhole = TryNextToken(out var open) & TryNextToken(out var text) & TryNextToken(out var close)
            && open.Is('(') && text.IsLiteral && text.ToString() is ['"', ..] or ['L', '"', ..] && close.Is(')');
        _readsArguments = outer;
        if (!isWhole)
        {
            Report(line.Start, EndOf(line), "_Pragma takes a text in parentheses");
            return true;
        }

        var said = text.ToString().TrimStart('L');
        said = said.Substring(1, said.Length - 2).Replace("\\\"", "\"").Replace("\\\\", "\\");
        var file = Tokenizer.Tokenize(new("<_Pragma>", Encoding.UTF8.GetBytes(said)), _cache.Identifiers);
        Pragma([.. Enumerable.Range(0, file.Count).Select(i => file[i])], line);
        _padding = Padding.Blank;
        return true;
    }

    private bool TryNextToken(out Token token)
    {
        while (TryNext(out token))
        {
            if (!token.IsPadding)
                return true;
        }

        return false;
    }

    // C11, section 6.10.4. Messages keep the lines that people wrote.
    private void Renumber(TokenLine line)
    {
        var words = Expanded(TokensOf(line));
        if (words.Count == 0 || !int.TryParse(words[0].ToString(), out var number)
            || (words.Count > 1 && words[1].ToString() is not ['"', .., '"']))
        {
            Report(line.Start, EndOf(line), "#line takes a number, and the name of a file in quotes");
            return;
        }

        _frame.PresumedLines = number - 1 - _frame.File.LineOf(EndOfComments(EndOf(line)));
        if (words.Count > 1)
            _frame.PresumedName = words[1].ToString().Trim('"');
    }

    // A line ends where a comment that begins in it does.
    private int EndOfComments(int at)
    {
        ReadOnlySpan<byte> bytes = _frame.File.Bytes;
        while (at < bytes.Length && bytes[at] != '\n')
        {
            if (bytes.Slice(at).StartsWith("//"u8))
                break;
            at = bytes.Slice(at).StartsWith("/*"u8) && bytes.Slice(at + 2).IndexOf("*/"u8) is >= 0 and var end ? at + end + 4 : at + 1;
        }

        return Math.Min(at, bytes.Length - 1);
    }

    private bool MayBeNamed(int id, TokenLine line)
    {
        var isPoisoned = _macros[id]?.BuiltIn == BuiltIn.Poisoned;
        if (!isPoisoned && id != _names.Defined)
            return true;
        Report(
            line.Start, EndOf(line), $"'{Tokens[line.First]}' {(isPoisoned ? "is poisoned by #pragma GCC poison" : "can be no macro")}");
        return false;
    }
}
