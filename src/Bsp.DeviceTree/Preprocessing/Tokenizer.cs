namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>
/// Splits a file into preprocessing tokens, in the way of gcc's assembler mode: a quote may be unpaired, comments are those of C and C++.
/// </summary>
internal sealed class Tokenizer
{
    private const int LargeFile = 24 << 10;

    private readonly IdentifierPool _pool;
    private readonly SourceFile _file;
    private readonly byte[] _bytes;
    private readonly List<(int Offset, int Removed)>? _splices;
    private FileToken[] _tokens;
    private int _count;
    private TokenLine[] _lines;
    private int _lineCount;
    private int _at;
    private TokenFlags _before;
    private int _openComment = -1;

    private Tokenizer(SourceFile file, IdentifierPool pool)
    {
        (_file, _pool) = (file, pool);
        (_bytes, _splices) = Join(file.Buffer);
        // Of a large array the end is never touched where it is not needed; of a small one it is.
        var (bytesOfToken, bytesOfLine) = _bytes.Length < LargeFile ? (6, 32) : (3, 16);
        _tokens = UninitializedArray.Allocate<FileToken>((_bytes.Length / bytesOfToken) + 1);
        _lines = UninitializedArray.Allocate<TokenLine>((_bytes.Length / bytesOfLine) + 1);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    public static TokenizedFile Tokenize(SourceFile file, IdentifierPool pool)
    {
        var tokenizer = new Tokenizer(file, pool);
        if (tokenizer._bytes.AsSpan().StartsWith(ByteOrderMark))
            tokenizer._at = ByteOrderMark.Length;
        while (tokenizer._at < tokenizer._bytes.Length)
            tokenizer.ReadLine();
        return new(
            file, tokenizer._bytes, tokenizer._splices, new(tokenizer._tokens, 0, tokenizer._count),
            new(tokenizer._lines, 0, tokenizer._lineCount))
        {
            OpenComment = tokenizer._openComment,
        };
    }

    // Few files have a line that goes on; the others stay as they are.
    private static (byte[] Bytes, List<(int, int)>? Splices) Join(byte[] bytes)
    {
        var at = NextSplice(bytes, 0);
        if (at == bytes.Length)
            return (bytes, null);
        var joined = new byte[bytes.Length];
        var splices = new List<(int, int)>();
        var (length, copied) = (0, 0);
        while (true)
        {
            bytes.AsSpan(copied, at - copied).CopyTo(joined.AsSpan(length));
            length += at - copied;
            if (at == bytes.Length)
                break;
            copied = AfterSplice(bytes, at);
            splices.Add((length, copied - length));
            at = NextSplice(bytes, copied);
        }

        Array.Resize(ref joined, length);
        return (joined, splices);
    }

    private static int NextSplice(byte[] bytes, int from)
    {
        while (bytes.AsSpan(from).IndexOf((byte)'\\') is >= 0 and var next)
        {
            if (AfterSplice(bytes, from + next) > 0)
                return from + next;
            from += next + 1;
        }

        return bytes.Length;
    }

    // Where the line goes on after a backslash; 0 where it does not. gcc also joins lines with blanks after the backslash.
    private static int AfterSplice(byte[] bytes, int backslash)
    {
        var at = backslash + 1;
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t' or (byte)'\f' or (byte)'\v' or (byte)'\r')
            at++;
        return at < bytes.Length && bytes[at] == '\n' ? at + 1 : 0;
    }

    private void ReadLine()
    {
        var (first, start) = (_count, _at);
        // A comment on a line of its own, or after a line, precedes the next one.
        var flags = _before;
        while (_at < _bytes.Length && _bytes[_at] != '\n')
        {
            switch (_bytes[_at])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\f' or (byte)'\v':
                    flags |= TokenFlags.Space;
                    _at++;
                    break;
                // gcc leaves it out. What a comment precedes is not copied along with what is before.
                case 0:
                    flags |= TokenFlags.Space | TokenFlags.Comment;
                    _at++;
                    break;
                case (byte)'/' when Next == '*':
                    flags |= TokenFlags.Space | TokenFlags.Comment;
                    var end = _bytes.AsSpan(_at + 2).IndexOf("*/"u8);
                    if (end < 0)
                        _openComment = _at;
                    _at = end < 0 ? _bytes.Length : _at + end + 4;
                    break;
                case (byte)'/' when Next == '/':
                    flags |= TokenFlags.Space | TokenFlags.Comment;
                    _at = EndOfLine(_at);
                    break;
                default:
                    ReadToken(flags, first);
                    flags = TokenFlags.None;
                    break;
            }
        }

        _at++;
        _before = flags & TokenFlags.Comment;
        if (_count == first)
            return;
        if (_lineCount == _lines.Length)
            Array.Resize(ref _lines, 2 * _lineCount);
        _lines[_lineCount++] = LineOf(first, start);
    }

    private int Next => _at + 1 < _bytes.Length ? _bytes[_at + 1] : -1;

    private int EndOfLine(int from) => _bytes.AsSpan(from).IndexOf((byte)'\n') is var length && length < 0 ? _bytes.Length : from + length;

    private TokenLine LineOf(int first, int start)
    {
        if (_tokens[first].Length > 1 || _bytes[_tokens[first].Start] != '#')
            return new(first, _count, Directive.None, start);
        // A number sign alone is a directive of nothing.
        if (_count == first + 1)
            return new(first + 1, _count, Directive.Ignored, start);
        var name = _tokens[first + 1];
        var directive = name.Id < 0 ? Directive.None : DirectiveOf(_bytes.AsSpan(name.Start, name.Length));
        // A property may have such a name, but is followed by a value or is one of nothing.
        if (directive == Directive.Misspelt
            && _count > first + 2 && (TextOf(first + 2) is [(byte)'=' or (byte)';'] || !_tokens[first + 2].HasSpace))
            directive = Directive.None;
        return new(directive == Directive.None ? first : first + 2, _count, directive, start);
    }

