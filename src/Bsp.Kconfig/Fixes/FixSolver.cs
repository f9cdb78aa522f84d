namespace Bsp.Kconfig;

/// <summary>Finds the fewest values with which all that is wanted holds, or proves that there are none.</summary>
/// <remarks>
/// A configuration that misses something tells why (<see cref="CauseFinder"/>): as long as some variables keep their values, it
/// is missed. So each of the ways out changes one of them, and all of these are tried, first with one change, then with two, and
/// so on. What has been learnt is kept: where a known cause holds, nothing needs to be computed. Where nothing was left out for
/// want of changes, there is no fix.
/// </remarks>
/// <param name="start">The configuration; nothing of it has been computed.</param>
/// <param name="variables">The symbols that can be given values.</param>
/// <param name="wanted">What is asked for: these symbols are given their values each time.</param>
/// <param name="kept">What else is to hold.</param>
/// <param name="effort">How much may be done.</param>
internal sealed class FixSolver(
    Configuration start, FixVariables variables, IReadOnlyList<Assignment> wanted, IReadOnlyList<Assignment> kept, FixEffort effort)
{
    private const int MaximumChanges = 40;
    private const int MaximumWidth = 8;
    private static readonly string[] Order = ["y", "m", "n"];
    private static readonly string[] OrderOfModules = ["m", "y", "n"];

    private readonly Configuration _trial = start.Copy();
    private readonly string[] _order = wanted.Any(assignment => assignment.Value == "m") ? OrderOfModules : Order;
    private readonly List<Cause> _causes = [];
    private readonly List<(Cause Cause, int Choices)> _obstacles = [];
    private readonly SortedDictionary<int, FixVariable> _changed = [];
    private readonly HashSet<Symbol> _missed = [];
    private int _counts;
    private int _width = int.MaxValue;
    private double _share = 0.6;
    private bool _isCut;

    /// <summary>Whether a fix is one indeed; what is not is left out.</summary>
    public Func<IReadOnlyList<Assignment>, bool> Confirms { get; init; } = _ => true;

    /// <summary>Whether the search was complete: a fix is as small as can be, and where there is none, it is proved.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The symbols of requests that had a part in what was missed.</summary>
    public IEnumerable<Symbol> Involved =>
        _missed.Concat(_causes.SelectMany(cause => cause.Parts).Where(part => part.Variable.IsFixed).Select(part => part.Variable.Symbol))
            .Distinct();

    /// <summary>The changes, as few as possible where <see cref="IsComplete"/> says so.</summary>
    /// <returns>Null when there are none, or none were found.</returns>
    public IReadOnlyList<Assignment>? Solve()
    {
        for (var changes = 0; changes <= MaximumChanges; changes++)
        {
            _isCut = false;
            if (Search(changes))
                return Clearest();
            if (IsSpent)
                break;
            if (!_isCut)
                return null;
        }

        // Many are needed, or there are many ways: what comes first is followed to its end.
        (IsComplete, _share) = (false, 1);
        for (_width = 1; _width <= MaximumWidth && !IsSpent; _width++)
        {
            if (Search(MaximumChanges))
                return Shrunk();
        }

        return null;
    }

    private bool IsSpent => effort.IsSpentTo(_share);

    private IEnumerable<Assignment> Changes => _changed.Values.Select(variable => new Assignment(variable.Symbol, variable.Value!));

    /// <summary>The changes; of a choice, which member is on rather than which is not.</summary>
    private List<Assignment> Clearest()
    {
        foreach (var off in _changed.Values.Where(variable => variable is { Value: "n", Symbol.Choice: not null }).ToList())
        {
            if (Try().Count == 0 && _trial.SelectionOf(off.Symbol.Choice!) is { } on && variables.Of(on) is { IsFree: true } member)
                Replace(off, () => Set(member, Array.IndexOf([.. member.Values], "y")));
        }

        return [.. Changes];
    }

    /// <summary>The changes, without those that there is no need for.</summary>
    private List<Assignment> Shrunk()
    {
        foreach (var variable in _changed.Values.ToList())
            Replace(variable, () => { });
        return Clearest();
    }

    /// <summary>Makes another change instead of one, if that is a fix, too.</summary>
    private void Replace(FixVariable variable, Action change)
    {
        var before = _changed.Values.Select(one => (Variable: one, one.Current)).ToList();
        Reset(variable);
        change();
        if (Try().Count == 0 && Confirms([.. Changes]))
            return;
        foreach (var one in _changed.Values.ToList())
            Reset(one);
        foreach (var (one, value) in before)
            Set(one, value);
    }

    private void Set(FixVariable variable, int value)
    {
        variable.Current = value;
        _changed[variable.Symbol.Index] = variable;
    }

    private void Reset(FixVariable variable)
    {
        variable.Current = variable.Initial;
        _changed.Remove(variable.Symbol.Index);
    }

    private bool Search(int left)
    {
        Cause? cause;
        while (!TryFindObstacle(left, out cause))
        {
            if (IsSpent)
                return false;
            var causes = Try();
            if (causes.Count == 0)
                return IsConfirmed();
            _causes.AddRange(causes);
        }

        if (cause is null)
            return false;
        var done = new List<FixVariable>();
        var isFound = false;
        foreach (var part in Tried(cause))
        {
            if (isFound = Change(part.Variable, part.Values, left - 1))
                break;
            if (IsSpent)
                break;
            IsComplete &= part.Variable.IsComplete;
            // All that changes it has been tried.
            part.Variable.IsDone = true;
            done.Add(part.Variable);
        }

        foreach (var variable in done)
            variable.IsDone = false;
        return isFound;
    }

    private IEnumerable<Cause.Part> Tried(Cause cause)
    {
        // Without modules much else changes: that comes last.
        var free = cause.Parts.Where(part => part.Variable.IsFree).OrderBy(part => part.Variable.Symbol == _trial.Tree.Modules);
        return _width == int.MaxValue ? free
            : free.OrderByDescending(part => _trial.VisibilityOf(part.Variable.Symbol) != Tristate.No).Take(_width).ToList();
    }

    private bool Change(FixVariable variable, ulong useless, int left)
    {
        foreach (var value in Ordered(variable).Where(value => (useless & (1UL << value)) == 0))
        {
            Set(variable, value);
            if (Search(left))
                return true;
        }

        Reset(variable);
        return false;
    }

    // A line can give a value, not take one away.
    private IEnumerable<int> Ordered(FixVariable variable)
    {
        var values = Enumerable.Range(1, variable.Values.Count - 1);
        return Configuration.IsTristate(variable.Symbol.Type)
            ? values.OrderBy(value => Array.IndexOf(_order, variable.Values[value]))
            : values;
    }

    /// <summary>Looks among what is known for a cause that holds.</summary>
    /// <param name="left">How many further changes there may be.</param>
    /// <param name="cause">The one that leaves least to try; null where nothing can be tried, or more changes would be needed.</param>
    /// <returns>Whether there is one.</returns>
    private bool TryFindObstacle(int left, out Cause? cause)
    {
        cause = null;
        _obstacles.Clear();
        var fewest = int.MaxValue;
        for (var i = _causes.Count - 1; i >= 0; i--)
        {
            var known = _causes[i];
            if (!known.Holds)
                continue;
            // That more changes are needed somewhere is known already.
            if (left == 0 && _isCut)
                return true;
            var choices = known.ChoicesNow;
            if (choices == 0)
            {
                cause = null;
                return true;
            }

            _obstacles.Add((known, choices));
            if (choices <= fewest)
                (cause, fewest) = (known, choices);
        }

        if (cause is null)
            return false;
        if (left > 0 && (_width < int.MaxValue || Needed() <= left))
            return true;
        _isCut = true;
        cause = null;
        return true;
    }

    /// <summary>How many changes are needed at least: what has no variable in common needs one each.</summary>
    private int Needed()
    {
        _obstacles.Sort((a, b) => a.Choices.CompareTo(b.Choices));
        _counts++;
        var needed = 0;
        foreach (var (cause, _) in _obstacles)
        {
            if (Array.Exists(cause.Parts, part => part.Variable.CountedIn == _counts && part.Variable.IsFree))
                continue;
            needed++;
            foreach (var part in cause.Parts)
                part.Variable.CountedIn = _counts;
        }

        return needed;
    }

    /// <summary>Tries the changes.</summary>
    /// <returns>Why something is missed; empty where nothing is.</returns>
    private List<Cause> Try()
    {
        effort.Count();
        _trial.Become(start);
        foreach (var assignment in Changes.Concat(wanted))
            _trial.TryGive(assignment.Symbol, assignment.Value);
        _trial.Compute(_trial.Tree.Modules);
        var check = new RequestCheck(_trial);
        // What a symbol has taken over is not written under its old name.
        var missed = wanted.Concat(Changes.Where(change => !change.Symbol.IsTransitional))
            .Where(goal => !check.Holds(goal.Symbol, goal.Value))
            .ToList();
        if (missed.Count == 0)
            missed.AddRange(kept.Where(goal => !check.Holds(goal.Symbol, goal.Value)).Take(1));
        if (missed.Count == 0)
            return [];
        _missed.UnionWith(missed.Select(goal => goal.Symbol));
        var finder = new CauseFinder(_trial, variables);
        List<Cause> causes =
        [
            .. missed.Select(goal => finder.OfMiss(goal.Symbol, goal.Value)
                // That a change does not hold matters as long as it is made.
                + (_changed.TryGetValue(goal.Symbol.Index, out var change) ? Cause.Of(change, change.Here) : Cause.None)),
        ];
        IsComplete &= !finder.IsDoubtful;
        return causes;
    }

    private bool IsConfirmed()
    {
        var isConfirmed = Confirms([.. Changes]);
        IsComplete &= isConfirmed;
        return isConfirmed;
    }
}
