namespace Bsp.DeviceTree.Conformance.Cpp;

/// <summary>Compares the preprocessor with gcc's on many random sources.</summary>
/// <param name="seed">Chooses the sources; each has its number in it.</param>
/// <param name="log">Receives the first differences, with sources that are as short as they can be, and the progress.</param>
internal sealed class CppRun(int seed, TextWriter log)
{
    private const int MaximumShown = 10;

    /// <summary>How many sources both have accepted in the last run.</summary>
    public int Accepted { get; private set; }

    /// <summary>Runs it.</summary>
    /// <param name="sources">How many sources.</param>
    /// <param name="first">The number of the first.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>How many sources differ.</returns>
    public int Run(int sources, int first, CancellationToken cancel)
    {
        using var comparisons = new ThreadLocal<CppComparison>(() => new(), trackAllValues: true);
        var (done, different) = (0, 0);
        var gate = new Lock();
        try
        {
            var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(first, first + sources, options, number =>
            {
                var source = Source(number);
                var difference = comparisons.Value!.Compare(source);
                var shown = difference is not null && Interlocked.Increment(ref different) <= MaximumShown
                    ? comparisons.Value.Shrunk(source)
                    : null;
                lock (gate)
                {
                    if (shown is not null)
                        log.WriteLine($"source {number} of seed {seed}:\n{shown}\n{comparisons.Value.Compare(shown)}\n");
                    if (++done % 10_000 == 0)
                        log.WriteLine($"{done} sources, {different} different");
                }
            });
        }
        finally
        {
            Accepted = comparisons.Values.Sum(comparison => comparison.Accepted);
            foreach (var comparison in comparisons.Values)
                comparison.Dispose();
        }

        log.WriteLine($"{sources} sources, {Accepted} accepted by both, {different} different");
        return different;
    }

    /// <summary>A source by its number.</summary>
    public string Source(int number) => new RandomSource(new Random(unchecked((seed * 1_000_003) + number))).Make();
}
