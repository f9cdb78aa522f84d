namespace Bsp.Kconfig;

/// <summary>
/// The simplifications that the kernel's conf makes (scripts/kconfig/expr.c). They decide what becomes a submenu, and how messages read.
/// </summary>
internal sealed partial class ExprSimplifier
{
    private readonly ExprPool _pool;
    private readonly SymbolTable _symbols;
    private readonly Expr _yes;
    private readonly Expr _no;
    // Each run over two operand lists counts what it could join; another run is due as long as it could.
    private int _joined;

    public ExprSimplifier(ExprPool pool, SymbolTable symbols)
    {
        (_pool, _symbols) = (pool, symbols);
        (_yes, _no) = (pool.Of(symbols.Yes), pool.Of(symbols.No));
    }

    private delegate void PairAction(ExprKind kind, ref Expr left, ref Expr right);

    /// <summary>Takes the names of symbols that are bool and compared with <c>m</c>: a fault of the file, harmless to us.</summary>
    public Action<Symbol, Tristate>? OnImpossibleTest { get; set; }

    /// <summary>Whether constants remain where no operands were joined.</summary>
    public bool KeepsConstants { get; init; }

    /// <summary>Whether an expression is <c>y</c> or none.</summary>
    public bool IsYes(Expr? expr) => expr is null || expr == _yes;

    /// <summary>Rewrites <c>m</c> to <c>m &amp;&amp; MODULES</c>.</summary>
    public Expr? WithModules(Expr? expr, Symbol modules) => expr?.Kind switch
    {
        ExprKind.Not => _pool.Not(WithModules(expr.Left, modules)!),
        ExprKind.And or ExprKind.Or => _pool.Join(expr.Kind, WithModules(expr.Left, modules)!, WithModules(expr.Right, modules)!),
        ExprKind.Symbol when expr.Symbol == _symbols.Module => _pool.And(expr, _pool.Of(modules)),
        _ => expr,
    };

    /// <summary>Moves negations inwards, and turns comparisons of a bool symbol with a constant into the symbol.</summary>
    public Expr? Transform(Expr? expr)
    {
        switch (expr?.Kind)
        {
            case null or ExprKind.Symbol:
                return expr;
            case ExprKind.And or ExprKind.Or:
                return _pool.Join(expr.Kind, Transform(expr.Left)!, Transform(expr.Right)!);
            case ExprKind.Not:
                return Negated(Transform(expr.Left)!);
            case ExprKind.Equal or ExprKind.NotEqual when expr.Symbol.Type == SymbolType.Bool:
                return OfBool(expr);
            default:
                return expr;
        }
    }

    /// <summary>Replaces <c>A != n</c> with <c>A</c> where A is tristate (U-Boot's scripts/kconfig/expr.c, expr_trans_bool).</summary>
    public Expr? WithoutComparisonToNo(Expr? expr) => expr?.Kind switch
    {
        ExprKind.Not => _pool.Not(WithoutComparisonToNo(expr.Left)!),
        ExprKind.And or ExprKind.Or => _pool.Join(expr.Kind, WithoutComparisonToNo(expr.Left)!, WithoutComparisonToNo(expr.Right)!),
        ExprKind.NotEqual when expr.Symbol.Type == SymbolType.Tristate && expr.RightSymbol == _symbols.No => _pool.Of(expr.Symbol),
        _ => expr,
    };

    /// <summary>Whether two expressions are equal but for the order of operands and what occurs twice.</summary>
    public bool AreEqual(Expr? left, Expr? right)
    {
        if (left is null || right is null)
            return IsYes(left) && IsYes(right);
        if (left == right && left.Kind is not (ExprKind.And or ExprKind.Or))
            return true;
        if (left.Kind != right.Kind)
            return false;
        switch (left.Kind)
        {
            case ExprKind.Not:
                return AreEqual(left.Left, right.Left);
            case ExprKind.And or ExprKind.Or:
                var joined = _joined;
                var (a, b) = (left, right);
                EliminateEqual(ref a, ref b);
                _joined = joined;
                return a!.Kind == ExprKind.Symbol && b!.Kind == ExprKind.Symbol && a.Symbol == b.Symbol;
            default:
                return false;
        }
    }

    /// <summary>Removes what both have in common.</summary>
    public void EliminateEqual(ref Expr? left, ref Expr? right)
    {
        if (left is null || right is null)
            return;
        var (l, r) = (left, right);
        if (l.Kind is ExprKind.And or ExprKind.Or)
            ForEachPair(l.Kind, ref l, ref r, EliminateEqual);
        if (l.Kind != r.Kind && r.Kind is ExprKind.And or ExprKind.Or)
            ForEachPair(r.Kind, ref l, ref r, EliminateEqual);
        (left, right) = (WithoutConstants(l), WithoutConstants(r));
    }

    /// <summary>Whether an expression names a symbol.</summary>
    public static bool Contains(Expr? expr, Symbol symbol) => expr?.Kind switch
    {
        null => false,
        ExprKind.And or ExprKind.Or => Contains(expr.Left, symbol) || Contains(expr.Right, symbol),
        ExprKind.Not => Contains(expr.Left, symbol),
        ExprKind.Symbol => expr.Symbol == symbol,
        _ => expr.Symbol == symbol || expr.RightSymbol == symbol,
    };

