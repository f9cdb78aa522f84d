namespace Bsp.Benchmarks.Bindings;

/// <summary>What the page says about bindings.</summary>
/// <param name="measurements">The times.</param>
internal sealed class BindingsSection(IReadOnlyList<Measurement> measurements) : Section(measurements)
{
    /// <inheritdoc/>
    protected override string Introduction => """
        ## Bindings

        A kernel's bindings made ready (`bsp dt bindings`, `dt-mk-schema`), and a board checked against those (`bsp dt validate`, `dt-validate`); then many boards in one process each. Both find the same.

        """;

    /// <inheritdoc/>
    protected override IEnumerable<Limit> Limits() =>
        [new("all boards, under a minute", Find(BindingsContest.All, BindingsContest.Own), Seconds: 60)];

    /// <inheritdoc/>
    protected override IEnumerable<Goal> Goals()
    {
        yield return new(
            "preparation, at most a tenth", Find(BindingsContest.Preparation, BindingsContest.Own),
            Find(BindingsContest.Preparation, BindingsContest.Rival), 0.1);
        yield return new(
            "a board, at most a fiftieth", Find(BindingsContest.Validation, BindingsContest.Own),
            Find(BindingsContest.Validation, BindingsContest.Rival), 0.02);
        yield return new(
            "many boards in one process, at most a fiftieth", Find(BindingsContest.Sample, BindingsContest.Own),
            Find(BindingsContest.Sample, BindingsContest.Rival), 0.02);
    }
}
