namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>A word or quoted text of the trees being parsed, once for all places it stands in.</summary>
/// <param name="id">A small number of its own, so that what belongs to a word can be kept in an array.</param>
/// <param name="text">The text, decoded.</param>
internal sealed class Word(int id, string text)
{
    // Two threads may both make one: either serves.
    private (ExprSyntax? Plain, ExprSyntax? Quoted) _alone;

    /// <summary>A small number that no other word of the pool has.</summary>
    public int Id { get; } = id;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The expression that is this word alone.</summary>
    public ExprSyntax Alone(bool quoted) => quoted
        ? (_alone.Quoted ??= ExprSyntax.Symbol(this, quoted: true))
        : (_alone.Plain ??= ExprSyntax.Symbol(this, quoted: false));
}
