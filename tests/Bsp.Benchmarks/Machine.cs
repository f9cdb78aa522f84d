using System.Globalization;

namespace Bsp.Benchmarks;

/// <summary>What a measurement ran on.</summary>
internal static class Machine
{
    /// <summary>Processor, cores and load, in a few words.</summary>
    public static string Describe()
    {
        var model = File.ReadLines("/proc/cpuinfo")
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            ?? "an unknown processor";
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        return string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores ({model}), load {load} at the end");
    }
}
