namespace Bsp.DeviceTrees.Preprocessing;

/// <content>What gcc's preprocessor does for <c>#pragma</c> and <c>#line</c>; pragmas that it does not know are left out.</content>
internal sealed partial class Preprocessor
{
    private readonly Dictionary<int, Stack<Macro?>> _pushed = [];

    private void Pragma(TokenLine line)
    {
        var words = TokensOf(line);
        switch (words.Take(2).Select(word => word.ToString()).ToArray())
        {
            case ["once", ..]:
                _once.Add(_frame.File.Source);
                break;
            case ["push_macro" or "pop_macro", ..]:
                PushOrPop(line, words, isPush: words[0].ToString() == "push_macro");
                break;
            case ["GCC", "poison"]:
                foreach (var word in words.Skip(2))
                {
                    if (word.Id >= 0)
                        _macros[word.Id] = new() { BuiltIn = BuiltIn.Poisoned };
                    else
                        Report(line.Start, EndOf(line), $"#pragma GCC poison takes names; '{word}' is none");
                }

                break;
            case ["GCC", "error" or "warning"] when words.Count > 2:
                Report(
                    line.Start, EndOf(line), words[2].ToString().Trim('"'),
                    words[1].ToString() == "error" ? SourceSeverity.Error : SourceSeverity.Warning);
                break;
        }
    }

    private void PushOrPop(TokenLine line, List<Token> words, bool isPush)
    {
        if (words.Count < 4 || !words[1].Is('(') || words[2].ToString() is not ['"', _, .., '"'] name || !words[3].Is(')'))
        {
            Report(line.Start, EndOf(line), "this pragma takes (\"NAME\")", SourceSeverity.Warning);
            return;
        }

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

        _frame.PresumedLines = number - 1 - _frame.File.Locate(EndOfComments(EndOf(line))).Line;
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
        if (_macros[id]?.BuiltIn != BuiltIn.Poisoned)
            return true;
        Report(line.Start, EndOf(line), $"'{Tokens[line.First]}' is poisoned by #pragma GCC poison");
        return false;
    }
}
