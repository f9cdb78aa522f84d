using System.Text;
using Bsp.Kconfig.Parsing.Lexing;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>Reads a statement's tokens from left to right. The first thing that is wrong is kept; what is read after it is void.</summary>
internal ref struct StatementReader(
    ReadOnlySpan<Token> tokens, byte[] text, bool fromFile, SyntaxPool pool, LexRules rules, ExprParser expressions)
{
    private readonly ReadOnlySpan<Token> _tokens = tokens;
    private int _next;

    /// <summary>What is wrong, or null.</summary>
    public SyntaxError? Error { get; private set; }

    /// <summary>Passes over a token.</summary>
    public void Skip() => _next++;

    /// <summary>The bytes of a token.</summary>
    public readonly ReadOnlySpan<byte> TextOf(Token token) => ExprParser.Unescape(token, text);

    /// <summary>An unquoted word.</summary>
    public Word? Symbol() => Is(TokenKind.Word) ? pool.Word(TextOf(_tokens[_next++])) : Expected<Word>("a symbol");

    /// <summary>An unquoted word, or nothing.</summary>
    public Word? OptionalSymbol() => Is(TokenKind.Word) ? Symbol() : null;

    /// <summary>A word, quoted or not.</summary>
    public (Word? Word, bool Quoted) SymbolOrConstant()
    {
        if (!Is(TokenKind.Word) && !Is(TokenKind.Quoted))
            return (Expected<Word>("a symbol or number"), false);
        var token = _tokens[_next++];
        return (pool.Word(TextOf(token)), token.Kind == TokenKind.Quoted);
    }

    /// <summary>A quoted text; with the old lexer a word does, too.</summary>
    public string? Title() => IsTitle() ? Encoding.UTF8.GetString(TextOf(_tokens[_next++])) : Expected<string>("a quoted text");

    /// <summary>A quoted text, or nothing.</summary>
    public string? OptionalTitle() => IsTitle() ? Title() : null;

    /// <summary>The word <c>on</c>.</summary>
    public void SkipOn()
    {
        if (Is(TokenKind.On))
            _next++;
        else
            Expected<Word>("'on'");
    }

    /// <summary>An expression that reaches to the word <c>if</c> or to the end.</summary>
    public ExprSyntax? Expression()
    {
        var length = 0;
        foreach (var token in _tokens[_next..])
        {
            if (token.Kind == TokenKind.If)
                break;
            length++;
        }
        return Expression(length);
    }

    /// <summary>An expression that reaches to the end.</summary>
    public ExprSyntax? ExpressionToEnd() => Expression(_tokens.Length - _next);

    /// <summary><c>if</c> and an expression to the end, or nothing.</summary>
    public ExprSyntax? Condition()
    {
        if (!Is(TokenKind.If))
        {
            End("'if'");
            return null;
        }
        _next++;
        return ExpressionToEnd();
    }

    /// <summary>Nothing: there is no condition without what it is for.</summary>
    public ExprSyntax? NoCondition()
    {
        End("a quoted text");
        return null;
    }

    /// <summary>Nothing more.</summary>
    public void End(string? alternative = null)
    {
        if (_next < _tokens.Length)
            Expected<Word>(alternative is null ? "the end of the line" : $"{alternative} or the end of the line");
    }

    /// <summary>The names of an old <c>option</c> statement, each with its value if it has one.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Options()
    {
        var options = new List<KeyValuePair<string, string?>>();
        while (_next < _tokens.Length && Error is null)
        {
            var name = Symbol()?.Text ?? "";
            string? value = null;
            if (Is(TokenKind.Equal))
            {
                _next++;
                value = Title();
            }
            options.Add(new(name, value));
        }
        return options;
    }

    /// <summary>Whether an operator and the text after it follow, to the end.</summary>
    public readonly bool IsAssignment(out TokenKind operation, out Token value)
    {
        var found = _tokens.Length == 3 && _tokens[2].Kind == TokenKind.AssignedText;
        (operation, value) = found ? (_tokens[1].Kind, _tokens[2]) : default;
        return found;
    }

    /// <summary>Says that a word is not the beginning of a statement.</summary>
    public Statement Unknown(Token first)
    {
        Error ??= new(first.Line, first.Column, $"unknown statement \"{Encoding.UTF8.GetString(TextOf(first))}\"");
        return default;
    }

    /// <summary>Says that something else was expected where a token is.</summary>
    public Statement Fail(string expected, Token token)
    {
        Error ??= new(token.Line, token.Column, $"syntax error: expected {expected}, found '{Encoding.UTF8.GetString(TextOf(token))}'");
        return default;
    }

    private ExprSyntax? Expression(int length)
    {
        if (Error is not null)
            return null;
        var result = expressions.Parse(_tokens.Slice(_next, length), text, fromFile, _tokens[_next - 1], out var error);
        Error = error;
        _next += length;
        return result;
    }

    private readonly bool Is(TokenKind kind) => _next < _tokens.Length && _tokens[_next].Kind == kind;

    private readonly bool IsTitle() => Is(TokenKind.Quoted) || (rules.OldWords && Is(TokenKind.Word));

    private T? Expected<T>(string what)
        where T : class
    {
        if (_next < _tokens.Length)
        {
            Fail(what, _tokens[_next]);
        }
        else
        {
            var last = _tokens[^1];
            Error ??= new(last.Line, last.Column + last.Length, $"syntax error: expected {what}, found the end of the line");
        }
        return null;
    }
}
