namespace Bsp.Kconfig.Parsing.Syntax;

/// <summary>
/// An expression as it is written: no symbols yet, so that one file's syntax serves every environment. A chain of
/// <c>&amp;&amp;</c> is one node with all its operands, so that a long one is not a deep one.
/// </summary>
internal sealed class ExprSyntax
{
    private ExprSyntax(ExprKind kind) => Kind = kind;

    /// <summary>What it is.</summary>
    public ExprKind Kind { get; }

    /// <summary>The symbol, or the one left of a comparison.</summary>
    public Word? Left { get; private init; }

    /// <summary>Whether <see cref="Left"/> is quoted: a constant.</summary>
    public bool LeftQuoted { get; private init; }

    /// <summary>The symbol right of a comparison.</summary>
    public Word? Right { get; private init; }

    /// <summary>Whether <see cref="Right"/> is quoted: a constant.</summary>
    public bool RightQuoted { get; private init; }

    /// <summary>The operands of <see cref="ExprKind.Not"/>, <see cref="ExprKind.And"/> and <see cref="ExprKind.Or"/>.</summary>
    public IReadOnlyList<ExprSyntax> Operands { get; private init; } = [];

    /// <summary>A symbol.</summary>
    public static ExprSyntax Symbol(Word word, bool quoted) => new(ExprKind.Symbol) { Left = word, LeftQuoted = quoted };

    /// <summary>A comparison of two symbols.</summary>
    public static ExprSyntax Compare(ExprKind kind, ExprToken left, ExprToken right) => new(kind)
    {
        Left = left.Word,
        LeftQuoted = left.IsQuoted,
        Right = right.Word,
        RightQuoted = right.IsQuoted,
    };

    /// <summary>A negation.</summary>
    public static ExprSyntax Not(ExprSyntax operand) => new(ExprKind.Not) { Operands = [operand] };

    /// <summary>A chain of operands; the operand itself, when it is one.</summary>
    public static ExprSyntax Chain(ExprKind kind, IReadOnlyList<ExprSyntax> operands) =>
        operands.Count == 1 ? operands[0] : new(kind) { Operands = operands };
}
