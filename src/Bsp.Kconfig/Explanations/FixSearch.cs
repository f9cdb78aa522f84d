namespace Bsp.Kconfig;

/// <summary>Searches the fewest further assignments with which a request holds.</summary>
/// <remarks>
/// The dependency expressions say what could help: an <c>||</c> gives alternatives, an <c>&amp;&amp;</c> wants all of its
/// operands, and a symbol wants what it depends on itself. Each candidate is tried on a copy of the configuration, so what is
/// returned does hold. The search is bounded; where it finds nothing, something may still exist.
/// </remarks>
/// <param name="configuration">The configuration that the assignments are added to; it is not changed.</param>
public sealed class FixSearch(Configuration configuration)
{
    private const int MaximumAlternatives = 48;
    private const int MaximumAssignments = 40;
    private const int MaximumDepth = 24;
    private readonly KconfigTree _tree = configuration.Tree;

    /// <summary>The assignments that are needed besides the request itself.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="value">The value that it should have.</param>
    /// <param name="others">What else is asked for: a way that contradicts it is none.</param>
    /// <returns>Null when none were found; empty when the assignment of the request alone is enough.</returns>
    public IReadOnlyList<Assignment>? Find(Symbol symbol, string value, IReadOnlyList<Request>? others = null)
    {
        var request = new Assignment(symbol, value);
        if (IsReached(request, []))
            return [];
        var wanted = Configuration.IsTristate(symbol.Type) ? Tristates.Parse(value) : Tristate.Yes;
        if (wanted is null)
            return null;
        List<Assignment>? best = null;
        foreach (var candidate in Candidates(symbol, wanted.Value))
        {
            var further = candidate.Where(assignment => assignment.Symbol != symbol).ToList();
            if (!IsReached(request, further))
                continue;
            Shrink(request, further);
            if (further.Exists(assignment => others?.Any(other => Contradicts(other, assignment)) == true))
                continue;
            if (best is null || further.Count < best.Count)
                best = further;
        }

        return best;
    }

    /// <summary>What would help, in words; null for a symbol that is not defined.</summary>
    public string? Advice(UnmetRequest unmet) => _tree.Find(unmet.Request.Symbol) is not { IsDefined: true, IsConstant: false } symbol
        ? null
        : Find(symbol, unmet.Request.Value) switch
        {
            null => "no further values were found with which it holds",
            { Count: 0 } => "another request undoes it",
            var further => "it holds with " + string.Join(", ", further),
        };

    /// <summary>The configuration with a request and further assignments.</summary>
    internal Configuration ConfigurationWith(Assignment request, IReadOnlyList<Assignment> further)
    {
        var copy = configuration.Copy();
        foreach (var assignment in further.Append(request))
        {
            if (copy.TrySetUserValue(assignment.Symbol, assignment.Value) && assignment.Symbol.Choice is not null)
                copy.MoveToFront(assignment.Symbol);
        }

        copy.Restart();
        return copy;
    }

    // All assignments have to hold: one that another undoes is no help.
    private bool IsReached(Assignment request, IReadOnlyList<Assignment> further)
    {
        var check = new RequestCheck(ConfigurationWith(request, further));
        return further.Append(request).All(assignment => check.Holds(assignment.Symbol, assignment.Value));
    }

    /// <summary>Removes what is not needed.</summary>
    private void Shrink(Assignment request, List<Assignment> further)
    {
        for (var i = further.Count - 1; i >= 0; i--)
        {
            var without = further.Where((_, at) => at != i).ToList();
            if (IsReached(request, without))
                further.RemoveAt(i);
        }
    }

    private IEnumerable<List<Assignment>> Candidates(Symbol symbol, Tristate wanted)
    {
        var active = new HashSet<Symbol>();
        var ways = wanted == Tristate.No ? WaysToLower(symbol, wanted, active, 0) : WaysToRaise(symbol, wanted, active, 0);
        // A range that holds only under a condition is left with the condition.
        if (!Configuration.IsTristate(symbol.Type) && configuration.ActiveRangeProperty(symbol) is { Condition: { } condition })
            ways = [.. ways, .. Atmost(condition, Tristate.No, active, 0)];
        // Elsewhere y does where m is wanted; here it has to be m.
        if (wanted == Tristate.Module && configuration.TypeOf(symbol) == SymbolType.Bool)
            ways = Combine(ways, () => WaysToRaise(_tree.Modules, Tristate.Yes, active, 1));
        return ways
            .OrderBy(candidate => candidate.Count)
            .Take(MaximumAlternatives);
    }

    /// <summary>Ways to give a symbol at least a value.</summary>
    private List<List<Assignment>> WaysToRaise(Symbol symbol, Tristate wanted, HashSet<Symbol> active, int depth)
    {
        if (configuration.TristateOf(symbol) >= wanted && depth > 0)
            return [[]];
        if (symbol.IsConstant || depth > MaximumDepth || !active.Add(symbol))
            return [];
        var ways = new List<List<Assignment>>();
        foreach (var property in symbol.Properties)
        {
            if (property.Text is not null)
                ways.AddRange(
                    Atleast(
                        property.Condition, wanted, active,
                        depth + 1).Select(way => With(way, new(symbol, Settable(symbol, wanted).Text()))));
            else if (property.Kind == PropertyKind.Default && !symbol.HasPrompt && property.Value is not null)
                ways.AddRange(
                    Combine(
                        Atleast(property.Condition, wanted, active, depth + 1), () => Atleast(property.Value, wanted, active, depth + 1)));
        }

        // What cannot be set can be selected.
        if (!symbol.HasPrompt && symbol.ReverseDependency is { } selects)
            ways.AddRange(Atleast(selects, wanted, active, depth + 1));
        active.Remove(symbol);
        return Shortest(ways);
    }

