using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <summary>Reads tokens, by the rules of dtc's lexer: what a word is depends on what was read before it.</summary>
internal sealed class DtsLexer
{
    private const int DeepestInclude = 200;
    private const int MaximumIncludes = 10_000;

    private readonly SourceCache _cache;
    private readonly IReadOnlyList<string> _folders;
    private readonly ICollection<SourceMessage> _messages;
    private readonly List<SourceFile> _files;
    private readonly List<SourceText> _texts = [];
    private readonly Stack<(int Text, int At)> _outer = new();
    private int _text;
    private byte[] _bytes;
    private int _length;
    private int _at;
    private int _includes;
    private int _endOfWord;
    private State _state;

    public DtsLexer(
        SourceText text, SourceCache cache, IReadOnlyList<string> folders, List<SourceFile> files, ICollection<SourceMessage> messages)
    {
        (_cache, _folders, _files, _messages) = (cache, folders, files, messages);
        _texts.Add(text);
        (_bytes, _length) = (text.Buffer, text.Length);
    }

    private enum State
    {
        Initial,
        Values,
        Names,
        Bytes,
    }

    /// <summary>The next token.</summary>
    public DtsToken Next()
    {
        while (true)
        {
            SkipBlanks();
            if (_at < _length)
            {
                if (_bytes[_at] != '/' || !TryInclude())
                    return Read();
            }
            else if (_outer.Count == 0)
            {
                return new(DtsTokenKind.End, 0, _text, _length, _length);
            }
            else
            {
                Enter(_outer.Peek().Text, _outer.Pop().At);
            }
        }
    }

    /// <summary>A token as it is written.</summary>
    public ReadOnlySpan<byte> BytesOf(DtsToken token) =>
        (token.Text == _text ? _bytes : _texts[token.Text].Buffer).AsSpan(token.Start, token.End - token.Start);

    /// <summary>Whether a character follows a token, with nothing between them.</summary>
    public bool IsBehind(DtsToken token, char c) =>
        _texts[token.Text] is var text && token.End < text.Length && text.Buffer[token.End] == c;

    /// <summary>Where a token stands.</summary>
    public SourceSpan SpanOf(DtsToken token) => new(_texts[token.Text], token.Start, token.End);

    /// <summary>Whether a token stands on a later line than one before it, or in another file.</summary>
    public bool IsOnLaterLine(DtsToken before, DtsToken token) =>
        before.Text != token.Text
        || _texts[token.Text].Buffer.AsSpan(before.End, Math.Max(0, token.Start - before.End)).IndexOf((byte)'\n') >= 0;

    /// <summary>A file that the source names, looked for beside it and then in the folders; one that there is counts as read.</summary>
    public SourceFile? Find(string name)
    {
        var file = _cache.Find(name, _texts[_text].Folder, _folders, 0, out _);
        if (file is not null)
            _files.Add(file);
        return file;
    }

    private void Enter(int text, int at) =>
        (_text, _bytes, _length, _at, _endOfWord) = (text, _texts[text].Buffer, _texts[text].Length, at, 0);

    private void SkipBlanks()
    {
        var (bytes, length, at) = (_bytes, _length, _at);
        do
        {
            while (at < length && Characters.IsBlank(bytes[at]))
                at++;
            _at = at;
        }
        while (at < length && bytes[at] is (byte)'/' or (byte)'#' && (at = EndOfRemark()) > _at);
    }

    // After a comment or a marker of lines; where neither is, the position itself.
    private int EndOfRemark()
    {
        var rest = _bytes.AsSpan(_at, _length - _at);
        if (rest[0] == '#')
        {
            if (_at > 0 && _bytes[_at - 1] != '\n')
                return _at;
            var end = rest.IndexOf((byte)'\n') is var line && line < 0 ? rest.Length : line;
            return LineMarker.TryRead(rest.Slice(0, end), out _, out _) ? _at + end : _at;
        }

        if (rest.StartsWith("/*"u8) && rest.Slice(2).IndexOf("*/"u8) is >= 0 and var inside)
            return _at + inside + 4;
        return rest.StartsWith("//"u8) && rest.IndexOf((byte)'\n') is >= 0 and var length ? _at + length + 1 : _at;
    }

    private int Peek(int ahead) => _at + ahead < _length ? _bytes[_at + ahead] : -1;

    private bool StartsWith(ReadOnlySpan<byte> word) => _bytes.AsSpan(_at, _length - _at).StartsWith(word);

