using System.Buffers;

namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>
/// Makes tokens of a file's bytes, statement by statement. Comments, strings and help texts are searched for their ends;
/// only words are looked at byte by byte, as they are too short for anything else to pay.
/// </summary>
/// <param name="text">The file's bytes.</param>
/// <param name="rules">How the dialect's lexer works.</param>
/// <param name="warnings">Takes what is passed over.</param>
internal sealed class Lexer(byte[] text, LexRules rules, List<LexWarning> warnings)
{
    private static readonly SearchValues<byte> StringMarks = SearchValues.Create("'\"\\\n$"u8);
    private static readonly bool[] WordBytes = Bytes("");
    private static readonly bool[] OldWordBytes = Bytes("/.");

    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The line that comes next, from 1.</summary>
    public int Line => _line;

    /// <summary>Reads the next statement's tokens; empty lines and comments are passed over.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool Read(TokenBuffer tokens)
    {
        tokens.Clear();
        while (_position < text.Length)
        {
            var character = text[_position];
            switch (character)
            {
                case (byte)' ' or (byte)'\t':
                    _position++;
                    continue;
                case (byte)'\n':
                    NextLine(1);
                    if (tokens.Count > 0)
                        return true;
                    continue;
                case (byte)'#':
                    _position = LineEnd();
                    continue;
                case (byte)'\\' when _position + 1 < text.Length && text[_position + 1] == (byte)'\n':
                    NextLine(2);
                    continue;
                case (byte)'"' or (byte)'\'':
                    tokens.Add(Quoted(tokens.Count == 0 ? _line : tokens.Tokens[0].Line));
                    continue;
            }
            if (IsWord(character, tokens.Count == 0) || (character == (byte)'$' && rules.Macros))
                tokens.Add(Word(tokens.Count == 0));
            else
                Operator(tokens);
        }
        if (tokens.Count == 0)
            return false;
        warnings.Add(new(_line, Column(_position), "no new line at end of file"));
        return true;
    }

    /// <summary>Reads the help text behind a <c>help</c> statement.</summary>
    /// <returns>Where it is in the file.</returns>
    public (int Start, int Length) ReadHelp()
    {
        var start = _position;
        var length = HelpText.Skip(text, ref _position, ref _line);
        _lineStart = text.AsSpan(0, _position).LastIndexOf((byte)'\n') + 1;
        return (start, length);
    }

    private void NextLine(int length)
    {
        _position += length;
        _lineStart = _position;
        _line++;
    }

    private int Column(int offset) => offset - _lineStart + 1;

    private bool IsWord(byte character, bool first) => (rules.OldWords && !first ? OldWordBytes : WordBytes)[character];

    private int LineEnd()
    {
        var length = text.AsSpan(_position).IndexOf((byte)'\n');
        return length < 0 ? text.Length : _position + length;
    }

    private Token Word(bool first)
    {
        var allowed = rules.OldWords && !first ? OldWordBytes : WordBytes;
        var start = _position;
        var flags = TokenFlags.None;
        var dollar = false;
        while (_position < text.Length)
        {
            if (allowed[text[_position]])
            {
                _position++;
            }
            else if (text[_position] == (byte)'$' && rules.Macros)
            {
                dollar = true;
                _position++;
                if (_position == text.Length || text[_position] != (byte)'(')
                    continue;
                _position++;
                flags |= MacroText.Skip(text, ref _position) ? TokenFlags.Macro : TokenFlags.Macro | TokenFlags.Unterminated;
                // Behind a reference, even the old lexers go on only with what every word may have.
                allowed = WordBytes;
            }
            else
            {
                break;
            }
        }
        var word = text.AsSpan(start, _position - start);
        var kind = dollar ? TokenKind.Word : Keywords.Find(word, rules, first);
        return new(kind, flags, start, word.Length, _line, Column(start));
    }

