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

    private Tokenizer(SourceFile file, IdentifierPool pool)
    {
        (_file, _pool) = (file, pool);
        (_bytes, _splices) = Join(file.Buffer);
        // Of a large array the end is never touched where it is not needed; of a small one it is.
        var (bytesOfToken, bytesOfLine) = _bytes.Length < LargeFile ? (6, 32) : (3, 16);
        _tokens = UninitializedArray.Allocate<FileToken>((_bytes.Length / bytesOfToken) + 1);
        _lines = UninitializedArray.Allocate<TokenLine>((_bytes.Length / bytesOfLine) + 1);
    }

    public static TokenizedFile Tokenize(SourceFile file, IdentifierPool pool)
    {
        var tokenizer = new Tokenizer(file, pool);
        while (tokenizer._at < tokenizer._bytes.Length)
            tokenizer.ReadLine();
        return new(
            file, tokenizer._bytes, tokenizer._splices, new(tokenizer._tokens, 0, tokenizer._count),
            new(tokenizer._lines, 0, tokenizer._lineCount));
    }

    // Few files have a line that goes on; the others stay as they are.
    private static (byte[] Bytes, List<(int, int)>? Splices) Join(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("\\\n"u8) < 0 && bytes.AsSpan().IndexOf("\\\r\n"u8) < 0)
            return (bytes, null);
        var joined = new byte[bytes.Length];
        var splices = new List<(int, int)>();
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var skipped = bytes[i] != '\\' ? 0
                : i + 1 < bytes.Length && bytes[i + 1] == '\n' ? 2
                : i + 2 < bytes.Length && bytes[i + 1] == '\r' && bytes[i + 2] == '\n' ? 3 : 0;
            if (skipped == 0)
            {
                joined[length++] = bytes[i];
                continue;
            }

            i += skipped - 1;
            splices.Add((length, i + 1 - length));
        }

        Array.Resize(ref joined, length);
        return (joined, splices);
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
                case (byte)'/' when Next == '*':
                    flags |= TokenFlags.Space | TokenFlags.Comment;
                    var end = _bytes.AsSpan(_at + 2).IndexOf("*/"u8);
                    _at = end < 0 ? _bytes.Length : _at + end + 4;
                    break;
                case (byte)'/' when Next == '/':
                    flags |= TokenFlags.Space | TokenFlags.Comment;
                    _at = EndOfLine(_at);
                    break;
                default:
                    ReadToken(flags);
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
        return new(directive == Directive.None ? first : first + 2, _count, directive, start);
    }

    private static Directive DirectiveOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("define"u8) ? Directive.Define
        : name.SequenceEqual("undef"u8) ? Directive.Undef
        : name.SequenceEqual("include"u8) ? Directive.Include
        : name.SequenceEqual("if"u8) ? Directive.If
        : name.SequenceEqual("ifdef"u8) ? Directive.Ifdef
        : name.SequenceEqual("ifndef"u8) ? Directive.Ifndef
        : name.SequenceEqual("elif"u8) ? Directive.Elif
        : name.SequenceEqual("else"u8) ? Directive.Else
        : name.SequenceEqual("endif"u8) ? Directive.Endif
        : name.SequenceEqual("error"u8) ? Directive.Error
        : name.SequenceEqual("warning"u8) ? Directive.Warning
        : name.SequenceEqual("pragma"u8) || name.SequenceEqual("ident"u8) || name.SequenceEqual("line"u8) ? Directive.Ignored
        : Directive.None;

    private void ReadToken(TokenFlags flags)
    {
        var (start, id) = (_at, -1);
        var c = _bytes[_at];
        if (Characters.IsLetter(c))
        {
            while (_at < _bytes.Length && Characters.IsIdentifier(_bytes[_at]))
                _at++;
            id = _pool.IdOf(_bytes.AsSpan(start, _at - start));
        }
        else if (Characters.IsDigit(c) || (c == '.' && Characters.IsDigit((byte)Math.Max(0, Next))))
        {
            _at = EndOfNumber(_bytes, _at);
        }
        else if (c is (byte)'"' or (byte)'\'')
        {
            _at = EndOfLiteral(c);
        }
        else
        {
            _at++;
        }

        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * _count);
        _tokens[_count++] = new(start, _at - start, id, flags);
    }

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

    // A quote that is not closed on its line stands for itself.
    private int EndOfLiteral(byte quote)
    {
        for (var at = _at + 1; at < _bytes.Length && _bytes[at] != '\n'; at++)
        {
            if (_bytes[at] == quote)
                return at + 1;
            if (_bytes[at] == '\\')
                at++;
        }

        return _at + 1;
    }
}
