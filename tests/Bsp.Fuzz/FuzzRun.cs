using System.Diagnostics;

namespace Bsp.Fuzz;

/// <summary>Gives targets damaged inputs, and tells of those that they do not stand.</summary>
/// <param name="targets">The targets, in turn.</param>
/// <param name="seed">Chooses the inputs.</param>
internal sealed class FuzzRun(IReadOnlyList<Target> targets, int seed)
{
    // Of an input of a few kilobytes; what is taken and given back counts too.
    private const long MaximumAllocated = 1L << 30;

    // Of all that is in use between inputs; more than that means that something is kept.
    private const long MaximumKept = 1L << 30;
    private const int MaximumReported = 10;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private int _done;
    private int _faults;
    private TimeSpan _slowest;
    private long _greediest;

    private string State =>
        $"{_done} inputs, {_faults} faults, the slowest {_slowest.TotalMilliseconds:F0} ms, the greediest {_greediest >> 20} MB";

    /// <summary>Runs it.</summary>
    /// <param name="inputs">How many inputs there are.</param>
    /// <returns>How many were not stood.</returns>
    public int Run(int inputs)
    {
        Parallel.For(0, inputs, Run1);
        Console.WriteLine($"{State}; {_clock.Elapsed.TotalSeconds:F0} s");
        return _faults;
    }

    private void Run1(int number)
    {
        var target = targets[number % targets.Count];
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var input = Mutator.Mutate(
            target.Corpus[random.Next(target.Corpus.Count)], target.Corpus[random.Next(target.Corpus.Count)], target.Pieces, random);
        var trial = Try(target, input, number);
        // A machine may pause; only an input that is slow again is slow.
        if (trial.Fault is null && trial.Took > MostTime && (trial = Try(target, input, number)).Took > MostTime)
            trial = trial with { Fault = $"it takes {trial.Took.TotalMilliseconds:F0} ms" };
        if (trial.Fault is null && trial.Allocated > MaximumAllocated)
            trial = trial with { Fault = $"it takes {trial.Allocated >> 20} MB" };
        lock (_lock)
        {
            _slowest = trial.Took > _slowest ? trial.Took : _slowest;
            _greediest = Math.Max(_greediest, trial.Allocated);
            if (trial.Fault is { } fault)
                Report(target, input, number, fault);
            if (++_done % 50_000 != 0)
                return;
            var kept = GC.GetTotalMemory(forceFullCollection: true);
            Console.WriteLine($"[{_clock.Elapsed.TotalSeconds:F0}s] {State}; {kept >> 20} MB are in use");
            if (kept > MaximumKept)
                Report(target, input, number, $"{kept >> 20} MB are kept, by inputs before this one");
        }
    }

    private static Trial Try(Target target, byte[] input, int number)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        try
        {
            target.Read(input, number);
            return new(null, clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
        }
#pragma warning disable CA1031 // Whatever it throws is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new(exception.ToString(), clock.Elapsed, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    private void Report(Target target, byte[] input, int number, string fault)
    {
        var file = Path.Combine(Path.GetTempPath(), $"bsp-fuzz-{target.Name}-{seed}-{number}");
        File.WriteAllBytes(file, input);
        if (++_faults <= MaximumReported)
            Console.WriteLine($"{target.Name} {number}: {fault}\n  the input is in {file}");
    }

    /// <summary>How an input was stood.</summary>
    /// <param name="Fault">What was wrong; null where nothing was.</param>
    /// <param name="Took">How long it took.</param>
    /// <param name="Allocated">How many bytes of memory were asked for, those given back at once among them.</param>
    private readonly record struct Trial(string? Fault, TimeSpan Took, long Allocated);
}
