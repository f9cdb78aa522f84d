namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>What is between words, and assignments.</summary>
internal sealed partial class Lexer
{
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

    /// <summary>A word, then the operator; what precedes the word may all vanish when it is expanded.</summary>
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
}
