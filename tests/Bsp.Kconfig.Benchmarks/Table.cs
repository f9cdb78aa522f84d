using System.Globalization;
using System.Text;

namespace Bsp.Kconfig.Benchmarks;

/// <summary>The times as a page, and the goals with what was reached.</summary>
/// <param name="measurements">The times.</param>
/// <param name="rounds">How many turns there were.</param>
internal sealed class Table(IReadOnlyList<Measurement> measurements, int rounds)
{
    private const string Newer = "linux-6.12";
    private const string Older = "linux-6.1";

    /// <summary>The page.</summary>
    /// <param name="command">The command that makes it.</param>
    /// <param name="machine">What it ran on.</param>
    public string ToMarkdown(string command, string machine)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Benchmarks

            `olddefconfig` of arm64's defconfig, by `bsp` (native code) and by each tree's own `conf`: medians of {rounds} runs, taken turn by turn in one run of `{command}` on {machine}.
            All of them write the same `.config`. What counts are the ratios; another machine has other times.

            CPU time is that of the program and of all that it starts, the runtime's start included. *Answers recorded* means that nothing is asked of the shell: a preloaded library answers, for
            `conf` has no memory of its own. From Linux 6.12 on `conf` has a hash of expressions whose low bits are constant; *mended* is the same `conf` with that line
            changed, as a newer kernel may have it some day. Kconfiglib is not here: it reads no kernel from 5.13 on.

            | tree | | CPU ms | wall ms |
            |---|---|--:|--:|

            """);
        foreach (var measurement in measurements)
            text.Append(CultureInfo.InvariantCulture, $"| {measurement.Contestant.Tree} | {measurement.Contestant.Name} | {measurement.MedianCpu:F0} | {measurement.MedianWall:F0} |\n");
        text.Append("\n## Against the goals\n\n| goal | CPU | wall | |\n|---|--:|--:|---|\n");
        foreach (var row in Goals())
            text.Append(row).Append('\n');
        return text.ToString();
    }

    private IEnumerable<string> Goals()
    {
        var best = measurements.Where(other => other.Contestant is { Tree: Newer, Name: Contest.Recorded or Contest.Mended }).MinBy(other => other.MedianCpu)!;
        yield return Goal("with a snapshot, at most half of the best rival (" + best.Contestant.Name + ")", Find(Newer, Contest.WithSnapshot), best, 0.5);
        yield return Goal("with the sources, at most 6.1's conf on 6.1", Find(Newer, Contest.WithSources), Find(Older, Contest.Recorded), 1);
        yield return Goal("with remembered answers, at most a fifth of conf with the real shell", Find(Newer, Contest.WithSources), Find(Newer, Contest.RealShell), 0.2);
    }

    private static string Goal(string what, Measurement own, Measurement rival, double most)
    {
        var (cpu, wall) = (own.MedianCpu / rival.MedianCpu, own.MedianWall / rival.MedianWall);
        return string.Create(CultureInfo.InvariantCulture, $"| {what} | {cpu:F2} | {wall:F2} | {(cpu <= most ? "reached" : "not reached")} |");
    }

    private Measurement Find(string tree, string name) => measurements.Single(other => other.Contestant.Tree == tree && other.Contestant.Name == name);
}
