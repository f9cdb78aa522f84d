using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Bsp.Firmware.Progress;
using Bsp.Firmware.Results;
using Bsp.Kconfig;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Kconfig.Fuzz;
using Bsp.Kconfig.Parsing;
using Bsp.Kconfig.Parsing.Files;
using Bsp.Kconfig.Parsing.Shells;

const string Help = """
    Gives the readers of Kconfig files, configurations and snapshots damaged inputs.

      Bsp.Kconfig.Fuzz [INPUTS] [SEED]

      INPUTS   how many; 1000000
      SEED     chooses them; 1

    An input that crashes a reader, keeps it for more than a second, or makes the process larger than 2 GB is written to a file, and the status is 1.
    """;

const int LargestFile = 6000;
const long MostMemory = 2L << 30;
var mostTime = TimeSpan.FromSeconds(1);

if (args is ["--help" or "-h", ..])
{
    Console.WriteLine(Help);
    return 0;
}

var inputs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var root = typeof(Target).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(x => x.Key == "RepositoryRoot").Value!;
using var oracles = new OracleBuilder(await SettingsOfMachine.ReadAsync(root, null, default).ConfigureAwait(false), new PlainConsole(Console.Out));
List<byte[]> kconfigs = [], configs = [];
foreach (var name in new[] { "linux-6.12", "u-boot-2025.01", "busybox-1.37" })
{
    var tree = oracles.Find(name, new Dictionary<string, string>());
    var folder = await oracles.UnpackAsync(tree, default).ConfigureAwait(false);
    kconfigs.AddRange(Directory.EnumerateFiles(folder, name.StartsWith("busybox", StringComparison.Ordinal) ? "Config.in" : "Kconfig*", SearchOption.AllDirectories)
        .Where(file => new FileInfo(file).Length <= LargestFile).Order(StringComparer.Ordinal).Select(File.ReadAllBytes));
    configs.AddRange(Directory.EnumerateFiles(folder, "*defconfig", SearchOption.AllDirectories)
        .Where(file => new FileInfo(file).Length <= LargestFile).Order(StringComparer.Ordinal).Select(File.ReadAllBytes));
}

// Each file as a tree of its own: what it includes is not there, and most can be read so.
var trees = kconfigs.Select(Read).OfType<KconfigTree>().ToList();
var snapshots = trees.Select(tree => System.Text.Encoding.ASCII.GetBytes(SnapshotWriter.Write(tree))).ToList();
Target[] targets = [Target.Parser(kconfigs), Target.Config(configs, trees), Target.Snapshot(snapshots)];
Console.WriteLine($"{kconfigs.Count} Kconfig files, {configs.Count} configurations, {snapshots.Count} snapshots; {inputs} inputs, seed {seed}");

var (done, faults, slowest) = (0, 0, 0L);
var clock = Stopwatch.StartNew();
Parallel.For(0, inputs, number =>
{
    // Of four inputs two are for the parser.
    var target = targets[Math.Max((number % 4) - 1, 0)];
    var random = new Random(unchecked((seed * 1_000_003) + number));
    var input = Mutator.Mutate(target.Corpus[random.Next(target.Corpus.Count)], target.Corpus[random.Next(target.Corpus.Count)], random);
    var (fault, took) = Try(target, input, number);
    // A machine may pause; only an input that is slow again is slow.
    if (fault is null && took > mostTime && (took = Try(target, input, number).Took) > mostTime)
        fault = $"it takes {took.TotalMilliseconds:F0} ms";
    InterlockedMax(ref slowest, (long)took.TotalMilliseconds);
    if (fault is not null)
        Tell(target, input, number, fault);
    if (Interlocked.Increment(ref done) % 50_000 == 0)
    {
        Console.WriteLine($"[{clock.Elapsed.TotalSeconds:F0}s] {done} inputs, {faults} faults, {Environment.WorkingSet >> 20} MB, the slowest {slowest} ms");
        if (Environment.WorkingSet > MostMemory)
            Tell(target, input, number, $"the process has {Environment.WorkingSet >> 20} MB");
    }
});
Console.WriteLine($"{done} inputs, {faults} faults, the slowest {slowest} ms, {Environment.WorkingSet >> 20} MB; {clock.Elapsed.TotalSeconds:F0} s");
return faults > 0 ? 1 : 0;

static KconfigTree? Read(byte[] file) => KconfigParser.Parse(new()
{
    Dialect = KconfigDialect.Linux6_9,
    Files = new MemoryFiles(new Dictionary<string, string> { ["Kconfig"] = System.Text.Encoding.UTF8.GetString(file) }),
    Shell = new AnswersShell(new Dictionary<string, string>(), collect: true),
}).Tree;

static (string? Fault, TimeSpan Took) Try(Target target, byte[] input, int number)
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

void Tell(Target target, byte[] input, int number, string fault)
{
    var file = Path.Combine(Path.GetTempPath(), $"bsp-fuzz-{target.Name}-{seed}-{number}");
    File.WriteAllBytes(file, input);
    // Ten faults are enough to begin with.
    if (Interlocked.Increment(ref faults) <= 10)
        Console.WriteLine($"{target.Name} {number}: {fault}\n  the input is in {file}");
}

static void InterlockedMax(ref long target, long value)
{
    for (var seen = Volatile.Read(ref target); value > seen;)
    {
        var before = Interlocked.CompareExchange(ref target, value, seen);
        if (before == seen)
            return;
        seen = before;
    }
}
