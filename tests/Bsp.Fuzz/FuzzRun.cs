using System.Diagnostics;

namespace Bsp.Fuzz;

/// <summary>Gives targets damaged inputs, and tells of those that they do not stand.</summary>
/// <param name="targets">The targets, in turn.</param>
/// <param name="seed">Chooses the inputs.</param>
internal sealed class FuzzRun(IReadOnlyList<Target> targets, int seed)
{
    private const long MostMemory = 2L << 30;
    private const int MostTold = 10;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _lock = new();
    private int _done;
    private int _faults;
    private TimeSpan _slowest;

    /// <summary>Runs it.</summary>
    /// <param name="inputs">How many inputs there are.</param>
    /// <returns>How many were not stood.</returns>
    public int Run(int inputs)
    {
        Parallel.For(0, inputs, Run1);
        Console.WriteLine($"{_done} inputs, {_faults} faults, the slowest {_slowest.TotalMilliseconds:F0} ms, {Environment.WorkingSet >> 20} MB; {_clock.Elapsed.TotalSeconds:F0} s");
        return _faults;
    }

    private void Run1(int number)
    {
        var target = targets[number % targets.Count];
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var input = Mutator.Mutate(target.Corpus[random.Next(target.Corpus.Count)], target.Corpus[random.Next(target.Corpus.Count)], target.Pieces, random);
        var (fault, took) = Try(target, input, number);
        // A machine may pause; only an input that is slow again is slow.
        if (fault is null && took > MostTime && (took = Try(target, input, number).Took) > MostTime)
            fault = $"it takes {took.TotalMilliseconds:F0} ms";
        lock (_lock)
        {
            _slowest = took > _slowest ? took : _slowest;
            if (fault is not null)
                Tell(target, input, number, fault);
            if (++_done % 50_000 != 0)
                return;
            Console.WriteLine($"[{_clock.Elapsed.TotalSeconds:F0}s] {_done} inputs, {_faults} faults, {Environment.WorkingSet >> 20} MB, the slowest {_slowest.TotalMilliseconds:F0} ms");
            if (Environment.WorkingSet > MostMemory)
                Tell(target, input, number, $"the process has {Environment.WorkingSet >> 20} MB");
        }
    }

    private static (string? Fault, TimeSpan Took) Try(Target target, byte[] input, int number)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            target.Read(input, number);
            return (null, clock.Elapsed);
        }
#pragma warning disable CA1031 // Whatever it throws is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return (exception.ToString(), clock.Elapsed);
        }
    }

    private void Tell(Target target, byte[] input, int number, string fault)
    {
        var file = Path.Combine(Path.GetTempPath(), $"bsp-fuzz-{target.Name}-{seed}-{number}");
        File.WriteAllBytes(file, input);
        if (++_faults <= MostTold)
            Console.WriteLine($"{target.Name} {number}: {fault}\n  the input is in {file}");
    }
}
