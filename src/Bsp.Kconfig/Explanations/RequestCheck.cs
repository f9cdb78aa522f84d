namespace Bsp.Kconfig;

/// <summary>Compares requests with a configuration, and says why those that do not hold do not.</summary>
/// <param name="configuration">The final configuration.</param>
public sealed class RequestCheck(Configuration configuration)
{
    private const int MaximumDepth = 24;

    private KconfigTree Tree => configuration.Tree;

    /// <summary>The requests that do not hold, in their order.</summary>
    public IReadOnlyList<UnmetRequest> Unmet(IEnumerable<Request> requests) => [.. requests.Select(Unmet).OfType<UnmetRequest>()];

    /// <summary>FindReason a request does not hold.</summary>
    /// <returns>Null when it does.</returns>
    public UnmetRequest? Unmet(Request request)
    {
        if (Tree.Find(request.Symbol) is not { IsDefined: true, IsConstant: false } symbol)
        {
            // What does not exist is off.
            return request.Value == "n" ? null : new()
            {
                Request = request,
                Actual = "n",
                Reason = UnmetReason.Unknown,
                NearestNames = NearestSymbols.Find(request.Symbol, Tree),
                Prefix = Tree.Dialect.Prefix,
            };
        }

        var (value, fault) = GivenValue.Of(symbol, request, Tree.Dialect);
        if (Holds(symbol, value))
            return null;
        var (reason, terms) = fault is null ? FindReason(symbol, value) : (UnmetReason.WrongType, []);
        return new()
        {
            Request = request with { Value = value },
            Hint = fault,
            Actual = Final(symbol),
            Reason = reason,
            Terms = terms,
            Definitions = [.. symbol.Nodes.Select(node => node.Position)],
            Prefix = Tree.Dialect.Prefix,
        };
    }

    /// <summary>Whether a symbol has a value in the end; to a .config what is not written and <c>n</c> are alike.</summary>
    internal bool Holds(Symbol symbol, string value)
    {
        if (Final(symbol) is not { } final)
            return value == "n";
        return IsAlike(symbol, final, value);
    }

    /// <summary>Whether two texts are the same value of a symbol: the spelling of a number does not count.</summary>
    internal static bool IsAlike(Symbol symbol, string left, string right) =>
        left == right
        || (symbol.Type == SymbolType.Hex && NumberText.Unsigned(left, 16) is { } a && NumberText.Unsigned(right, 16) is { } b && a == b);

    private string? Final(Symbol symbol) => configuration.IsWritten(symbol) ? configuration.ValueOf(symbol)
        : Configuration.IsTristate(symbol.Type) ? "n" : null;

    private (UnmetReason Reason, IReadOnlyList<UnmetTerm> Terms) FindReason(Symbol symbol, string value)
    {
        var wanted = Configuration.IsTristate(symbol.Type) ? Tristates.Parse(value)!.Value : Tristate.Yes;
        if (configuration.VisibilityOf(symbol) < wanted)
            return (symbol.HasPrompt ? UnmetReason.Dependencies : UnmetReason.NoPrompt, FindObstacles(symbol, wanted));
        if (!Configuration.IsTristate(symbol.Type))
        {
            return configuration.ActiveRangeProperty(symbol) is not { Range: { } range } property ? (UnmetReason.Other, [])
                : property.Condition is null ? (UnmetReason.Range, [Term(range.Low), Term(range.High)])
                : (UnmetReason.Range, [Term(range.Low), Term(range.High) with { Note = $"if {ExprText.AsWritten(property.Condition)}" }]);
        }

        if (symbol.Choice is { } choice)
            return (UnmetReason.Choice, configuration.SelectionOf(choice) is { } other && other != symbol ? [Term(other)] : []);
        if (wanted == Tristate.Module && configuration.TypeOf(symbol) == SymbolType.Bool)
            return symbol.Type == SymbolType.Bool ? (UnmetReason.WrongType, []) : (UnmetReason.NoModules, [Term(Tree.Modules)]);
        var selectors = Operands(symbol.ReverseDependency, ExprKind.Or).Where(operand => configuration.Evaluate(operand) > wanted).ToList();
        if (selectors.Count > 0)
            return (UnmetReason.Selected, [.. selectors.Select(Term)]);
        if (!symbol.HasPrompt)
            return (UnmetReason.NoPrompt, FindObstacles(symbol, wanted));
        // Its default is on, and nobody is asked.
        return configuration.VisibilityOf(symbol) == Tristate.No
            ? (UnmetReason.Dependencies, FindObstacles(symbol, Tristate.Yes))
            : (UnmetReason.Other, []);
    }

