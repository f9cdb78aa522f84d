namespace Bsp.Kconfig.Conformance.Fixes;

/// <summary>What the searches for fixes have shown.</summary>
/// <param name="Target">Of what, and whose conf confirms.</param>
/// <param name="Known">Which of the cases are known to have a fix.</param>
internal sealed record FixTotals(string Target, string Known)
{
    /// <summary>The cases.</summary>
    public int Cases { get; init; }

    /// <summary>Those that are known to have a fix.</summary>
    public int Fixable { get; init; }

    /// <summary>Those of them for which one is proposed that conf confirms.</summary>
    public int Found { get; init; }

    /// <summary>Those of them for which it has as few lines as possible; where not all can be tried, is proved to.</summary>
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
            $"{Target}: {Cases} cases, {Fixable} {Known}: found {Percent(Found)}, smallest {Percent(Smallest)}; ")
            + FormattableString.Invariant($"{Wrong} not confirmed by conf, {Losing} that lose another request without saying, ")
            + FormattableString.Invariant($"{Denied} denied, {Unknown} left open; ")
            + (times.Count == 0
                ? "no times"
                : FormattableString.Invariant($"median {times[times.Count / 2]:F1} ms, longest {times[^1]:F0} ms"));
    }

    private string Percent(int count) =>
        FormattableString.Invariant($"{count} ({(Fixable == 0 ? 100 : 100.0 * count / Fixable):F1} %)");
}
