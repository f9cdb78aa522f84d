namespace Bsp.Benchmarks.Kconfig;

/// <summary>What the page says about Kconfig.</summary>
/// <param name="measurements">The times.</param>
internal sealed class KconfigSection(IReadOnlyList<Measurement> measurements) : Section(measurements)
{
    /// <inheritdoc/>
    protected override string Introduction => """
        ## Kconfig

        `olddefconfig` of arm64's defconfig, by `bsp` and by each tree's own `conf`. All of them write the same `.config`.

        *Answers recorded* means that nothing is asked of the shell: a preloaded library answers, for `conf` has no memory of its own. From Linux 6.12 on `conf` has a hash of
        expressions whose low bits are constant; *mended* is the same `conf` with that line changed, as a newer kernel may have it some day. Kconfiglib is not here: it reads no
        kernel from 5.13 on.

        """;

    /// <inheritdoc/>
    protected override IEnumerable<Goal> Goals()
    {
        var best = Measurements.Where(
                other => other.Contestant.Work == Kernels.Newer
                    && other.Contestant.Name is KconfigContest.Recorded or KconfigContest.Mended)
            .MinBy(other => other.MedianCpu)!;
        yield return new(
            "with a snapshot, at most half of the best rival (" + best.Contestant.Name + ")",
            Find(Kernels.Newer, KconfigContest.WithSnapshot), best, 0.5);
        yield return new(
            "with the sources, at most 6.1's conf on 6.1", Find(Kernels.Newer, KconfigContest.WithSources),
            Find(Kernels.Older, KconfigContest.Recorded), 1);
        yield return new(
            "with cached answers, at most a fifth of conf with the real shell", Find(Kernels.Newer, KconfigContest.WithSources),
            Find(Kernels.Newer, KconfigContest.RealShell), 0.2);
    }
}