    private bool TryInclude()
    {
        if (!StartsWith("/include/"u8))
            return false;
        var quote = _at + 9;
        while (quote < _length && Characters.IsBlank(_bytes[quote]))
            quote++;
        if (quote >= _length || _bytes[quote] != '"' || EndOfString(quote) is not (> 0 and var end))
            return false;
        var name = Encoding.UTF8.GetString(_bytes, quote + 1, end - quote - 2);
        var span = new SourceSpan(_texts[_text], _at, end);
        _at = end;
        if (_outer.Count == DeepestInclude || ++_includes > MaximumIncludes)
        {
            // Files that include themselves twice would otherwise go on for longer than anybody lives.
            Report(span, $"files are included {DeepestInclude} deep, or {MaximumIncludes} times: does '{name}' include itself?");
            _outer.Clear();
            _at = _length;
        }
        else if (Find(name) is not { } file)
        {
            Report(
                span,
                $"there is no file '{name}'; looked in "
                + $"{string.Join(", ", _folders.Prepend(_texts[_text].Folder is { Length: > 0 } folder ? folder : "."))}");
        }
        else
        {
            Push(file);
        }

        return true;
    }

    private void Push(SourceFile file)
    {
        _outer.Push((_text, _at));
        _texts.Add(file);
        Enter(_texts.Count - 1, 0);
    }

    private void Report(SourceSpan span, string text) => _messages.Add(new(SourceSeverity.Error, text) { Span = span });

    private DtsToken Read()
    {
        var c = _bytes[_at];
        if (Characters.IsLetter(c))
            return Word();
        // What most of a source is, first.
        if (_state == State.Values && Characters.IsDigit(c))
            return Take(DtsTokenKind.Number, EndOfNumber());
        if (c == '"' && EndOfString(_at) is > 0 and var text)
            return Take(DtsTokenKind.String, text);
        if (c == '\'' && EndOfCharacter() is > 0 and var character)
            return Take(DtsTokenKind.CharacterLiteral, character);
        if (c == '/' && Keyword() is (var kind, > 0 and var length))
            return Take(kind, _at + length);
        if (c == '&' && Reference() is { } reference)
            return reference;
        return _state switch
        {
            State.Names when (c == '\\' ? _at + 1 : _at) is var start && EndOfName(start) is var name && name > start =>
                Take(DtsTokenKind.Name, name, State.Values),
            State.Bytes when IsHex(c) && IsHex(Peek(1)) => Take(DtsTokenKind.Byte, _at + 2),
            State.Bytes when c == ']' => Take(DtsTokenKind.Character, _at + 1, State.Values),
            _ => Operator(c),
        };
    }

    // It begins with a letter: a label, a name, or what looks like either where there can be none.
    private DtsToken Word()
    {
        // Where no word can be each letter is a token: a long word is traversed once nevertheless.
        if (_at >= _endOfWord)
            _endOfWord = EndOfLabel(_at);
        if (_endOfWord < _length && _bytes[_endOfWord] == ':')
            return Take(DtsTokenKind.Label, _endOfWord + 1);
        return _state switch
        {
            State.Names => Take(DtsTokenKind.Name, EndOfName(_endOfWord), State.Values),
            State.Values => Take(DtsTokenKind.Word, _endOfWord),
            State.Bytes when IsHex(_bytes[_at]) && IsHex(Peek(1)) => Take(DtsTokenKind.Byte, _at + 2),
            _ => Operator(_bytes[_at]),
        };
    }

    private DtsToken Take(DtsTokenKind kind, int end)
    {
        var token = new DtsToken(kind, kind == DtsTokenKind.Character ? _bytes[_at] : (byte)0, _text, _at, end);
        _at = end;
        return token;
    }

    private DtsToken Take(DtsTokenKind kind, int end, State next)
    {
        _state = next;
        return Take(kind, end);
    }

    private DtsToken Operator(byte c)
    {
        if (c is (byte)'<' or (byte)'>' or (byte)'=' or (byte)'!' or (byte)'&' or (byte)'|'
            && PairOf(c, Peek(1)) is var pair and not DtsTokenKind.Character)
            return Take(pair, _at + 2);
        // Of UTF-8 all bytes of a character, for who has to be told of it.
        var end = _at + 1;
        while (c >= 0xc0 && end < _length && end < _at + 4 && (_bytes[end] & 0xc0) == 0x80)
            end++;
        return Take(DtsTokenKind.Character, end, c switch
        {
            (byte)'[' => State.Bytes,
            (byte)'{' or (byte)';' => State.Names,
            _ => _state,
        });
    }

