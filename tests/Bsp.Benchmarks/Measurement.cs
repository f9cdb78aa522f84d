namespace Bsp.Benchmarks;

/// <summary>What runs have cost.</summary>
/// <param name="Contestant">Whose.</param>
/// <param name="Cpu">CPU times, user and system, of the program and all that it started, in milliseconds.</param>
/// <param name="Wall">Times on the wall, in milliseconds.</param>
internal sealed record Measurement(Contestant Contestant, IReadOnlyList<double> Cpu, IReadOnlyList<double> Wall)
{
    /// <summary>The median CPU time.</summary>
    public double MedianCpu => Median(Cpu);

    /// <summary>The median time on the wall.</summary>
    public double MedianWall => Median(Wall);

    private static double Median(IReadOnlyList<double> times) => times.Order().ElementAt(times.Count / 2);
}
