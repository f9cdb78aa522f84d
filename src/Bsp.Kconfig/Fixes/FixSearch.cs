namespace Bsp.Kconfig;

/// <summary>Searches the fewest further values with which requests hold.</summary>
/// <remarks>
/// Other requests are kept. Where that cannot be, those are named that exclude what is asked for, and what is found says which of
/// them it costs. Each fix is tried before it is proposed.
/// </remarks>
/// <param name="configuration">The configuration that the values are added to; it is not changed.</param>
public sealed class FixSearch(Configuration configuration)
{
    private readonly Configuration _start = configuration.Fresh();

    /// <summary>How long a search may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many configurations a search may try, for callers whose output must not depend on the machine.</summary>
    public int MaximumTrials { get; init; } = int.MaxValue;

    /// <summary>Makes the configuration with further lines as its files would be read with them; without it, they are added.</summary>
    public Func<IReadOnlyList<Assignment>, Configuration>? Remake { get; init; }

    private KconfigTree Tree => configuration.Tree;

    /// <summary>Searches.</summary>
    /// <param name="wanted">The values that symbols are to have.</param>
    /// <param name="requests">All that is asked for; what is wanted may be among it.</param>
    public FixAnswer Find(IReadOnlyList<Assignment> wanted, IReadOnlyList<Request>? requests = null)
    {
        var effort = new FixEffort(TimeLimit, MaximumTrials);
        var others = Others(wanted, requests ?? []);
        if (Solve(wanted, others, effort, out var solver) is { } further)
            return Answer(wanted, further, others, solver, effort);
        var answer = new FixAnswer { Outcome = solver.IsComplete ? FixOutcome.None : FixOutcome.NotFound };
        if (solver.IsComplete && others.Count > 0)
            answer = new FixCosts(this, wanted, others, effort).Find(solver);
        return answer with { Spent = effort.Spent };
    }

    /// <summary>Searches what unmet requests need, all of them at once.</summary>
    /// <param name="unmet">The requests.</param>
    /// <param name="requests">All that is asked for.</param>
    /// <returns>Null when one of them is for a symbol that is not defined, or for what is no value of its type.</returns>
    public FixAnswer? Find(IReadOnlyList<UnmetRequest> unmet, IReadOnlyList<Request> requests)
    {
        var wanted = unmet.Where(request => request.Reason is not (UnmetReason.Unknown or UnmetReason.WrongType))
            .Select(request => new Assignment(Tree.Find(request.Request.Symbol)!, request.Request.Value))
            .ToList();
        return wanted.Count == unmet.Count ? Find(wanted, requests) : null;
    }

    /// <summary>The fewest further values, with some of the other requests.</summary>
    internal IReadOnlyList<Assignment>? Solve(
        IReadOnlyList<Assignment> wanted, IReadOnlyCollection<OtherRequest> others, FixEffort effort, out FixSolver solver)
    {
        var all = others.Select(other => other.Assignment).Concat(wanted).ToDictionary(one => one.Symbol, one => one.Value);
        var kept = others.Where(other => other.Holds).Select(other => other.Assignment).ToList();
        solver = new(_start, new FixVariables(_start, new(Tree, wanted), all), wanted, kept, effort)
        {
            Confirms = further =>
            {
                var check = new RequestCheck(With(wanted, further));
                return wanted.Concat(kept).All(one => check.Holds(one.Symbol, one.Value));
            },
        };
        return solver.Solve();
    }

    /// <summary>The answer of a fix.</summary>
    internal FixAnswer Answer(
        IReadOnlyList<Assignment> wanted, IReadOnlyList<Assignment> further, IReadOnlyList<OtherRequest> others, FixSolver solver,
        FixEffort effort)
    {
        var check = new RequestCheck(With(wanted, further));
        return new()
        {
            Outcome = FixOutcome.Found,
            Further = further,
            IsSmallest = solver.IsComplete,
            Lost =
            [
                .. others.Select(other => (other.Request, Becomes: Becomes(other, further, check)))
                    .Where(lost => lost.Becomes is not null)
                    .Select(lost => (lost.Request, lost.Becomes!)),
            ],
            Spent = effort.Spent,
        };
    }

    // A line that the fix contradicts is lost, even where it did not hold before, or is for what is not written.
    private static string? Becomes(OtherRequest other, IReadOnlyList<Assignment> further, RequestCheck check) =>
        further.FirstOrDefault(one => one.Symbol == other.Assignment.Symbol) is { } change ? change.Value
        : other.Holds && check.Unmet(other.Request) is { } unmet ? unmet.Actual ?? "nothing"
        : null;

    private Configuration With(IReadOnlyList<Assignment> wanted, IReadOnlyList<Assignment> further)
    {
        List<Assignment> lines = [.. further, .. wanted];
        if (Remake is not null)
            return Remake(lines);
        var copy = _start.Copy();
        foreach (var line in lines)
            copy.TryGive(line.Symbol, line.Value);
        copy.Recompute();
        return copy;
    }

    // What is misspelt, or no value, cannot be lost.
    private List<OtherRequest> Others(IReadOnlyList<Assignment> wanted, IReadOnlyList<Request> requests)
    {
        var check = new RequestCheck(configuration);
        var others = new List<OtherRequest>();
        foreach (var request in requests)
        {
            if (Tree.Find(request.Symbol) is not { IsDefined: true, IsConstant: false } symbol || wanted.Any(one => one.Symbol == symbol))
                continue;
            var (value, fault) = GivenValue.Of(symbol, request, Tree.Dialect);
            if (fault is null)
                others.Add(new(request, new(symbol, value), check.Holds(symbol, value)));
        }

        return others;
    }
}