    /// <summary>The terms that keep a symbol from being offered; of several prompts those of the one with the fewest.</summary>
    private List<UnmetTerm> FindObstacles(Symbol symbol, Tristate wanted)
    {
        var conditions = symbol.Properties.Where(property => property.Text is not null)
            .Select(property => (property.Condition, property.Node))
            .ToList();
        if (conditions.Count == 0)
            conditions = [(symbol.DirectDependency, symbol.Nodes[0])];
        return
        [
            .. conditions
                .Select(prompt => (
                    Operands: Operands(prompt.Condition, ExprKind.And).Where(operand => configuration.Evaluate(operand) < wanted).ToList(),
                    prompt.Node))
                .OrderBy(prompt => prompt.Operands.Count)
                .Select(prompt => prompt.Operands.Distinct().SelectMany(operand => Terms(operand, prompt.Node)))
                .First(),
        ];
    }

    /// <summary>What was n when the files were read, where a symbol depends on it through others; null where it does not.</summary>
    private string? Root(Symbol symbol, int depth)
    {
        if (depth > MaximumDepth || symbol.IsConstant || symbol.Nodes.Count != 1)
            return null;
        foreach (var operand in Operands(symbol.DirectDependency, ExprKind.And))
        {
            if (operand.Kind != ExprKind.Symbol || configuration.Evaluate(operand) != Tristate.No)
                continue;
            if (operand.Symbol == Tree.No && symbol.Nodes[0].Folded is [var term, ..])
                return $"{symbol} depends on {term.Text} at {term.Position.File}:{term.Position.Line}; {term.Note}";
            if (Root(operand.Symbol, depth + 1) is { } root)
                return root;
        }

        return null;
    }

    /// <summary>The term of an operand; of a bare <c>n</c> what it was in the files.</summary>
    private IEnumerable<UnmetTerm> Terms(Expr operand, MenuNode node) =>
        operand.Kind == ExprKind.Symbol && operand.Symbol == Tree.No && node.Folded is { Count: > 0 } folded
            ? folded.Select(term => new UnmetTerm(term.Text, "n", [term.Position]) { Note = term.Note })
            : [Term(operand)];

    /// <summary>The operands of a row of <c>&amp;&amp;</c> or of <c>||</c>.</summary>
    internal static IEnumerable<Expr> Operands(Expr? expr, ExprKind kind)
    {
        var pending = new Stack<Expr>();
        if (expr is not null)
            pending.Push(expr);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (next.Kind == kind)
            {
                pending.Push(next.Right);
                pending.Push(next.Left);
            }
            else
            {
                yield return next;
            }
        }
    }

    private UnmetTerm Term(Symbol symbol) =>
        new(symbol.ToString(), configuration.ValueOf(symbol), [.. symbol.Nodes.Select(node => node.Position)]);

    private UnmetTerm Term(Expr expr) =>
        new(
            expr.Kind == ExprKind.Or ? $"({ExprText.AsWritten(expr)})" : ExprText.AsWritten(expr), configuration.Evaluate(expr).Text(),
            [.. SymbolsOf(expr).SelectMany(symbol => symbol.Nodes).Select(node => node.Position).Distinct()])
        {
            Note = expr.Kind == ExprKind.NotEqual && expr.RightSymbol.Name?.Length == 0 && configuration.ValueOf(expr.Symbol).Length == 0
                ? $"{expr.Symbol} needs a text"
                : expr.Kind == ExprKind.Symbol ? Root(expr.Symbol, 0) : null,
        };

    internal static IEnumerable<Symbol> SymbolsOf(Expr expr) => expr.Kind switch
    {
        ExprKind.Symbol => [expr.Symbol],
        ExprKind.Not => SymbolsOf(expr.Left),
        ExprKind.And or ExprKind.Or => SymbolsOf(expr.Left).Concat(SymbolsOf(expr.Right)),
        _ => [expr.Symbol, expr.RightSymbol],
    };
}
