namespace Bsp.Benchmarks.DeviceTrees;

/// <summary>What the page says about device trees.</summary>
/// <param name="measurements">The times.</param>
internal sealed class DeviceTreeSection(IReadOnlyList<Measurement> measurements) : Section(measurements)
{
    /// <inheritdoc/>
    protected override string Introduction => """
        ## Device trees

        Sources to blobs, by `bsp dt compile` and by the preprocessor and dtc as a kernel's build calls them. Both write the same bytes.

        """;

    /// <inheritdoc/>
    protected override IEnumerable<Goal> Goals()
    {
        yield return Beside(DeviceTreeContest.All, "all boards, at most a sixth", 1 / 6.0);
        foreach (var board in DeviceTreeContest.Single)
            yield return Beside(board, $"one board, at most half: {board}", 0.5);
    }

    private Goal Beside(string work, string what, double most) =>
        new(what, Find(work, DeviceTreeContest.Own), Find(work, DeviceTreeContest.Rival), most);
}
