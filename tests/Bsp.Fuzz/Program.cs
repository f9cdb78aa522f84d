using System.Globalization;
using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Fuzz;
using Bsp.Fuzz.DeviceTrees;
using Bsp.Fuzz.Kconfig;
using Bsp.Kconfig.Conformance.Oracle;

const string Help = """
    Gives readers damaged inputs.

      Bsp.Fuzz LANGUAGE [INPUTS] [SEED] [READER]

      LANGUAGE  kconfig: Kconfig files, configurations and snapshots; devicetree: macros, sources, blobs, overlays and bindings
      INPUTS    how many; 1000000
      SEED      chooses them; 1
      READER    the only one that is given them, by the name that a run shows; all in turn

    An input that crashes a reader, keeps it for more than a second, or asks for more than 1 GiB of memory is written to a file, and the status is 1.
    """;

if (args is not ["kconfig" or "devicetree", ..])
{
    Console.WriteLine(Help);
    return args is ["--help" or "-h", ..] ? 0 : 2;
}

var inputs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
var root = typeof(Target).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(x => x.Key == "RepositoryRoot").Value!;
using var oracles = new OracleBuilder(
    await MachineSettings.ReadAsync(root, null, default).ConfigureAwait(false), new PlainConsole(Console.Out));
var targets = await (args[0] == "kconfig" ? KconfigTargets.LoadAsync(oracles) : DeviceTreeTargets.LoadAsync(oracles)).ConfigureAwait(false);
if (args.Length > 3)
    targets = [targets.First(target => target.Name == args[3])];
Console.WriteLine(
    $"{string.Join(", ", targets.Distinct().Select(target => $"{target.Name}: {target.Corpus.Count} good files"))}; {inputs} inputs, "
    + $"seed {seed}");
return new FuzzRun(targets, seed).Run(inputs) > 0 ? 1 : 0;
