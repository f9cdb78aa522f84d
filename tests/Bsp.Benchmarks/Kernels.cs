using Bsp.DeviceTree.Conformance;

namespace Bsp.Benchmarks;

/// <summary>The kernels that is measured on, by their names in the lock file.</summary>
internal static class Kernels
{
    /// <summary>The newest that a distribution builds.</summary>
    public static string Newer { get; } = Steps.Sources.NewestOf("linux");

    /// <summary>The oldest, whose bindings are for the dt-schema of Debian 12.</summary>
    public static string Older { get; } = Steps.Sources.ReleasesOf("linux")[0];
}
