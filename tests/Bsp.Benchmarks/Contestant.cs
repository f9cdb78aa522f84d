namespace Bsp.Benchmarks;

/// <summary>A way to do some work.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Work">What it works on.</param>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">All its variables.</param>
/// <param name="Prepare">Puts what it needs into the folder that it runs in.</param>
/// <param name="IsDone">Whether what is in the folder afterwards is what was to be made.</param>
internal sealed record Contestant(
    string Name, string Work, string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment,
    Action<string> Prepare, Predicate<string> IsDone);
