using System.Diagnostics;
using System.Runtime.InteropServices;
using Bsp.Build;

namespace Bsp.Benchmarks;

/// <summary>Runs contestants, each in a folder of its own, and takes their times.</summary>
internal static partial class Timekeeper
{
    private const int OfChildren = -1;

    // In memory: ext4 looks long for room for files when others have just been deleted (recently_deleted in fs/ext4/ialloc.c),
    // and whoever comes next would pay for those of the turn before.
    private static readonly string Scratch = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    /// <summary>Runs all of them, turn by turn, so that what else the machine does hits all alike.</summary>
    /// <param name="contestants">The contestants.</param>
    /// <param name="rounds">How many turns.</param>
    /// <param name="tell">Receives each turn.</param>
    /// <param name="warmUp">
    /// Whether a turn that does not count comes first and fills caches, ours and the system's; a run of minutes gains nothing from it.
    /// </param>
    public static IReadOnlyList<Measurement> Run(
        IReadOnlyList<Contestant> contestants, int rounds, Action<string> tell, bool warmUp = true)
    {
        var times = contestants.Select(contestant => new Measurement(contestant, new List<double>(), new List<double>())).ToList();
        for (var round = warmUp ? 0 : 1; round <= rounds; round++)
        {
            tell(round == 0 ? "warming up" : $"round {round} of {rounds}");
            foreach (var measurement in times)
            {
                var (cpu, wall) = Once(measurement.Contestant);
                if (round == 0)
                    continue;
                ((List<double>)measurement.Cpu).Add(cpu);
                ((List<double>)measurement.Wall).Add(wall);
            }
        }

        return times;
    }

    private static (double Cpu, double Wall) Once(Contestant contestant)
    {
        // Always the same one: cached answers are those of a folder.
        var folder = Directory.CreateDirectory(Path.Combine(Scratch, $"bsp-bench-{Environment.ProcessId}"));
        try
        {
            contestant.Prepare(folder.FullName);
            var before = CpuOfChildren();
            var clock = Stopwatch.StartNew();
            Tools.Run(contestant.Program, contestant.Arguments, folder.FullName, contestant.Environment);
            var wall = clock.Elapsed.TotalMilliseconds;
            var cpu = CpuOfChildren() - before;
            return contestant.IsDone(folder.FullName)
                ? (cpu, wall)
                : throw new BuildFailedException(
                    $"{contestant.Name} makes something else of {contestant.Work}: its times would say nothing");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Children count once they have been waited for.
    private static double CpuOfChildren()
    {
        var usage = new long[18];
        if (GetUsage(OfChildren, usage) != 0)
            throw new BuildFailedException("getrusage fails");
        return ((usage[0] + usage[2]) * 1000.0) + ((usage[1] + usage[3]) / 1000.0);
    }

    // getrusage(2): user and system time come first, each as seconds and microseconds.
    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, [Out] long[] usage);
}
