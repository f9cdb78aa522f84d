namespace Bsp.Kconfig;

/// <summary>Makes expressions, each only once: a tree of 20,000 symbols repeats few of them, and their values are then computed once.</summary>
public sealed class ExprPool
{
    private readonly Dictionary<(ExprKind Kind, object Left, object? Right), Expr> _known = new(new SameParts());

    /// <summary>How many there are.</summary>
    internal int Count => _known.Count;

    /// <summary>A symbol's value.</summary>
    public Expr Of(Symbol symbol) => Make(ExprKind.Symbol, symbol, null);

    /// <summary><c>!operand</c>.</summary>
    public Expr Not(Expr operand) => Make(ExprKind.Not, operand, null);

    /// <summary><c>left &amp;&amp; right</c>.</summary>
    public Expr And(Expr left, Expr right) => Make(ExprKind.And, left, right);

    /// <summary><c>left || right</c>.</summary>
    public Expr Or(Expr left, Expr right) => Make(ExprKind.Or, left, right);

    /// <summary>A comparison.</summary>
    /// <param name="kind">One of the comparing kinds.</param>
    /// <param name="left">What stands on the left.</param>
    /// <param name="right">What stands on the right.</param>
    public Expr Compare(ExprKind kind, Symbol left, Symbol right) => Make(kind, left, right);

    /// <summary>Both, where none is <c>y</c>.</summary>
    internal Expr? Both(Expr? left, Expr? right) => left is null ? right : right is null ? left : And(left, right);

    /// <summary>Either, where none is <c>n</c>.</summary>
    internal Expr? Either(Expr? left, Expr? right) => left is null ? right : right is null ? left : Or(left, right);

    /// <summary><c>&amp;&amp;</c> or <c>||</c>.</summary>
    internal Expr Join(ExprKind kind, Expr left, Expr right) => Make(kind, left, right);

    private Expr Make(ExprKind kind, object left, object? right)
    {
        var key = (kind, left, right);
        if (!_known.TryGetValue(key, out var expr))
            _known.Add(key, expr = new Expr(kind, left, right, _known.Count));
        return expr;
    }

    private sealed class SameParts : IEqualityComparer<(ExprKind Kind, object Left, object? Right)>
    {
        public bool Equals((ExprKind Kind, object Left, object? Right) x, (ExprKind Kind, object Left, object? Right) y) =>
            x.Kind == y.Kind && ReferenceEquals(x.Left, y.Left) && ReferenceEquals(x.Right, y.Right);

        public int GetHashCode((ExprKind Kind, object Left, object? Right) key) =>
            unchecked((((Number(key.Left) * 31) + Number(key.Right)) * 16) + (int)key.Kind);

        private static int Number(object? part) => part switch
        {
            Expr expr => expr.Index * 2,
            Symbol symbol => (symbol.Index * 2) + 1,
            _ => -1,
        };
    }
}
