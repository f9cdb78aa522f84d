using System.Runtime.CompilerServices;

namespace Bsp.Kconfig;

/// <summary>Finds why expressions and symbols have the values that they have, as <see cref="Configuration"/> computes them.</summary>
/// <remarks>
/// A cause may name more than there is need for: then more is tried than would do. It must never name less, as what is proved to
/// have no fix rests on it.
/// </remarks>
/// <param name="configuration">The configuration; the values of the variables are those that its user gives.</param>
/// <param name="variables">The symbols that can be given values.</param>
internal sealed partial class CauseFinder(Configuration configuration, FixVariables variables)
{
    private readonly Dictionary<(int Index, bool IsSymbol, bool IsUpper, Tristate Limit), Cause?> _known = [];

    /// <summary>Whether something depended on itself, so that causes may be incomplete.</summary>
    public bool IsDoubtful { get; private set; }

    private KconfigTree Tree => configuration.Tree;

    /// <summary>Why a symbol does not have a value in the end.</summary>
    public Cause OfMiss(Symbol symbol, string wanted)
    {
        if (!Configuration.IsTristate(symbol.Type))
            return OfMissingText(symbol, wanted);
        return (configuration.TristateOf(symbol), Tristates.Parse(wanted)) switch
        {
            (_, null) => Cause.None,
            var (value, limit) when value < limit => AtMost(symbol, limit.Value - 1),
            var (_, limit) => AtLeast(symbol, limit.Value + 1),
        };
    }

    /// <summary>Why an expression, which is at most so much, is so.</summary>
    private Cause AtMost(Expr expr, Tristate limit) => limit == Tristate.Yes || !Tree.Possible.CanBe(expr) ? Cause.None
        : Remembered((expr.Index, false, true, limit), () => expr.Kind switch
        {
            ExprKind.Symbol => AtMost(expr.Symbol, limit),
            ExprKind.Not => AtLeast(expr.Left, limit.Not()),
            ExprKind.And => Cheapest(
                RequestCheck.Operands(expr, ExprKind.And)
                    .Where(operand => configuration.Evaluate(operand) <= limit)
                    .Select(operand => AtMost(operand, limit))),
            ExprKind.Or => Cause.All(RequestCheck.Operands(expr, ExprKind.Or).Select(operand => AtMost(operand, limit))),
            _ => OfComparison(expr),
        });

    /// <summary>Why an expression, which is at least so much, is so; none is <c>y</c>.</summary>
    private Cause AtLeast(Expr? expr, Tristate limit) => limit == Tristate.No || expr is null ? Cause.None
        : Remembered((expr.Index, false, false, limit), () => expr.Kind switch
        {
            ExprKind.Symbol => AtLeast(expr.Symbol, limit),
            ExprKind.Not => AtMost(expr.Left, limit.Not()),
            ExprKind.And => Cause.All(RequestCheck.Operands(expr, ExprKind.And).Select(operand => AtLeast(operand, limit))),
            ExprKind.Or => Cheapest(
                RequestCheck.Operands(expr, ExprKind.Or)
                    .Where(operand => configuration.Evaluate(operand) >= limit)
                    .Select(operand => AtLeast(operand, limit))),
            _ => OfComparison(expr),
        });

    private Cause Same(Expr? expr)
    {
        var value = configuration.Evaluate(expr);
        return AtLeast(expr, value) + (value == Tristate.Yes ? Cause.None : AtMost(expr!, value));
    }

    /// <summary>Why a comparison holds, or does not.</summary>
    private Cause OfComparison(Expr expr)
    {
        var (left, right) = (expr.Symbol, expr.RightSymbol);
        if (Configuration.IsTristate(left.Type) && right.IsConstant && Tristates.Parse(right.Name!) is { } limit
            && expr.Kind is ExprKind.Equal or ExprKind.NotEqual)
        {
            var value = configuration.TristateOf(left);
            return value < limit ? AtMost(left, limit - 1) : value > limit ? AtLeast(left, limit + 1) : Same(left);
        }

        // Of a text that is compared with a constant, all values that compare alike will do.
        if (!right.IsDefined && !Configuration.IsTristate(left.Type) && left.IsDefined)
        {
            var holds = configuration.Evaluate(expr);
            return OfText(left, text => configuration.WouldHold(expr, text) == (holds == Tristate.Yes));
        }

        return Same(left) + Same(right);
    }

    // One choice is as good as none at all, nearly: to look further takes longer than to try it.
    private static Cause Cheapest(IEnumerable<Cause> causes)
    {
        Cause? best = null;
        foreach (var cause in causes)
        {
            best = Cause.Cheaper(best, cause);
            if (best!.Choices <= 1)
                break;
        }

        return best!;
    }

    private Cause Remembered((int Index, bool IsSymbol, bool IsUpper, Tristate Limit) key, Func<Cause> find)
    {
        if (_known.TryGetValue(key, out var known))
        {
            IsDoubtful |= known is null;
            return known ?? Cause.Itself;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        _known[key] = null;
        var cause = find();
        _known[key] = cause;
        return cause;
    }
}
