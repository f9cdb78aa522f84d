namespace Bsp.Kconfig;

/// <summary>Operands that occur twice, or that another one makes superfluous.</summary>
internal sealed partial class ExprSimplifier
{
    /// <summary>Removes them.</summary>
    public Expr? WithoutDuplicates(Expr? expr)
    {
        if (expr is null)
            return null;
        if (KeepsConstants)
            return WithoutDuplicatesOld(expr);
        var joined = _joined;
        do
        {
            _joined = 0;
            if (expr.Kind is ExprKind.And or ExprKind.Or)
            {
                var (left, right) = (WithoutDuplicates(expr.Left)!, WithoutDuplicates(expr.Right)!);
                ForEachPair(expr.Kind, ref left, ref right, Join);
                expr = _pool.Join(expr.Kind, left, right);
            }

            expr = WithoutConstants(expr);
        }
        while (_joined > 0);
        _joined = joined;
        return expr;
    }

    // Constants go only where operands were joined: "!A || y" still names A, so that A may not depend on it.
    private Expr WithoutDuplicatesOld(Expr expr)
    {
        var joined = _joined;
        for (_joined = 0; ; _joined = 0)
        {
            expr = Joined(expr);
            if (_joined == 0)
                break;
            expr = WithoutConstants(expr);
        }

        _joined = joined;
        return expr;
    }

    /// <summary>Joins each operand with each other one, those within operands first; the joined remain as constants.</summary>
    private Expr Joined(Expr expr)
    {
        if (expr.Kind is not (ExprKind.And or ExprKind.Or))
            return expr;
        var operands = RequestCheck.Operands(expr, expr.Kind).ToArray();
        for (var i = 0; i < operands.Length; i++)
        {
            for (var j = 0; j < operands.Length; j++)
            {
                if (i == j)
                    continue;
                operands[i] = Joined(operands[i]);
                Join(expr.Kind, ref operands[i], ref operands[j]);
            }
        }

        var next = 0;
        return Rebuilt(expr);

        Expr Rebuilt(Expr part) =>
            part.Kind == expr.Kind ? _pool.Join(expr.Kind, Rebuilt(part.Left), Rebuilt(part.Right)) : operands[next++];
    }

    private static bool IsJoinable(Expr expr) => expr.Kind is ExprKind.Equal or ExprKind.NotEqual or ExprKind.Symbol or ExprKind.Not;

    private static Symbol? SubjectOfLeft(Expr expr) => expr.Kind != ExprKind.Not ? expr.Symbol
        : expr.Left.Kind is ExprKind.Equal or ExprKind.NotEqual or ExprKind.Symbol ? expr.Left.Symbol : null;

    private static Symbol? SubjectOfRight(Expr expr) => expr.Kind != ExprKind.Not ? expr.Symbol
        : expr.Left.Kind == ExprKind.Symbol ? expr.Left.Symbol : null;

    private static Symbol? CommonSubject(Expr left, Expr right) =>
        IsJoinable(left) && IsJoinable(right) && SubjectOfLeft(left) is { Type: SymbolType.Bool or SymbolType.Tristate } subject
            && SubjectOfRight(right) == subject
            ? subject
            : null;

    private static bool IsNegatedSymbol(Expr expr) => expr is { Kind: ExprKind.Not, Left.Kind: ExprKind.Symbol };

    private static bool Either(Expr left, Expr right, Func<Expr, Expr, bool> test) => test(left, right) || test(right, left);

    private void Join(ExprKind kind, ref Expr left, ref Expr right)
    {
        if ((kind == ExprKind.Or ? JoinOr(left, right) : JoinAnd(left, right)) is not { } joined)
            return;
        (left, right) = (kind == ExprKind.Or ? _no : _yes, joined);
        _joined++;
    }

    private Expr? JoinOr(Expr left, Expr right)
    {
        if (AreEqual(left, right))
            return left;
        if (CommonSubject(left, right) is not { } subject)
            return null;
        if (subject.Type == SymbolType.Bool)
            return Either(left, right, (a, b) => IsNegatedSymbol(a) && b.Kind == ExprKind.Symbol) ? _yes : null;
        // Two of the three values are all but the third.
        if (left.Kind != ExprKind.Equal || right.Kind != ExprKind.Equal)
            return null;
        return Third(left.RightSymbol, right.RightSymbol) is { } third ? _pool.Compare(ExprKind.NotEqual, subject, third) : null;
    }

    private Expr? JoinAnd(Expr left, Expr right)
    {
        if (AreEqual(left, right))
            return left;
        if (CommonSubject(left, right) is not { } subject)
            return null;
        if (Either(left, right, (a, b) => a.Kind == ExprKind.Symbol && b.Kind == ExprKind.Equal && b.RightSymbol == _symbols.Yes))
            return _pool.Compare(ExprKind.Equal, subject, _symbols.Yes);
        if (Either(left, right, (a, b) => a.Kind == ExprKind.Symbol && b.Kind == ExprKind.NotEqual && b.RightSymbol == _symbols.No))
            return _pool.Of(subject);
        if (Either(left, right, (a, b) => a.Kind == ExprKind.Symbol && b.Kind == ExprKind.NotEqual && b.RightSymbol == _symbols.Module))
            return _pool.Compare(ExprKind.Equal, subject, _symbols.Yes);
        return subject.Type == SymbolType.Tristate ? JoinAndOfTristate(left, right, subject) : null;
    }

    private Expr? JoinAndOfTristate(Expr left, Expr right, Symbol subject)
    {
        var (equal, other) = left.Kind == ExprKind.Equal ? (left, right) : (right, left);
        if (equal.Kind == ExprKind.Equal && other.Kind == ExprKind.NotEqual && equal.RightSymbol.IsConstant && other.RightSymbol.IsConstant)
            return equal.RightSymbol == other.RightSymbol ? _no : _pool.Compare(ExprKind.Equal, subject, equal.RightSymbol);
        if (left.Kind != ExprKind.NotEqual || right.Kind != ExprKind.NotEqual
            || Third(left.RightSymbol, right.RightSymbol) is not { } third)
            return null;
        // The C tool takes "not m and not n" for y, as it should, and so do we for all three.
        return _pool.Compare(ExprKind.Equal, subject, third);
    }

    /// <summary>The one of the three values that two different ones leave.</summary>
    private Symbol? Third(Symbol a, Symbol b)
    {
        var values = new[] { _symbols.Yes, _symbols.Module, _symbols.No };
        return a != b && values.Contains(a) && values.Contains(b) ? values.Single(value => value != a && value != b) : null;
    }
}
