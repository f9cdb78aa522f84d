using System.Globalization;
using System.Reflection;
using Bsp.Benchmarks;
using Bsp.Benchmarks.Bindings;
using Bsp.Benchmarks.DeviceTrees;
using Bsp.Benchmarks.Kconfig;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance.Oracle;

const string Help = """
    Measures bsp beside the tools that it replaces: the trees' own conf, cpp with dtc, and dt-schema.

      Bsp.Benchmarks BSP [ROUNDS] [REPORT]

      BSP      the native program; './build.sh Publish' makes it
      ROUNDS   how often each is run; 7
      REPORT   the file for the table, in Markdown
    """;

if (args is [] or ["--help", ..] || !File.Exists(args[0]))
{
    Console.WriteLine(Help);
    return args is ["--help", ..] ? 0 : 2;
}

var root = typeof(KconfigContest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(x => x.Key == "RepositoryRoot").Value!;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var work = Directory.CreateTempSubdirectory("bsp-bench-");
try
{
    var settings = await MachineSettings.ReadAsync(root, null, default).ConfigureAwait(false);
    var console = new PlainConsole(Console.Out);
    var bsp = Path.GetFullPath(args[0]);
    using var oracles = new OracleBuilder(settings, console);
    var kconfig = new KconfigContest(oracles, bsp, work.FullName);
    List<Contestant> configurations =
    [
        .. await kconfig.OnAsync(Kernels.Newer, default).ConfigureAwait(false),
        .. await kconfig.OnAsync(Kernels.Older, default).ConfigureAwait(false),
    ];
    var trees = await DeviceTreeContest.LoadAsync(console, bsp).ConfigureAwait(false);
    var bindings = await BindingsContest.LoadAsync(console, bsp, work.FullName).ConfigureAwait(false);
    var many = await BindingsContest.LoadManyAsync(console, bsp, work.FullName).ConfigureAwait(false);
    // Some of these take a quarter of a minute each, and many boards minutes.
    var slow = Math.Min(rounds, 5);
    var text = string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmarks

        Medians of {slow} runs or more, of many boards one run, taken turn by turn in one run of `./build.sh Bench` on {Machine.Describe()}. `bsp` is native code. CPU time is that of a program and of all that it starts,
        the runtime's start included. What counts are the ratios; another machine has other times.

        {new KconfigSection(Timekeeper.Run(configurations, rounds, Console.WriteLine)).ToMarkdown()}
        {new DeviceTreeSection(Timekeeper.Run(trees, slow, Console.WriteLine)).ToMarkdown()}
        {new BindingsSection([.. Timekeeper.Run(bindings, slow, Console.WriteLine), .. Timekeeper.Run(many, 1, Console.WriteLine, warmUp: false)]).ToMarkdown()}
        """);
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
