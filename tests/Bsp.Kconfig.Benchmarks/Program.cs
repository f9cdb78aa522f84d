using System.Globalization;
using System.Reflection;
using Bsp.Firmware;
using Bsp.Firmware.Progress;
using Bsp.Firmware.Results;
using Bsp.Kconfig.Benchmarks;
using Bsp.Kconfig.Conformance.Oracle;

const string Help = """
    Measures bsp kconfig beside the trees' own conf.

      Bsp.Kconfig.Benchmarks BSP [ROUNDS] [REPORT]

      BSP      the native program; './build.sh Publish' makes it
      ROUNDS   how often each is run; 7
      REPORT   the file for the table, in Markdown
    """;

if (args is [] or ["--help", ..] || !File.Exists(args[0]))
{
    Console.WriteLine(Help);
    return args is ["--help", ..] ? 0 : 2;
}

var root = typeof(Contest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(x => x.Key == "RepositoryRoot").Value!;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var work = Directory.CreateTempSubdirectory("bsp-bench-");
try
{
    using var oracles = new OracleBuilder(await SettingsOfMachine.ReadAsync(root, null, default).ConfigureAwait(false), new PlainConsole(Console.Out));
    var contest = new Contest(oracles, Path.GetFullPath(args[0]), work.FullName);
    List<Contestant> contestants = [.. await contest.OnAsync("linux-6.12", default).ConfigureAwait(false), .. await contest.OnAsync("linux-6.1", default).ConfigureAwait(false)];
    var table = new Table(Timekeeper.Run(contestants, rounds, Console.WriteLine), rounds);
    var text = table.ToMarkdown("./build.sh Bench", Machine.Describe());
    Console.WriteLine(text);
    if (args.Length > 2)
        await File.WriteAllTextAsync(args[2], text).ConfigureAwait(false);
    return 0;
}
catch (BuildFailedException exception)
{
    await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
    return 1;
}
finally
{
    work.Delete(recursive: true);
}
