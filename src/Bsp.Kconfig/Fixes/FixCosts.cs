namespace Bsp.Kconfig;

/// <summary>Finds which requests exclude each other, and the fix that costs the fewest of those that are not wanted.</summary>
/// <param name="search">Searches with some of the requests.</param>
/// <param name="wanted">What is wanted.</param>
/// <param name="others">The other requests.</param>
/// <param name="effort">How much may be done.</param>
internal sealed class FixCosts(FixSearch search, IReadOnlyList<AskedFor> wanted, IReadOnlyList<AskedFor> others, FixEffort effort)
{
    /// <summary>Searches.</summary>
    /// <param name="failed">The search with all of the requests, which has proved that there is no fix.</param>
    public FixAnswer Find(FixSolver failed)
    {
        var conflict = Conflict(others, failed);
        // One that nothing gives by itself excludes no other.
        var excludes = conflict.Count == 1 && wanted.Contains(conflict[0]) ? [] : conflict.ConvertAll(one => one.Request);
        if (!search.LooksForCosts)
            return new() { Outcome = FixOutcome.None, Excludes = excludes };
        // First one request is given up, then two, and so on.
        for (var losses = More([], conflict); losses.Count > 0;)
        {
            FixAnswer? best = null;
            var further = new List<HashSet<AskedFor>>();
            foreach (var loss in losses)
            {
                var rest = others.Where(other => !loss.Contains(other)).ToList();
                var fix = search.Solve(wanted, rest, effort, out var solver);
                if (fix is not null && (best is null || fix.Count < best.Further.Count))
                    best = search.Answer(wanted, fix, others, solver) with { Excludes = excludes };
                else if (fix is null && solver.IsComplete && best is null)
                    further.AddRange(More(loss, Conflict(rest, solver)));
                if (effort.IsSpent)
                    break;
            }

            if (best is not null || effort.IsSpent)
                return best ?? new() { Outcome = FixOutcome.NotFound, Excludes = excludes };
            losses = further;
        }

        return new() { Outcome = FixOutcome.None, Excludes = excludes };
    }

    private List<HashSet<AskedFor>> More(HashSet<AskedFor> loss, List<AskedFor> conflict) =>
        [.. conflict.Where(others.Contains).Select(other => new HashSet<AskedFor>(loss) { other })];

    /// <summary>The fewest requests that exclude each other: without any of them there would be a fix, as far as is known.</summary>
    private List<AskedFor> Conflict(IEnumerable<AskedFor> requests, FixSolver failed)
    {
        var involved = new HashSet<Symbol>(failed.Involved);
        List<AskedFor> conflict = [.. wanted, .. requests.Where(other => involved.Contains(other.Assignment.Symbol))];
        for (var i = conflict.Count - 1; i >= 0 && !effort.IsSpent; i--)
        {
            var fewer = conflict.Where((_, at) => at != i).ToList();
            var (goals, rest) = (fewer.Where(wanted.Contains).ToList(), fewer.Where(one => !wanted.Contains(one)).ToList());
            if (goals.Count > 0 && search.Solve(goals, rest, effort, out var solver) is null && solver.IsComplete)
                conflict.RemoveAt(i);
        }

        return conflict;
    }
}
