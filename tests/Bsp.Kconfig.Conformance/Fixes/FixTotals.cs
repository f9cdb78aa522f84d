namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>What the cases of a tree's dialect have shown.</summary>
/// <param name="Target">The tree whose conf confirms.</param>
internal sealed record FixTotals(string Target)
{
    /// <summary>The cases.</summary>
    public int Cases { get; init; }

    /// <summary>Those for which a fix of at most three lines exists.</summary>
    public int Fixable { get; init; }

    /// <summary>Those of them for which one is proposed that conf confirms.</summary>
    public int Found { get; init; }

    /// <summary>Those of them for which it has as few lines as possible.</summary>
    public int Smallest { get; init; }

    /// <summary>Fixes that conf does not confirm.</summary>
    public int Wrong { get; init; }

    /// <summary>Fixes with which another request is lost, and that do not say so.</summary>
    public int Losing { get; init; }

    /// <summary>Cases that are said to have no fix though one exists.</summary>
    public int Denied { get; init; }

    /// <summary>Cases in which the search found neither a fix nor that there is none.</summary>
    public int Unknown { get; init; }

    /// <summary>How long each search took, in milliseconds.</summary>
    public IReadOnlyList<double> Milliseconds { get; init; } = [];

    /// <summary>Adds up.</summary>
    public static FixTotals operator +(FixTotals a, FixTotals b) => a with
    {
        Cases = a.Cases + b.Cases,
        Fixable = a.Fixable + b.Fixable,
        Found = a.Found + b.Found,
        Smallest = a.Smallest + b.Smallest,
        Wrong = a.Wrong + b.Wrong,
        Losing = a.Losing + b.Losing,
        Denied = a.Denied + b.Denied,
        Unknown = a.Unknown + b.Unknown,
        Milliseconds = [.. a.Milliseconds, .. b.Milliseconds],
    };

    /// <inheritdoc/>
    public override string ToString()
    {
        var times = Milliseconds.Order().ToList();
        return FormattableString.Invariant(
            $"{Target}: {Cases} unmet requests of random trees, {Fixable} with a fix of at most {FixTruth.MaximumChanges} lines: ")
            + FormattableString.Invariant($"found {Percent(Found)}, smallest {Percent(Smallest)}; {Wrong} not confirmed by conf, ")
            + FormattableString.Invariant($"{Losing} that lose another request without saying, {Denied} denied, {Unknown} left open; ")
            + (times.Count == 0 ? "no times" : FormattableString.Invariant($"median {times[times.Count / 2]:F1} ms, longest {times[^1]:F0} ms"));
    }

    private string Percent(int count) =>
        FormattableString.Invariant($"{count} ({(Fixable == 0 ? 100 : 100.0 * count / Fixable):F1} %)");
}
