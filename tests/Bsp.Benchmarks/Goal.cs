namespace Bsp.Benchmarks;

/// <summary>How much of a rival's CPU time the own is to take at most.</summary>
/// <param name="What">What is aimed at.</param>
/// <param name="Own">The own times.</param>
/// <param name="Rival">The rival's.</param>
/// <param name="Most">The ratio.</param>
internal sealed record Goal(string What, Measurement Own, Measurement Rival, double Most)
{
    /// <summary>A row of a table.</summary>
    public override string ToString()
    {
        var (cpu, wall) = (Own.MedianCpu / Rival.MedianCpu, Own.MedianWall / Rival.MedianWall);
        return FormattableString.Invariant($"| {What} | {cpu:F3} | {wall:F3} | {(cpu <= Most ? "reached" : "not reached")} |");
    }
}
