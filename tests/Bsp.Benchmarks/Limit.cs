namespace Bsp.Benchmarks;

/// <summary>How long something is to take at most, where no rival does it.</summary>
/// <param name="What">What is aimed at.</param>
/// <param name="Own">The times.</param>
/// <param name="Seconds">The most, on the wall.</param>
internal sealed record Limit(string What, Measurement Own, double Seconds)
{
    /// <summary>A row of a table.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"| {What} | {Own.MedianCpu / 1000:F1} s | {Own.MedianWall / 1000:F1} s | ")
        + (Own.MedianWall <= 1000 * Seconds ? "reached |" : "not reached |");
}
