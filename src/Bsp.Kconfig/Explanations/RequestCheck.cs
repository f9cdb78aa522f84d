namespace Bsp.Kconfig;

/// <summary>Compares requests with a configuration, and says why those that do not hold do not.</summary>
/// <param name="configuration">The final configuration.</param>
public sealed class RequestCheck(Configuration configuration)
{
    private readonly Obstacles _obstacles = new(configuration);

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

        var named = symbol;
        symbol = Now(symbol);
        var (value, fault) = GivenValue.Of(symbol, request, Tree.Dialect);
        if (Holds(symbol, value))
            return null;
        var (reason, terms) = fault is null ? FindReason(symbol, value) : (UnmetReason.WrongType, []);
        return new()
        {
            Request = request with { Value = value },
            Hint = fault ?? (reason == UnmetReason.NoPrompt ? DefaultOfText(symbol) : null),
            NameNow = symbol == named ? null : symbol.Name,
            Actual = configuration.FinalValueOf(symbol),
            Reason = reason,
            Terms = terms,
            Definitions = [.. symbol.Nodes.Select(node => node.Position)],
            Prefix = Tree.Dialect.Prefix,
        };
    }

    /// <summary>The symbol that has taken over a symbol's name, where one has: it takes its value, too.</summary>
    internal Symbol Now(Symbol symbol) => !symbol.IsTransitional ? symbol
        : Tree.Symbols.FirstOrDefault(other => other.Properties.Any(
            property => property.Kind == PropertyKind.Default && property.Target == symbol)) ?? symbol;

    private string? DefaultOfText(Symbol symbol) =>
        !Configuration.IsTristate(symbol.Type) && configuration.ActiveDefault(symbol) is { Value: { } value } property
            ? $"the default is {ExprText.AsWritten(value)} at {property.Position.File}:{property.Position.Line}"
            : null;

    /// <summary>Whether a symbol has a value in the end; to a .config what is not written and <c>n</c> are alike.</summary>
    internal bool Holds(Symbol symbol, string value)
    {
        if (configuration.FinalValueOf(symbol) is not { } final)
            return value == "n";
        return IsAlike(symbol, final, value);
    }

    /// <summary>Whether two texts are the same value of a symbol: the spelling of a number does not count.</summary>
    internal static bool IsAlike(Symbol symbol, string left, string right) =>
        left == right
        || (symbol.Type == SymbolType.Hex && NumberText.Unsigned(left, 16) is { } a && NumberText.Unsigned(right, 16) is { } b && a == b);

    private (UnmetReason Reason, IReadOnlyList<UnmetTerm> Terms) FindReason(Symbol symbol, string value)
    {
        var wanted = Configuration.IsTristate(symbol.Type) ? Tristates.Parse(value)!.Value : Tristate.Yes;
        if (configuration.VisibilityOf(symbol) < wanted)
            return (symbol.HasPrompt ? UnmetReason.Dependencies : UnmetReason.NoPrompt, _obstacles.Of(symbol, wanted));
        if (!Configuration.IsTristate(symbol.Type))
        {
            return configuration.ActiveRangeProperty(symbol) is not { Range: { } range } property ? (UnmetReason.Other, [])
                : property.Condition is null ? (UnmetReason.Range, [_obstacles.Term(range.Low), _obstacles.Term(range.High)])
                : (UnmetReason.Range,
                    [_obstacles.Term(range.Low), _obstacles.Term(range.High) with { Condition = ExprText.AsWritten(property.Condition) }]);
        }

        if (symbol.Choice is { } choice)
            return (UnmetReason.Choice, configuration.SelectionOf(choice) is { } other && other != symbol ? [_obstacles.Term(other)] : []);
        if (wanted == Tristate.Module && configuration.TypeOf(symbol) == SymbolType.Bool)
            return symbol.Type == SymbolType.Bool ? (UnmetReason.WrongType, []) : (UnmetReason.NoModules, [_obstacles.Term(Tree.Modules)]);
        var selectors = Operands(symbol.ReverseDependency, ExprKind.Or).Where(operand => configuration.Evaluate(operand) > wanted).ToList();
        if (selectors.Count > 0)
            return (UnmetReason.Selected, [.. selectors.Select(_obstacles.Term)]);
        if (!symbol.HasPrompt)
            return (UnmetReason.NoPrompt, _obstacles.Of(symbol, wanted));
        // Its default is on, and nobody is asked.
        return configuration.VisibilityOf(symbol) == Tristate.No
            ? (UnmetReason.Dependencies, _obstacles.Of(symbol, Tristate.Yes))
            : (UnmetReason.Other, []);
    }

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

    internal static IEnumerable<Symbol> SymbolsOf(Expr expr) => expr.Kind switch
    {
        ExprKind.Symbol => [expr.Symbol],
        ExprKind.Not => SymbolsOf(expr.Left),
        ExprKind.And or ExprKind.Or => SymbolsOf(expr.Left).Concat(SymbolsOf(expr.Right)),
        _ => [expr.Symbol, expr.RightSymbol],
    };
}
