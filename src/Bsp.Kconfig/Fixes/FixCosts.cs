namespace Bsp.Kconfig;

/// <summary>Finds which other requests exclude what is wanted, and the fix that costs the fewest of them.</summary>
/// <param name="search">Searches with some of the requests.</param>
/// <param name="wanted">What is wanted.</param>
/// <param name="others">The other requests.</param>
/// <param name="effort">How much may be done.</param>
internal sealed class FixCosts(
    FixSearch search, IReadOnlyList<Assignment> wanted, IReadOnlyList<OtherRequest> others, FixEffort effort)
{
    /// <summary>Searches.</summary>
    /// <param name="failed">The search with all of the requests, which has proved that there is no fix.</param>
    public FixAnswer Find(FixSolver failed)
    {
        var conflict = Conflict(others, failed);
        if (conflict.Count == 0)
            return new() { Outcome = FixOutcome.None };
        var excludes = conflict.ConvertAll(other => other.Request);
        // First one request is given up, then two, and so on.
        for (List<HashSet<OtherRequest>> losses = [.. conflict.Select(other => new HashSet<OtherRequest> { other })]; losses.Count > 0;)
        {
            FixAnswer? best = null;
            var further = new List<HashSet<OtherRequest>>();
            foreach (var loss in losses)
            {
                var rest = others.Where(other => !loss.Contains(other)).ToList();
                var fix = search.Solve(wanted, rest, effort, out var solver);
                if (fix is not null && (best is null || fix.Count < best.Further.Count))
                    best = search.Answer(wanted, fix, others, solver, effort) with { Excludes = excludes };
                else if (fix is null && solver.IsComplete && best is null)
                    further.AddRange(Conflict(rest, solver).Select(other => new HashSet<OtherRequest>(loss) { other }));
                if (effort.IsSpent)
                    break;
            }

            if (best is not null || effort.IsSpent)
                return best ?? new() { Outcome = FixOutcome.NotFound, Excludes = excludes };
            losses = further;
        }

        return new() { Outcome = FixOutcome.None, Excludes = excludes };
    }

    /// <summary>The fewest requests that exclude what is wanted: without any of them there would be a fix, as far as is known.</summary>
    private List<OtherRequest> Conflict(IEnumerable<OtherRequest> requests, FixSolver failed)
    {
        var involved = new HashSet<Symbol>(failed.Involved);
        var conflict = requests.Where(other => involved.Contains(other.Assignment.Symbol)).ToList();
        for (var i = conflict.Count - 1; i >= 0 && !effort.IsSpent; i--)
        {
            var fewer = conflict.Where((_, at) => at != i).ToList();
            if (search.Solve(wanted, fewer, effort, out var solver) is null && solver.IsComplete)
                conflict.RemoveAt(i);
        }

        return conflict;
    }
}
