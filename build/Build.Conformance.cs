using Bsp.Build;
using Bsp.Build.Sources;
using Nuke.Common;
using Nuke.Common.IO;

partial class Build
{
    static AbsolutePath ReportsDirectory => RootDirectory / "docs" / "reports";

    Target Conformance => _ => _
        .Description(
            "Compares Kconfig with each tree's own conf on all configurations there are, device trees with kernels' own builds, "
            + "dtc's test-suite and dt-validate; writes docs/reports; takes hours")
        .After(Check, Generate, Image, Test)
        .Produces("docs/reports/*.md")
        .Executes(ConformanceAsync);

    Target Bench => _ => _
        .Description(
            "Measures bsp beside each tree's own conf, cpp with dtc, and dt-schema, and writes docs/benchmarks.md; wants an idle machine")
        .DependsOn(Publish)
        .Produces("docs/benchmarks.md")
        .Executes(() => RunAsync("Bsp.Benchmarks", PublishDirectory / "bsp", "9", RootDirectory / "docs" / "benchmarks.md"));

    Target Fuzz => _ => _
        .Description("Gives the readers of Kconfig and device-tree files a million corrupted inputs each; takes half an hour")
        .After(Check, Generate, Image, Test)
        .Executes(async () =>
        {
            await RunAsync("Bsp.Fuzz", "kconfig", "1000000");
            await RunAsync("Bsp.Fuzz", "devicetree", "1000000");
        });

    async Task ConformanceAsync()
    {
        const string schemas = "dt-schema";
        Directory.CreateDirectory(ReportsDirectory);
        var sources = LockFile.Load(RootDirectory);
        // A report says how it was made: without this clone's folder. One for each tree, for each takes an hour.
        static string[] Report(string name) => ["--report", $"docs/reports/{name}.md"];
        List<(string Project, string[] Arguments)> runs =
        [
            ("Bsp.DeviceTree.Conformance", Report("devicetree-conformance")),
            ("Bsp.DeviceTree.Conformance", ["--suite", .. Report("dtc-testsuite")]),
            .. sources.ReleasesOf(schemas).Select(name => name[(schemas.Length + 1)..]).Select(
                version =>
                    ("Bsp.DeviceTree.Bindings.Conformance",
                        (string[])["--version-of-dt-schema", version, "--examples", .. Report("bindings-" + version)])),
            ("Bsp.Kconfig.Conformance", ["--vectors"]),
            ("Bsp.Kconfig.Conformance", ["--random-trees", "10000"]),
            .. sources.ReleasesOf("u-boot").Select(
                tree => ("Bsp.Kconfig.Conformance",
                    (string[])["--tree", tree, "--engine", "commands", "--operation", "Defconfig", "--random", "0",
                        .. Report("kconfig-commands-" + tree)])),
            .. new[] { "busybox", "u-boot", "linux" }.SelectMany(sources.ReleasesOf).Select(
                tree => ("Bsp.Kconfig.Conformance", (string[])["--tree", tree, .. Report("kconfig-" + tree)])),
            ("Bsp.Kconfig.Conformance", [
                "--fragments", "1000", "--tree", sources.NewestOf("linux"),
                "--arch", "arm64", "--arch", "x86", "--arch", "arm", "--arch", "riscv",
                .. Report("kconfig-explanations"),
            ]),
            ("Bsp.Kconfig.Conformance", [
                "--changes", "200", "--tree", sources.NewestOf("linux"), "--arch", "arm64", "--arch", "x86",
                .. Report("review-kernels"),
            ]),
        ];
        var failures = new List<string>();
        foreach (var (project, arguments) in runs)
        {
            try
            {
                await RunAsync(project, arguments);
            }
            catch (BuildFailedException exception)
            {
                // The other runs say something of their own.
                failures.Add(exception.Message);
            }
        }

        if (failures.Count > 0)
            throw new BuildFailedException(string.Join("\n", failures));
    }

    async Task RunAsync(string project, params string[] arguments)
    {
        await DotNet.RunAsync(RootDirectory, ["build", $"tests/{project}", "-c", "Release"], _cancel.Token);
        string program = RootDirectory / "tests" / project / "bin" / "Release" / "net10.0" / $"{project}.dll";
        var status = await DotNet.ExecuteAsync(RootDirectory, [program, .. arguments], _cancel.Token);
        if (status != 0)
            throw new BuildFailedException($"{project} {string.Join(' ', arguments)} ended with status {status}");
    }
}