    private Token Quoted(int statementLine)
    {
        var offset = _position;
        var quote = text[_position++];
        var start = _position;
        var flags = TokenFlags.None;
        while (true)
        {
            var length = text.AsSpan(_position).IndexOfAny(StringMarks);
            _position = length < 0 ? text.Length : _position + length;
            if (length < 0)
                break;
            var mark = text[_position];
            if (mark == quote)
            {
                _position++;
                return new(TokenKind.Quoted, flags, start, _position - 1 - start, _line, Column(offset));
            }
            if (mark == (byte)'\n')
            {
                warnings.Add(new(statementLine, Column(offset), "multi-line strings not supported"));
                break;
            }
            _position++;
            if (mark == (byte)'\\')
            {
                flags |= TokenFlags.Escaped;
                if (_position < text.Length && text[_position] != (byte)'\n')
                    _position++;
            }
            else if (mark == (byte)'$' && rules.Macros && _position < text.Length && text[_position] == (byte)'(')
            {
                _position++;
                flags |= MacroText.Skip(text, ref _position) ? TokenFlags.Macro : TokenFlags.Macro | TokenFlags.Unterminated;
            }
        }
        return new(TokenKind.Quoted, flags, start, _position - start, _line, Column(offset));
    }

    private void Operator(TokenBuffer tokens)
    {
        var next = _position + 1 < text.Length ? text[_position + 1] : (byte)0;
        var (kind, length) = (text[_position], next) switch
        {
            ((byte)'|', (byte)'|') => (TokenKind.Or, 2),
            ((byte)'&', (byte)'&') => (TokenKind.And, 2),
            ((byte)'!', (byte)'=') => (TokenKind.NotEqual, 2),
            ((byte)'<', (byte)'=') => (TokenKind.LessOrEqual, 2),
            ((byte)'>', (byte)'=') => (TokenKind.GreaterOrEqual, 2),
            ((byte)':', (byte)'=') => (TokenKind.ColonEqual, 2),
            ((byte)'+', (byte)'=') => (TokenKind.PlusEqual, 2),
            ((byte)'=', _) => (TokenKind.Equal, 1),
            ((byte)'<', _) => (TokenKind.Less, 1),
            ((byte)'>', _) => (TokenKind.Greater, 1),
            ((byte)'!', _) => (TokenKind.Not, 1),
            ((byte)'(', _) => (TokenKind.OpenParenthesis, 1),
            ((byte)')', _) => (TokenKind.CloseParenthesis, 1),
            _ => (TokenKind.None, 1),
        };
        if (kind == TokenKind.None)
        {
            warnings.Add(new(_line, Column(_position), $"ignoring unsupported character '{Printable(text[_position])}'"));
            _position++;
            return;
        }
        tokens.Add(new(kind, TokenFlags.None, _position, length, _line, Column(_position)));
        _position += length;
        if (rules.Macros && kind is TokenKind.Equal or TokenKind.ColonEqual or TokenKind.PlusEqual && BeginsAssignment(tokens.Tokens))
            AssignedText(tokens);
    }

    /// <summary>A word, then the operator; what stands before the word may all vanish when it is expanded.</summary>
    private static bool BeginsAssignment(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length < 2 || tokens[^2].Kind != TokenKind.Word)
            return false;
        foreach (var token in tokens[..^2])
        {
            if (token.Kind != TokenKind.Word || (token.Flags & TokenFlags.Macro) == 0)
                return false;
        }
        return true;
    }

    private void AssignedText(TokenBuffer tokens)
    {
        while (_position < text.Length && text[_position] is (byte)' ' or (byte)'\t')
            _position++;
        var start = _position;
        _position = LineEnd();
        tokens.Add(new(TokenKind.AssignedText, TokenFlags.None, start, _position - start, _line, Column(start)));
    }

    private static string Printable(byte character) =>
        character is >= 0x20 and < 0x7f ? ((char)character).ToString() : $"\\x{character:x2}";

    private static bool[] Bytes(string more)
    {
        var allowed = new bool[256];
        foreach (var character in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-" + more)
            allowed[character] = true;
        return allowed;
    }
}