    private static Directive DirectiveOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("define"u8) ? Directive.Define
        : name.SequenceEqual("undef"u8) ? Directive.Undef
        : name.SequenceEqual("include"u8) ? Directive.Include
        : name.SequenceEqual("include_next"u8) ? Directive.IncludeNext
        : name.SequenceEqual("import"u8) ? Directive.Import
        : name.SequenceEqual("if"u8) ? Directive.If
        : name.SequenceEqual("ifdef"u8) ? Directive.Ifdef
        : name.SequenceEqual("ifndef"u8) ? Directive.Ifndef
        : name.SequenceEqual("elif"u8) ? Directive.Elif
        : name.SequenceEqual("elifdef"u8) ? Directive.Elifdef
        : name.SequenceEqual("elifndef"u8) ? Directive.Elifndef
        : name.SequenceEqual("else"u8) ? Directive.Else
        : name.SequenceEqual("endif"u8) ? Directive.Endif
        : name.SequenceEqual("error"u8) ? Directive.Error
        : name.SequenceEqual("warning"u8) ? Directive.Warning
        : name.SequenceEqual("pragma"u8) ? Directive.Pragma
        : name.SequenceEqual("line"u8) ? Directive.Line
        : name.SequenceEqual("assert"u8) ? Directive.Assert
        : name.SequenceEqual("unassert"u8) ? Directive.Unassert
        : name.SequenceEqual("ident"u8) || name.SequenceEqual("sccs"u8) ? Directive.Ident
        : name.SequenceEqual("elseif"u8) || name.SequenceEqual("elsif"u8) || name.SequenceEqual("elseifdef"u8)
            || name.SequenceEqual("elsifdef"u8) || name.SequenceEqual("ifdefined"u8) || name.SequenceEqual("elifdefined"u8)
            || name.SequenceEqual("ifnotdef"u8) ? Directive.Misspelt
        : Directive.None;

    private void ReadToken(TokenFlags flags, int first)
    {
        var (start, id) = (_at, -1);
        var c = _bytes[_at];
        if (c == 'L' && Literal.Begins(_bytes.AsSpan(_at)))
        {
            _at += Literal.EndOf(_bytes.AsSpan(_at), hasEscapes: true, out _);
        }
        else if (Characters.IsLetter(c))
        {
            while (_at < _bytes.Length && Characters.IsIdentifier(_bytes[_at]))
                _at++;
            id = _pool.IdOf(_bytes.AsSpan(start, _at - start));
        }
        else if (IsStartOfNumber(_bytes, _at))
        {
            _at = EndOfNumber(_bytes, _at);
        }
        else if (c is (byte)'"' or (byte)'\'')
        {
            _at += Literal.EndOf(_bytes.AsSpan(_at), hasEscapes: !IsHeaderNext(first), out _);
        }
        else if (c == '<' && IsHeaderNext(first)
            && Literal.EndOf(_bytes.AsSpan(_at), hasEscapes: false, out var isClosed) is var length && isClosed)
        {
            _at += length;
        }
        else
        {
            _at += Operators.LengthOf(_bytes.AsSpan(_at));
        }

        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * _count);
        _tokens[_count++] = new(start, _at - start, id, flags);
    }

    /// <summary>Whether a number begins here: with a digit, or with a point and a digit.</summary>
    public static bool IsStartOfNumber(byte[] bytes, int at) => Characters.IsDigit(bytes[at])
        || (bytes[at] == '.' && at + 1 < bytes.Length && Characters.IsDigit(bytes[at + 1]));

    /// <summary>Whether a text is one token that is neither a name nor made of several (C11, section 6.10.3.3).</summary>
    public static bool IsOne(byte[] text) => text.Length == (
        IsStartOfNumber(text, 0) ? EndOfNumber(text, 0)
        : Literal.Begins(text) ? Literal.EndOf(text, hasEscapes: true, out _)
        : Operators.LengthOf(text));

    // C11, section 6.4.8: 0x1e+F is one token.
    private static int EndOfNumber(byte[] bytes, int at)
    {
        for (at++; at < bytes.Length; at++)
        {
            var isSign = (bytes[at] is (byte)'+' or (byte)'-') && (bytes[at - 1] is (byte)'e' or (byte)'E' or (byte)'p' or (byte)'P');
            if (!Characters.IsIdentifier(bytes[at]) && bytes[at] != '.' && !isSign)
                break;
        }

        return at;
    }

    // The name of a header is one token, whatever looks like a comment or an escape in it (C11, section 6.4.7).
    private bool IsHeaderNext(int first)
    {
        if (_count == first + 2)
        {
            return TextOf(first).SequenceEqual("#"u8)
                && DirectiveOf(TextOf(first + 1)) is Directive.Include or Directive.IncludeNext or Directive.Import;
        }

        return _count > first + 3 && TextOf(_count - 1).SequenceEqual("("u8) && TextOf(first).SequenceEqual("#"u8)
            && (TextOf(_count - 2).SequenceEqual("__has_include"u8) || TextOf(_count - 2).SequenceEqual("__has_include_next"u8));
    }

    private ReadOnlySpan<byte> TextOf(int token) => _bytes.AsSpan(_tokens[token].Start, _tokens[token].Length);
}
