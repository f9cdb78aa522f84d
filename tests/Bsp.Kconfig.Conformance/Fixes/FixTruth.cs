namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>Finds the smallest fix of a case by trying all of them.</summary>
/// <remarks>
/// A fix is a set of lines for symbols that the fragment does not name; with them the wanted request holds, and so do all others
/// that held before.
/// </remarks>
internal static class FixTruth
{
    /// <summary>How many further lines are tried at most.</summary>
    public const int MaximumChanges = 3;

    /// <summary>The smallest fix.</summary>
    /// <returns>Null when so few lines are not enough.</returns>
    public static IReadOnlyList<Assignment>? Of(FixCase @case)
    {
        var named = @case.Requests.Select(request => request.Symbol).ToHashSet(StringComparer.Ordinal);
        var values = new TriedValues(@case.Tree);
        var lines = @case.Tree.Symbols
            .Where(symbol => symbol is { IsDefined: true, IsChoice: false, Name: not null } && !named.Contains(symbol.Name))
            .SelectMany(symbol => values.Of(symbol).Select(value => new Assignment(symbol, value)))
            .ToList();
        var kept = Kept(@case);
        for (var count = 0; count <= MaximumChanges; count++)
        {
            if (Try([], 0, count) is { } found)
                return found;
        }

        return null;

        IReadOnlyList<Assignment>? Try(List<Assignment> chosen, int from, int left)
        {
            if (left == 0)
                return Meets(@case, kept, chosen) ? [.. chosen] : null;
            for (var i = from; i < lines.Count; i++)
            {
                if (chosen.Exists(other => other.Symbol == lines[i].Symbol))
                    continue;
                chosen.Add(lines[i]);
                if (Try(chosen, i + 1, left - 1) is { } found)
                    return found;
                chosen.RemoveAt(chosen.Count - 1);
            }

            return null;
        }
    }

    /// <summary>The requests that hold with the fragment as it is.</summary>
    public static IReadOnlyList<Request> Kept(FixCase @case)
    {
        var check = new RequestCheck(new Conf(@case.Tree, []).All(NewValues.Default, @case.Fragment));
        return [.. @case.Requests.Where(request => check.Unmet(request) is null)];
    }

    /// <summary>The fragment with the lines of a fix, and at its end the wanted line once more.</summary>
    public static string With(FixCase @case, IEnumerable<Assignment> further) => @case.Fragment + string.Concat(
        further.Append(new(@case.Tree.Find(@case.Wanted.Symbol)!, @case.Wanted.Value))
            .Select(assignment => assignment.ToLine(@case.Tree.Dialect)));

    private static bool Meets(FixCase @case, IReadOnlyList<Request> kept, IEnumerable<Assignment> further)
    {
        var check = new RequestCheck(new Conf(@case.Tree, []).All(NewValues.Default, With(@case, further)));
        return check.Unmet(@case.Wanted) is null && kept.All(request => check.Unmet(request) is null);
    }
}