    /// <summary>Whether an expression is <c>n</c> as long as a symbol is.</summary>
    public bool DependsOn(Expr? expr, Symbol symbol) => expr?.Kind switch
    {
        ExprKind.And => DependsOn(expr.Left, symbol) || DependsOn(expr.Right, symbol),
        ExprKind.Symbol => expr.Symbol == symbol,
        ExprKind.Equal => expr.Symbol == symbol && (expr.RightSymbol == _symbols.Yes || expr.RightSymbol == _symbols.Module),
        ExprKind.NotEqual => expr.Symbol == symbol && expr.RightSymbol == _symbols.No,
        _ => false,
    };

    /// <summary>Says with comparisons to <c>n</c> when an expression is on (<paramref name="on"/>) or off.</summary>
    public Expr ComparedWithNo(Expr? expr, bool on)
    {
        switch (expr?.Kind)
        {
            case null:
                return on ? _pool.Not(_no) : _no;
            case ExprKind.And or ExprKind.Or:
                var (left, right) = (ComparedWithNo(expr.Left, on: false), ComparedWithNo(expr.Right, on: false));
                var off = expr.Kind == ExprKind.And ? _pool.Or(left, right) : _pool.And(left, right);
                return on ? _pool.Not(off) : off;
            case ExprKind.Not:
                return ComparedWithNo(expr.Left, !on);
            case ExprKind.Symbol:
                return _pool.Compare(on ? ExprKind.NotEqual : ExprKind.Equal, expr.Symbol, _symbols.No);
            default:
                return on ? expr : _pool.Not(expr);
        }
    }

    private static ExprKind Opposite(ExprKind kind) => kind switch
    {
        ExprKind.Equal => ExprKind.NotEqual,
        ExprKind.NotEqual => ExprKind.Equal,
        ExprKind.Less => ExprKind.GreaterOrEqual,
        ExprKind.LessOrEqual => ExprKind.Greater,
        ExprKind.Greater => ExprKind.LessOrEqual,
        _ => ExprKind.Less,
    };

    private Expr Negated(Expr operand)
    {
        switch (operand.Kind)
        {
            case ExprKind.Not:
                return operand.Left;
            case ExprKind.And or ExprKind.Or:
                var opposite = operand.Kind == ExprKind.And ? ExprKind.Or : ExprKind.And;
                return Transform(_pool.Join(opposite, _pool.Not(operand.Left), _pool.Not(operand.Right)))!;
            case ExprKind.Symbol:
                return operand.Symbol == _symbols.Yes ? _no
                    : operand.Symbol == _symbols.Module ? operand
                    : operand.Symbol == _symbols.No ? _yes
                    : _pool.Not(operand);
            default:
                return _pool.Compare(Opposite(operand.Kind), operand.Symbol, operand.RightSymbol);
        }
    }

    private Expr OfBool(Expr expr)
    {
        var equal = expr.Kind == ExprKind.Equal;
        if (expr.RightSymbol == _symbols.No)
            return equal ? _pool.Not(_pool.Of(expr.Symbol)) : _pool.Of(expr.Symbol);
        if (expr.RightSymbol == _symbols.Yes)
            return equal ? _pool.Of(expr.Symbol) : _pool.Not(_pool.Of(expr.Symbol));
        if (expr.RightSymbol != _symbols.Module)
            return expr;
        OnImpossibleTest?.Invoke(expr.Symbol, equal ? Tristate.No : Tristate.Yes);
        return equal ? _no : _yes;
    }

    /// <summary>
    /// Hands each operand of a row of <c>&amp;&amp;</c> or <c>||</c> with each of another to a function that may replace both.
    /// </summary>
    private void ForEachPair(ExprKind kind, ref Expr left, ref Expr right, PairAction act)
    {
        if (left.Kind == kind)
        {
            var (a, b) = (left.Left, left.Right);
            ForEachPair(kind, ref a, ref right, act);
            ForEachPair(kind, ref b, ref right, act);
            left = _pool.Join(kind, a, b);
        }
        else if (right.Kind == kind)
        {
            var (a, b) = (right.Left, right.Right);
            ForEachPair(kind, ref left, ref a, act);
            ForEachPair(kind, ref left, ref b, act);
            right = _pool.Join(kind, a, b);
        }
        else
        {
            act(kind, ref left, ref right);
        }
    }

    private void EliminateEqual(ExprKind kind, ref Expr left, ref Expr right)
    {
        if ((left == right && (left == _yes || left == _no)) || !AreEqual(left, right))
            return;
        _joined++;
        left = right = kind == ExprKind.Or ? _no : _yes;
    }

    private Expr WithoutConstants(Expr expr)
    {
        if (expr.Kind is not (ExprKind.And or ExprKind.Or))
            return expr;
        var (left, right) = (WithoutConstants(expr.Left), WithoutConstants(expr.Right));
        // What decides the whole, and what adds nothing.
        var (deciding, neutral) = expr.Kind == ExprKind.And ? (_no, _yes) : (_yes, _no);
        return left == deciding ? left
            : left == neutral ? right
            : right == deciding ? right
            : right == neutral ? left
            : KeepsConstants ? _pool.Join(expr.Kind, left, right)
            // As the C tool does from Linux 6.9 on: the operands stay as they were when neither is a constant.
            : expr;
    }
}