    private static DtsTokenKind PairOf(byte first, int second) => ((char)first, second) switch
    {
        ('<', '<') => DtsTokenKind.ShiftLeft,
        ('>', '>') => DtsTokenKind.ShiftRight,
        ('<', '=') => DtsTokenKind.LessOrEqual,
        ('>', '=') => DtsTokenKind.GreaterOrEqual,
        ('=', '=') => DtsTokenKind.Equal,
        ('!', '=') => DtsTokenKind.NotEqual,
        ('&', '&') => DtsTokenKind.And,
        ('|', '|') => DtsTokenKind.Or,
        _ => DtsTokenKind.Character,
    };

    private (DtsTokenKind Kind, int Length) Keyword()
    {
        if (StartsWith("/dts-v1/"u8))
            return (SwitchTo(DtsTokenKind.Version1, State.Values), 8);
        if (StartsWith("/plugin/"u8))
            return (DtsTokenKind.Plugin, 8);
        if (StartsWith("/memreserve/"u8))
            return (SwitchTo(DtsTokenKind.Reserve, State.Values), 12);
        if (StartsWith("/bits/"u8))
            return (SwitchTo(DtsTokenKind.Bits, State.Values), 6);
        if (StartsWith("/delete-property/"u8))
            return (SwitchTo(DtsTokenKind.DeleteProperty, State.Names), 17);
        if (StartsWith("/delete-node/"u8))
            return (SwitchTo(DtsTokenKind.DeleteNode, State.Names), 13);
        if (StartsWith("/omit-if-no-ref/"u8))
            return (SwitchTo(DtsTokenKind.OmitWithoutReference, State.Names), 16);
        return _state is State.Initial or State.Values && StartsWith("/incbin/"u8) ? (DtsTokenKind.IncludeBinary, 8) : default;
    }

    private DtsTokenKind SwitchTo(DtsTokenKind kind, State next)
    {
        _state = next;
        return kind;
    }

    private DtsToken? Reference()
    {
        // A path from the root, or from a label: the latter is in dtc since 1.7.
        if (Peek(1) == '{')
        {
            var end = _at + 2;
            while (end < _length && (Characters.IsName(_bytes[end]) || _bytes[end] == '/'))
                end++;
            return end > _at + 2 && end < _length && _bytes[end] == '}' ? Take(DtsTokenKind.PathReference, end + 1) : null;
        }

        return Peek(1) >= 0 && Characters.IsLetter((byte)Peek(1)) ? Take(DtsTokenKind.LabelReference, EndOfLabel(_at + 1)) : null;
    }

    private int EndOfString(int quote)
    {
        for (var at = quote + 1; at < _length; at++)
        {
            if (_bytes[at] == '"')
                return at + 1;
            if (_bytes[at] == '\\')
                at++;
        }

        return 0;
    }

    // The longest match of '([^']|\\')*': a quote after a backslash may be the last one.
    private int EndOfCharacter()
    {
        var possible = 0;
        for (var at = _at + 1; at < _length; at++)
        {
            if (_bytes[at] == '\\' && at + 1 < _length && _bytes[at + 1] == '\'')
                possible = ++at + 1;
            else if (_bytes[at] == '\'')
                return at + 1;
        }

        return possible;
    }

    private int EndOfNumber()
    {
        var end = _at;
        if (_bytes[end] == '0' && Peek(1) is 'x' or 'X' && IsHex(Peek(2)))
        {
            for (end += 2; end < _length && IsHex(_bytes[end]);)
                end++;
        }
        else
        {
            while (end < _length && Characters.IsDigit(_bytes[end]))
                end++;
        }

        var rest = _bytes.AsSpan(end, _length - end);
        return end
            + (rest.StartsWith("ULL"u8) ? 3
                : rest.StartsWith("UL"u8) || rest.StartsWith("LL"u8) ? 2
                : rest.StartsWith("U"u8) || rest.StartsWith("L"u8) ? 1
                : 0);
    }

    private int EndOfName(int at)
    {
        while (at < _length && Characters.IsName(_bytes[at]))
            at++;
        return at;
    }

    private int EndOfLabel(int at)
    {
        while (at < _length && Characters.IsIdentifier(_bytes[at]))
            at++;
        return at;
    }

    private static bool IsHex(int c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
