using Bsp.Kconfig.Parsing.Lexing;

namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>What the grammar of expressions reads: a token whose text is known.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">Its text, where it is a word or quoted.</param>
internal readonly record struct ExprToken(TokenKind Kind, Word? Word)
{
    /// <summary>Whether it is a quoted text.</summary>
    public bool IsQuoted => Kind == TokenKind.Quoted;
}
