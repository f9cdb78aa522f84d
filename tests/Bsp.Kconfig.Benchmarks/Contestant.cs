namespace Bsp.Kconfig.Benchmarks;

/// <summary>A way to do the work.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Tree">The tree that it works on.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">All its variables.</param>
/// <param name="Config">The <c>.config</c> that it completes.</param>
internal sealed record Contestant(
    string Name, string Tree, string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, byte[] Config);
