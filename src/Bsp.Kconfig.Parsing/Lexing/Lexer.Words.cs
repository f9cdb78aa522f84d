using System.Buffers;

namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>Words and quoted texts.</summary>
internal sealed partial class Lexer
{
    private static readonly SearchValues<byte> StringMarks = SearchValues.Create("'\"\\\n$"u8);
    private static readonly bool[] WordBytes = Bytes("");
    private static readonly bool[] OldWordBytes = Bytes("/.");

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
                // After a reference, even the old lexers go on only with what every word may have.
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
            else if (mark == (byte)'$' && rules.Kconfiglib)
            {
                // $NAME or ${NAME}.
                flags |= TokenFlags.Macro;
            }
        }
        return new(TokenKind.Quoted, flags, start, _position - start, _line, Column(offset));
    }

    private static bool[] Bytes(string more)
    {
        var allowed = new bool[256];
        foreach (var character in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-" + more)
            allowed[character] = true;
        return allowed;
    }
}
