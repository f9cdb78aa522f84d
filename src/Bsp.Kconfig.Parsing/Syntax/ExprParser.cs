using System.Text;
using Bsp.Kconfig.Parsing.Lexing;
using Pidgin;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>Makes expressions of tokens: by their text where it was seen before, by <see cref="ExprGrammar"/> where not.</summary>
/// <param name="pool">Words and expressions seen before.</param>
internal sealed class ExprParser(SyntaxPool pool)
{
    /// <summary>The deepest nesting of parentheses and negations: more is a mistake or an attack, and would end the stack.</summary>
    public const int MaximumDepth = 1000;

    /// <summary>The longest expression in tokens.</summary>
    public const int MaximumTokens = 4000;

    private ExprToken[] _buffer = new ExprToken[32];

    /// <summary>Parses an expression.</summary>
    /// <param name="tokens">Its tokens: all of them must belong to it.</param>
    /// <param name="text">The buffer that the tokens' texts are in.</param>
    /// <param name="fromFile">The buffer is a file's: what is between two tokens there is part of the key.</param>
    /// <param name="before">The token before it, for the position of an error when there is nothing.</param>
    /// <param name="error">What is wrong, when the result is null.</param>
    public ExprSyntax? Parse(ReadOnlySpan<Token> tokens, byte[] text, bool fromFile, Token before, out SyntaxError? error)
    {
        error = null;
        if (tokens.Length == 1 && tokens[0].Kind is TokenKind.Word or TokenKind.Quoted)
            return Single(tokens[0], text);

        var key = fromFile && tokens.Length > 0 ? Key(tokens, text) : default;
        if (!key.IsEmpty && pool.TryGetExpression(key, out var known))
            return known;
        error = CheckSize(tokens);
        if (error is not null)
            return null;

        if (_buffer.Length < tokens.Length)
            Array.Resize(ref _buffer, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
            _buffer[i] = Convert(tokens[i], text);
        var result = ExprGrammar.Whole.Parse(new ReadOnlySpan<ExprToken>(_buffer, 0, tokens.Length));
        if (result.Success)
            return key.IsEmpty ? result.Value : pool.Intern(key, result.Value);
        error = Describe(result.Error!, tokens, text, before);
        return null;
    }

    /// <summary>The text of a word or quoted token, without quotes and backslashes.</summary>
    public static ReadOnlySpan<byte> Unescape(Token token, byte[] text)
    {
        var raw = token.Text(text);
        if ((token.Flags & TokenFlags.Escaped) == 0)
            return raw;
        var plain = new byte[raw.Length];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            // A backslash stands for the character after it, whichever it is; before the line's end for nothing.
            if (raw[i] == (byte)'\\' && ++i == raw.Length)
                break;
            plain[length++] = raw[i];
        }
        return plain.AsSpan(0, length);
    }

    /// <summary>A symbol alone, by far the most frequent expression; known by its word, so no key is needed.</summary>
    private ExprSyntax Single(Token token, byte[] text)
    {
        var word = pool.Word(Unescape(token, text));
        return word.Alone(token.Kind == TokenKind.Quoted);
    }

    private static ReadOnlySpan<byte> Key(ReadOnlySpan<Token> tokens, byte[] text)
    {
        // A quote is not part of a token's text, but of its key.
        var start = tokens[0].Kind == TokenKind.Quoted ? tokens[0].Start - 1 : tokens[0].Start;
        var end = tokens[^1].Start + tokens[^1].Length;
        if (tokens[^1].Kind == TokenKind.Quoted && end < text.Length)
            end++;
        return text.AsSpan(start, end - start);
    }

    private ExprToken Convert(Token token, byte[] text) =>
        new(token.Kind, token.Kind is TokenKind.Word or TokenKind.Quoted ? pool.Word(Unescape(token, text)) : null);

    private static SyntaxError? CheckSize(ReadOnlySpan<Token> tokens)
    {
        if (tokens.Length > MaximumTokens)
        {
            return new(
                tokens[0].Line, tokens[0].Column, $"the expression has {tokens.Length} tokens, but at most {MaximumTokens} are supported");
        }

        var (depth, negations) = (0, 0);
        foreach (var token in tokens)
        {
            depth += token.Kind switch { TokenKind.OpenParenthesis => 1, TokenKind.CloseParenthesis => -1, _ => 0 };
            negations += token.Kind == TokenKind.Not ? 1 : 0;
            if (token.Kind is TokenKind.Word or TokenKind.Quoted)
                negations = 0;
            if (depth + negations > MaximumDepth)
                return new(token.Line, token.Column, $"the expression is nested deeper than {MaximumDepth} levels");
        }
        return null;
    }

    private static SyntaxError Describe(ParseError<ExprToken> error, ReadOnlySpan<Token> tokens, byte[] text, Token before)
    {
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var expected in error.Expected)
            labels.Add(expected.Label ?? "the end of the line");
        var index = Math.Min(error.ErrorOffset, tokens.Length);
        var atEnd = index == tokens.Length;
        var token = atEnd ? (tokens.Length > 0 ? tokens[^1] : before) : tokens[index];
        var column = atEnd ? token.Column + token.Length : token.Column;
        var found = atEnd ? "the end of the line" : $"'{Encoding.UTF8.GetString(token.Text(text))}'";
        return new(token.Line, column, $"syntax error: expected {SyntaxText.Either([.. labels])}, found {found}");
    }
}
