using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <summary>Reads tokens, by the rules of dtc's lexer: what a word is depends on what was read before it.</summary>
internal sealed class DtsLexer
{
    private const int DeepestInclude = 200;
    private const int MostIncludes = 10_000;
    private readonly SourceCache _cache;
    private readonly IReadOnlyList<string> _folders;
    private readonly ICollection<SourceMessage> _messages;
    private readonly List<SourceFile> _files;
    private readonly Stack<(SourceText Text, int At)> _outer = new();
    private SourceText _text;
    private byte[] _bytes;
    private int _length;
    private int _at;
    private int _includes;
    private State _state;

    public DtsLexer(SourceText text, SourceCache cache, IReadOnlyList<string> folders, List<SourceFile> files, ICollection<SourceMessage> messages)
    {
        (_cache, _folders, _files, _messages) = (cache, folders, files, messages);
        (_text, _bytes, _length) = (text, text.Buffer, text.Length);
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
            if (_at >= _length)
            {
                if (_outer.Count == 0)
                    return new(DtsTokenKind.End, _text, _length, _length);
                Enter(_outer.Peek().Text, _outer.Pop().At);
            }
            else if (!TryInclude())
            {
                return Read();
            }
        }
    }

    /// <summary>A file that the source names, looked for beside it and then in the folders.</summary>
    public SourceFile? Find(string name) => _cache.Find(name, _text.Folder, _folders);

    private void Enter(SourceText text, int at) => (_text, _bytes, _length, _at) = (text, text.Buffer, text.Length, at);

    private void SkipBlanks()
    {
        while (_at < _length)
        {
            var c = _bytes[_at];
            if (c is (byte)' ' or (>= 9 and <= 13))
            {
                _at++;
            }
            else if (c == '/' && Peek(1) == '*' && _bytes.AsSpan(_at + 2, _length - _at - 2).IndexOf("*/"u8) is >= 0 and var end)
            {
                _at += end + 4;
            }
            else if (c == '/' && Peek(1) == '/' && _bytes.AsSpan(_at, _length - _at).IndexOf((byte)'\n') is >= 0 and var line)
            {
                _at += line + 1;
            }
            else if (c == '#' && (_at == 0 || _bytes[_at - 1] == '\n') && LineMarker.TryRead(Rest(EndOfLine()), out _, out _))
            {
                _at = EndOfLine();
            }
            else
            {
                break;
            }
        }
    }

    private int EndOfLine() => _bytes.AsSpan(_at, _length - _at).IndexOf((byte)'\n') is var line && line < 0 ? _length : _at + line;

    private ReadOnlySpan<byte> Rest(int end) => _bytes.AsSpan(_at, end - _at);

    private int Peek(int ahead) => _at + ahead < _length ? _bytes[_at + ahead] : -1;

    private bool StartsWith(ReadOnlySpan<byte> word) => _bytes.AsSpan(_at, _length - _at).StartsWith(word);

    private bool TryInclude()
    {
        if (_bytes[_at] != '/' || !StartsWith("/include/"u8))
            return false;
        var quote = _at + 9;
        while (quote < _length && _bytes[quote] is (byte)' ' or (>= 9 and <= 13))
            quote++;
        if (quote >= _length || _bytes[quote] != '"' || EndOfString(quote) is not (> 0 and var end))
            return false;
        var name = Encoding.UTF8.GetString(_bytes, quote + 1, end - quote - 2);
        var span = new SourceSpan(_text, _at, end);
        _at = end;
        if (_outer.Count == DeepestInclude || ++_includes > MostIncludes)
        {
            // Files that include themselves twice would otherwise go on for longer than anybody lives.
            Report(span, $"files are included {DeepestInclude} deep, or {MostIncludes} times: does '{name}' include itself?");
            _outer.Clear();
            _at = _length;
        }
        else if (Find(name) is not { } file)
        {
            Report(span, $"there is no file '{name}'; looked in {string.Join(", ", _folders.Prepend(_text.Folder.Length == 0 ? "." : _text.Folder))}");
        }
        else
        {
            Push(file);
        }

        return true;
    }

    private void Push(SourceFile file)
    {
        if (!_files.Contains(file))
            _files.Add(file);
        _outer.Push((_text, _at));
        Enter(file, 0);
    }

    private void Report(SourceSpan span, string text) => _messages.Add(new(SourceSeverity.Error, text) { Span = span });

    private DtsToken Read()
    {
        var c = _bytes[_at];
        if (c == '"' && EndOfString(_at) is > 0 and var text)
            return Take(DtsTokenKind.String, text);
        if (c == '\'' && EndOfCharacter() is > 0 and var character)
            return Take(DtsTokenKind.CharacterLiteral, character);
        if (c == '/' && Keyword() is (var kind, > 0 and var length))
            return Take(kind, _at + length);
        if (c == '&' && Reference() is { } reference)
            return reference;
        if (IsLabelStart(c) && EndOfLabel(_at) is var label && label < _length && _bytes[label] == ':')
            return Take(DtsTokenKind.Label, label + 1);
        return _state switch
        {
            State.Names when EndOfName() is > 0 and var name => Take(DtsTokenKind.Name, name, State.Values),
            State.Bytes when IsHex(c) && IsHex(Peek(1)) => Take(DtsTokenKind.Byte, _at + 2),
            State.Bytes when c == ']' => Take(DtsTokenKind.Character, _at + 1, State.Values),
            State.Values when c is >= (byte)'0' and <= (byte)'9' => Take(DtsTokenKind.Number, EndOfNumber()),
            State.Values when IsLabelStart(c) => Take(DtsTokenKind.Word, EndOfLabel(_at)),
            _ => Operator(c),
        };
    }

    private DtsToken Take(DtsTokenKind kind, int end)
    {
        var token = new DtsToken(kind, _text, _at, end);
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
        var kind = (c, Peek(1)) switch
        {
            ((byte)'<', '<') => DtsTokenKind.ShiftLeft,
            ((byte)'>', '>') => DtsTokenKind.ShiftRight,
            ((byte)'<', '=') => DtsTokenKind.LessOrEqual,
            ((byte)'>', '=') => DtsTokenKind.GreaterOrEqual,
            ((byte)'=', '=') => DtsTokenKind.Equal,
            ((byte)'!', '=') => DtsTokenKind.NotEqual,
            ((byte)'&', '&') => DtsTokenKind.And,
            ((byte)'|', '|') => DtsTokenKind.Or,
            _ => DtsTokenKind.Character,
        };
        if (kind != DtsTokenKind.Character)
            return Take(kind, _at + 2);
        return Take(kind, _at + 1, c switch
        {
            (byte)'[' => State.Bytes,
            (byte)'{' or (byte)';' => State.Names,
            _ => _state,
        });
    }

    private (DtsTokenKind Kind, int Length) Keyword()
    {
        if (StartsWith("/dts-v1/"u8))
            return (Turn(DtsTokenKind.Version1, State.Values), 8);
        if (StartsWith("/plugin/"u8))
            return (DtsTokenKind.Plugin, 8);
        if (StartsWith("/memreserve/"u8))
            return (Turn(DtsTokenKind.Reserve, State.Values), 12);
        if (StartsWith("/bits/"u8))
            return (Turn(DtsTokenKind.Bits, State.Values), 6);
        if (StartsWith("/delete-property/"u8))
            return (Turn(DtsTokenKind.DeleteProperty, State.Names), 17);
        if (StartsWith("/delete-node/"u8))
            return (Turn(DtsTokenKind.DeleteNode, State.Names), 13);
        if (StartsWith("/omit-if-no-ref/"u8))
            return (Turn(DtsTokenKind.OmitWithoutReference, State.Names), 16);
        return _state is State.Initial or State.Values && StartsWith("/incbin/"u8) ? (DtsTokenKind.IncludeBinary, 8) : default;
    }

    private DtsTokenKind Turn(DtsTokenKind kind, State next)
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
            while (end < _length && (IsNameCharacter(_bytes[end]) || _bytes[end] == '/'))
                end++;
            return end > _at + 2 && end < _length && _bytes[end] == '}' ? Take(DtsTokenKind.PathReference, end + 1) : null;
        }

        return Peek(1) >= 0 && IsLabelStart((byte)Peek(1)) ? Take(DtsTokenKind.LabelReference, EndOfLabel(_at + 1)) : null;
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

    // The longest match of '([^']|\\')*': a quote behind a backslash may be the last one.
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
            while (end < _length && _bytes[end] is >= (byte)'0' and <= (byte)'9')
                end++;
        }

        var rest = _bytes.AsSpan(end, _length - end);
        return end + (rest.StartsWith("ULL"u8) ? 3 : rest.StartsWith("UL"u8) || rest.StartsWith("LL"u8) ? 2 : rest.StartsWith("U"u8) || rest.StartsWith("L"u8) ? 1 : 0);
    }

    private int EndOfName()
    {
        var start = _bytes[_at] == '\\' ? _at + 1 : _at;
        var end = start;
        while (end < _length && IsNameCharacter(_bytes[end]))
            end++;
        return end == start ? 0 : end;
    }

    private int EndOfLabel(int at)
    {
        while (at < _length && (IsLabelStart(_bytes[at]) || _bytes[at] is >= (byte)'0' and <= (byte)'9'))
            at++;
        return at;
    }

    private static bool IsLabelStart(byte c) => c is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_';

    private static bool IsNameCharacter(byte c) => IsLabelStart(c) || c is (>= (byte)'0' and <= (byte)'9')
        or (byte)',' or (byte)'.' or (byte)'+' or (byte)'*' or (byte)'#' or (byte)'?' or (byte)'@' or (byte)'-';

    private static bool IsHex(int c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
