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
    private readonly TextValues _texts = new(configuration.Tree);

    /// <summary>What all searches may do together; null where each has its own time and trials.</summary>
    public FixBudget? Budget { get; init; }

    /// <summary>How long a search may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many configurations a search may try, for callers whose output must not depend on the machine.</summary>
    public int MaximumTrials { get; init; } = int.MaxValue;

    /// <summary>Ends a search: it has found nothing then, or what it has found by then.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Makes the configuration with further lines as its files would be read with them; without it, they are added.</summary>
    public Func<IReadOnlyList<Assignment>, Configuration>? Remake { get; init; }

    /// <summary>Whether a fix that costs other requests is looked for where there is none without.</summary>
    public bool LooksForCosts { get; init; } = true;

    private KconfigTree Tree => configuration.Tree;

    /// <summary>Searches.</summary>
    /// <param name="wanted">What is to hold, all of it at once.</param>
    /// <param name="requests">All that is asked for; what is wanted may be among it.</param>
    /// <returns>Null when nothing of what is wanted is a value of a symbol that is defined.</returns>
    public FixAnswer? Find(IReadOnlyList<Request> wanted, IReadOnlyList<Request> requests)
    {
        var effort = Budget?.Next(Cancellation) ?? new FixEffort(TimeLimit, MaximumTrials, Cancellation);
        var (goals, others) = (Understood(wanted, areWanted: true), Understood(requests, areWanted: false));
        others.RemoveAll(other => goals.Exists(goal => goal.Assignment.Symbol == other.Assignment.Symbol));
        if (goals.Count == 0)
            return null;
        var answer = Solve(goals, others, effort, out var solver) is { } further ? Answer(goals, further, others, solver)
            : !solver.IsComplete ? new() { Outcome = FixOutcome.NotFound }
            : goals.Count + others.Count == 1 ? new() { Outcome = FixOutcome.None }
            : new FixCosts(this, goals, others, effort).Find(solver);
        return answer with { Wanted = [.. goals.Select(goal => goal.Request)], Spent = effort.Spent };
    }

    /// <summary>The fewest further values, with some of the requests.</summary>
    internal IReadOnlyList<Assignment>? Solve(
        IReadOnlyList<AskedFor> wanted, IReadOnlyList<AskedFor> others, FixEffort effort, out FixSolver solver)
    {
        var fixedValues = others.Concat(wanted).ToDictionary(one => one.Assignment.Symbol, one => one.Assignment.Value);
        List<Assignment> goals = [.. wanted.Select(goal => goal.Assignment)];
        var kept = others.Where(other => other.IsToHold).Select(other => other.Assignment).ToList();
        solver = new(_start, new FixVariables(_start, _texts, goals, fixedValues), goals, kept, effort)
        {
            Confirms = further =>
            {
                var check = new RequestCheck(With(further, goals));
                return goals.Concat(kept).All(one => check.Holds(one.Symbol, one.Value));
            },
        };
        return solver.Solve();
    }

    /// <summary>The answer of a fix.</summary>
    internal FixAnswer Answer(
        IReadOnlyList<AskedFor> wanted, IReadOnlyList<Assignment> further, IReadOnlyList<AskedFor> others, FixSolver solver)
    {
        var check = new RequestCheck(With(further, wanted.Select(goal => goal.Assignment)));
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
        };
    }

    // A line that the fix contradicts is lost, even where it did not hold before, or is for what is not written.
    private static string? Becomes(AskedFor other, IReadOnlyList<Assignment> further, RequestCheck check) =>
        further.FirstOrDefault(one => one.Symbol == other.Assignment.Symbol) is { } change ? change.Value
        : other.IsToHold && check.Unmet(other.Request) is { } unmet ? unmet.Actual ?? "nothing"
        : null;

    private Configuration With(IEnumerable<Assignment> further, IEnumerable<Assignment> wanted)
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

    // What is misspelt, or no value, can neither be had nor be lost.
    private List<AskedFor> Understood(IReadOnlyList<Request> requests, bool areWanted)
    {
        var check = new RequestCheck(configuration);
        var understood = new List<AskedFor>();
        foreach (var request in requests)
        {
            if (Tree.Find(request.Symbol) is not { IsDefined: true, IsConstant: false } named)
                continue;
            var symbol = check.Now(named);
            var (value, fault) = GivenValue.Of(symbol, request, Tree.Dialect);
            if (fault is null)
                understood.Add(new(request, new(symbol, value), areWanted || check.Holds(symbol, value)));
        }

        return understood;
    }
}
