namespace Bsp.Kconfig;

/// <summary>What an expression is.</summary>
public enum ExprKind : byte
{
    /// <summary>A symbol's value.</summary>
    Symbol,

    /// <summary><c>!a</c>.</summary>
    Not,

    /// <summary><c>a &amp;&amp; b</c>.</summary>
    And,

    /// <summary><c>a || b</c>.</summary>
    Or,

    /// <summary><c>A = B</c>.</summary>
    Equal,

    /// <summary><c>A != B</c>.</summary>
    NotEqual,

    /// <summary><c>A &lt; B</c>.</summary>
    Less,

    /// <summary><c>A &lt;= B</c>.</summary>
    LessOrEqual,

    /// <summary><c>A &gt; B</c>.</summary>
    Greater,

    /// <summary><c>A &gt;= B</c>.</summary>
    GreaterOrEqual,
}

/// <summary>An expression over symbols. Equal expressions of a pool are the same object.</summary>
public sealed class Expr
{
    private readonly object _left;
    private readonly object? _right;

    internal Expr(ExprKind kind, object left, object? right, int index) => (Kind, _left, _right, Index) = (kind, left, right, index);

    /// <summary>What it is.</summary>
    public ExprKind Kind { get; }

    /// <summary>The left operand of <c>&amp;&amp;</c> and <c>||</c>, or that of <c>!</c>.</summary>
    public Expr Left => (Expr)_left;

    /// <summary>The right operand of <c>&amp;&amp;</c> and <c>||</c>.</summary>
    public Expr Right => (Expr)_right!;

    /// <summary>The symbol; of a comparison the left one.</summary>
    public Symbol Symbol => (Symbol)_left;

    /// <summary>A comparison's right symbol.</summary>
    public Symbol RightSymbol => (Symbol)_right!;

    /// <summary>Whether it compares two symbols.</summary>
    public bool IsComparison => Kind >= ExprKind.Equal;

    /// <summary>Its number in its pool, from 0.</summary>
    internal int Index { get; }

    /// <summary>Whether it is made of these parts.</summary>
    internal bool IsOf(ExprKind kind, object left, object? right) =>
        Kind == kind && ReferenceEquals(_left, left) && ReferenceEquals(_right, right);

    /// <summary>A hash of parts; not negative.</summary>
    internal static int Hash(ExprKind kind, object left, object? right)
    {
        var hash = unchecked((uint)((((Number(left) * 31) + Number(right)) * 16) + (int)kind) * 0x9E3779B1u);
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }

    /// <summary>The hash of its own parts.</summary>
    internal int Hash() => Hash(Kind, _left, _right);

    /// <inheritdoc/>
    public override string ToString() => ExprText.Of(this);

    private static int Number(object? part) => part switch
    {
        Expr expr => expr.Index * 2,
        Symbol symbol => (symbol.Index * 2) + 1,
        _ => -1,
    };
}
