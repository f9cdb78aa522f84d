namespace Bsp.Kconfig;

/// <summary>
/// Makes expressions, each only once: a tree of 20,000 symbols repeats few of them, and their values are then computed once.
/// </summary>
public sealed class ExprPool
{
    // Open addressing: its length is a power of two, and at most half of it is taken.
    private Expr?[] _table;
    private int _count;

    /// <summary>A pool without expressions.</summary>
    public ExprPool() => _table = new Expr?[1024];

    /// <summary>A pool of expressions that are all there will be; no two of them are made of the same parts.</summary>
    internal ExprPool(IReadOnlyCollection<Expr> all) => (_table, _count) = ([], all.Count);

    /// <summary>How many there are.</summary>
    internal int Count => _count;

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
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    public Expr Compare(ExprKind kind, Symbol left, Symbol right) => Make(kind, left, right);

    /// <summary>Both, where none is <c>y</c>.</summary>
    internal Expr? Both(Expr? left, Expr? right) => left is null ? right : right is null ? left : And(left, right);

    /// <summary>Either, where none is <c>n</c>.</summary>
    internal Expr? Either(Expr? left, Expr? right) => left is null ? right : right is null ? left : Or(left, right);

    /// <summary><c>&amp;&amp;</c> or <c>||</c>.</summary>
    internal Expr Join(ExprKind kind, Expr left, Expr right) => Make(kind, left, right);

    // A dictionary would keep the parts of each expression twice, and a snapshot is read in little more time than that takes.
    private Expr Make(ExprKind kind, object left, object? right)
    {
        if (_count * 2 >= _table.Length)
            Grow();
        var mask = _table.Length - 1;
        for (var at = Expr.Hash(kind, left, right) & mask; ; at = (at + 1) & mask)
        {
            if (_table[at] is not { } known)
                return _table[at] = new(kind, left, right, _count++);
            if (known.IsOf(kind, left, right))
                return known;
        }
    }

    private void Grow()
    {
        var old = _table;
        _table = new Expr?[old.Length * 2];
        var mask = _table.Length - 1;
        foreach (var expr in old)
        {
            if (expr is null)
                continue;
            var at = expr.Hash() & mask;
            while (_table[at] is not null)
                at = (at + 1) & mask;
            _table[at] = expr;
        }
    }
}
