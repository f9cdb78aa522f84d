using Bsp.Firmware;
using Nuke.Common;
using Nuke.Common.IO;

partial class Build
{
    static AbsolutePath ReportsDirectory => RootDirectory / "docs" / "reports";

    Target Conformance => _ => _
        .Description("Compares Kconfig with each tree's own conf on all configurations there are, device trees with kernels' own builds, and bindings with dt-validate; writes docs/reports; takes hours")
        .After(Check, Generate, Image, Test)
        .Produces("docs/reports/*.md")
        .Executes(ConformanceAsync);

    Target Bench => _ => _
        .Description("Measures bsp kconfig beside each tree's own conf, and writes docs/benchmarks.md; wants an idle machine")
        .DependsOn(Publish)
        .Produces("docs/benchmarks.md")
        .Executes(() => RunAsync("Bsp.Kconfig.Benchmarks", PublishDirectory / "bsp", "9", RootDirectory / "docs" / "benchmarks.md"));

    Target Fuzz => _ => _
        .Description("Gives the readers of Kconfig files, configurations and snapshots a million damaged inputs; takes about ten minutes")
        .After(Check, Generate, Image, Test)
        .Executes(() => RunAsync("Bsp.Kconfig.Fuzz", "1000000"));

    async Task ConformanceAsync()
    {
        Directory.CreateDirectory(ReportsDirectory);
        List<(string Project, string[] Arguments)> runs =
        [
            ("Bsp.DeviceTree.Conformance", ["--report", ReportsDirectory / "devicetree-conformance.md"]),
            ("Bsp.DeviceTree.Bindings.Conformance", ["--examples", "--report", ReportsDirectory / "bindings-conformance.md"]),
            ("Bsp.Kconfig.Conformance", ["--vectors"]),
            ("Bsp.Kconfig.Conformance", ["--report", ReportsDirectory / "kconfig-conformance.md"]),
            ("Bsp.Kconfig.Conformance", ["--fragments", "1000", "--tree", "linux-6.12", "--arch", "arm64", "--arch", "x86", "--arch", "arm", "--arch", "riscv", "--report", ReportsDirectory / "kconfig-explanations.md"]),
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
