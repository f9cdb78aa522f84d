namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>The tokens of one statement; used again for the next, so that lexing allocates nothing.</summary>
internal sealed class TokenBuffer
{
    private Token[] _tokens = new Token[64];

    /// <summary>The number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The flags of all tokens together.</summary>
    public TokenFlags Flags { get; private set; }

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>Forgets all tokens.</summary>
    public void Clear() => (Count, Flags) = (0, TokenFlags.None);

    /// <summary>Adds a token.</summary>
    public void Add(Token token)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, Count * 2);
        _tokens[Count++] = token;
        Flags |= token.Flags;
    }
}