    // What is bool, or is so without modules, is y where m would do.
    private Tristate Settable(Symbol symbol, Tristate wanted) =>
        wanted == Tristate.Module && configuration.TypeOf(symbol) == SymbolType.Bool ? Tristate.Yes : wanted;

    /// <summary>Ways to give a symbol at most a value.</summary>
    private List<List<Assignment>> WaysToLower(Symbol symbol, Tristate wanted, HashSet<Symbol> active, int depth)
    {
        if (configuration.TristateOf(symbol) <= wanted && depth > 0)
            return [[]];
        if (symbol.IsConstant || depth > MaximumDepth || !active.Add(symbol))
            return [];
        List<List<Assignment>> ways = [[]];
        if (symbol.ReverseDependency is { } selects)
            ways = Atmost(selects, wanted, active, depth + 1);
        if (symbol.HasPrompt)
            ways = [.. ways.Select(way => With(way, new(symbol, wanted.Text())))];
        active.Remove(symbol);
        return Shortest(ways);
    }

    private List<List<Assignment>> Atleast(Expr? expr, Tristate wanted, HashSet<Symbol> active, int depth)
    {
        if (configuration.Evaluate(expr) >= wanted)
            return [[]];
        return expr!.Kind switch
        {
            ExprKind.Symbol => WaysToRaise(expr.Symbol, wanted, active, depth),
            ExprKind.Not => Atmost(expr.Left, wanted.Not(), active, depth),
            ExprKind.And => Combine(Atleast(expr.Left, wanted, active, depth), () => Atleast(expr.Right, wanted, active, depth)),
            ExprKind.Or => Shortest([.. Atleast(expr.Left, wanted, active, depth), .. Atleast(expr.Right, wanted, active, depth)]),
            ExprKind.Equal => Equal(expr, active, depth),
            ExprKind.NotEqual => Different(expr, active, depth),
            _ => [],
        };
    }

    private List<List<Assignment>> Atmost(Expr? expr, Tristate wanted, HashSet<Symbol> active, int depth)
    {
        if (configuration.Evaluate(expr) <= wanted)
            return [[]];
        return expr?.Kind switch
        {
            null => [],
            ExprKind.Symbol => WaysToLower(expr.Symbol, wanted, active, depth),
            ExprKind.Not => Atleast(expr.Left, wanted.Not(), active, depth),
            ExprKind.And => Shortest([.. Atmost(expr.Left, wanted, active, depth), .. Atmost(expr.Right, wanted, active, depth)]),
            ExprKind.Or => Combine(Atmost(expr.Left, wanted, active, depth), () => Atmost(expr.Right, wanted, active, depth)),
            ExprKind.Equal => Different(expr, active, depth),
            ExprKind.NotEqual => Equal(expr, active, depth),
            _ => [],
        };
    }

    private List<List<Assignment>> Equal(Expr expr, HashSet<Symbol> active, int depth)
    {
        if (Tristates.Parse(expr.RightSymbol.Name!) is { } value && expr.RightSymbol.IsConstant)
            return value == Tristate.No ? WaysToLower(expr.Symbol, value, active, depth) : WaysToRaise(expr.Symbol, value, active, depth);
        return expr.Symbol.HasPrompt && !expr.RightSymbol.IsDefined ? [[new(expr.Symbol, expr.RightSymbol.Name!)]] : [];
    }

    private List<List<Assignment>> Different(Expr expr, HashSet<Symbol> active, int depth)
    {
        if (expr.RightSymbol == _tree.No)
            return Shortest(
                [.. WaysToRaise(expr.Symbol, Tristate.Module, active, depth), .. WaysToRaise(expr.Symbol, Tristate.Yes, active, depth)]);
        return expr.RightSymbol == _tree.Yes || expr.RightSymbol == _tree.Module
            ? WaysToLower(expr.Symbol, Tristate.No, active, depth)
            : [];
    }

    private static List<Assignment> With(List<Assignment> way, Assignment assignment) =>
        [.. way.Where(other => other.Symbol != assignment.Symbol), assignment];

    private static List<List<Assignment>> Combine(List<List<Assignment>> left, Func<List<List<Assignment>>> right)
    {
        if (left.Count == 0)
            return [];
        var others = right();
        return Shortest([.. from a in left from b in others where !AreContradictory(a, b) select Union(a, b)]);
    }

    private static bool Contradicts(Request other, Assignment assignment) =>
        other.Symbol == assignment.Symbol.Name
            && (Configuration.IsTristate(assignment.Symbol.Type)
                ? other.Value is ['n', ..] != (assignment.Value == "n")
                : other.Value != assignment.Value);

    private static bool AreContradictory(List<Assignment> a, List<Assignment> b) =>
        a.Exists(x => b.Exists(y => x.Symbol == y.Symbol && (x.Value == "n") != (y.Value == "n")));

    private static List<Assignment> Union(List<Assignment> a, List<Assignment> b)
    {
        var union = new List<Assignment>(a);
        foreach (var assignment in b)
        {
            var known = union.FindIndex(other => other.Symbol == assignment.Symbol);
            if (known < 0)
                union.Add(assignment);
            else if (assignment.Value == "y")
                union[known] = assignment;
        }

        return union;
    }

    private static List<List<Assignment>> Shortest(IEnumerable<List<Assignment>> ways) =>
        [.. ways.Where(way => way.Count <= MaximumAssignments).OrderBy(way => way.Count).Take(MaximumAlternatives)];
}
