using System.CommandLine;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.DeviceTree.Conformance;
using Bsp.DeviceTree.Conformance.Cpp;
using Bsp.DeviceTree.Conformance.Dtc;
using Bsp.DeviceTree.Conformance.Overlays;

var trees = new Option<string[]>("--tree")
{
    Description = "Kernels by their names in the lock file; without this, those of the distributions",
    DefaultValueFactory = _ => [.. Steps.Sources.ReleasesOf("linux").Where(name => char.IsAsciiDigit(name["linux-".Length]))],
    AllowMultipleArgumentsPerToken = true,
};
var architectures = new Option<string[]>("--arch")
{
    Description = "Architectures by the kernel's names",
    DefaultValueFactory = _ => ["arm64", "arm", "riscv", "mips", "powerpc"],
    AllowMultipleArgumentsPerToken = true,
};
var filter = new Option<string>("--filter")
{
    Description = "Compare only blobs whose names have this in them",
    DefaultValueFactory = _ => "",
};
var jobs = new Option<int>("--jobs") { Description = "How many are made at a time", DefaultValueFactory = _ => Environment.ProcessorCount };
var report = new Option<FileInfo?>("--report") { Description = "Write what came of it to this file, in Markdown" };
var suite = new Option<bool>("--suite")
{
    Description = "Instead of kernels: run dtc's own test-suite with ours in the place of dtc and its companions",
};
var overlays = new Option<bool>("--overlays")
{
    Description = "Instead of builds: lay what the kernels' makefiles combine from its sources, and compare with fdtoverlay",
};
var preprocessor = new Option<int>("--preprocessor")
{
    Description = "Instead of kernels: compare the preprocessor with gcc's on so many random sources",
};
var first = new Option<int>("--first") { Description = "The number of the first random source, to continue a run in parts" };
var seed = new Option<int>("--seed") { Description = "Chooses the random sources", DefaultValueFactory = _ => 1 };
var folders = new Option<string[]>("--folders")
{
    Description = "Instead of trees: the folder of a kernel's source, and one with the blobs and .cmd files of its build",
    Arity = new(2, 2),
    AllowMultipleArgumentsPerToken = true,
};
var command = new RootCommand(
    "Compares device-tree blobs with those that kernels' own builds make with cpp, dtc and fdtoverlay")
    {
        trees, architectures, filter, jobs, folders, suite, overlays, preprocessor, first, seed, report,
    };
command.SetAction(async (parsed, cancel) =>
{
    if (parsed.GetValue(preprocessor) is > 0 and var sources)
        return new CppRun(parsed.GetValue(seed), Console.Out).Run(sources, parsed.GetValue(first), cancel) == 0 ? 0 : 1;
    var run = new ConformanceRun(parsed.GetValue(filter)!, parsed.GetValue(jobs));
    if (parsed.GetValue(folders) is [var source, var expected])
        return Show(run.Compare(source, expected, cancel), expected) ? 0 : 1;
    try
    {
        if (parsed.GetValue(suite))
            return await RunSuiteAsync(parsed.GetValue(report), cancel).ConfigureAwait(false);
        if (parsed.GetValue(overlays))
        {
            return await RunOverlaysAsync(
                parsed.GetValue(trees)!, parsed.GetValue(architectures)!, parsed.GetValue(filter)!, parsed.GetValue(report), cancel)
                .ConfigureAwait(false);
        }

        var isGood = true;
        var rows = new List<string>();
        foreach (var tree in parsed.GetValue(trees)!)
        {
            foreach (var architecture in parsed.GetValue(architectures)!)
            {
                var outcomes = await run.RunAsync(tree, architecture, new PlainConsole(Console.Out), cancel).ConfigureAwait(false);
                isGood &= Show(outcomes, $"{tree} {architecture}");
                rows.Add(Row(tree, architecture, outcomes));
            }
        }

        if (parsed.GetValue(report) is { } file)
            await File.WriteAllTextAsync(file.FullName, Report(rows), cancel).ConfigureAwait(false);
        return isGood ? 0 : 1;
    }
    catch (BuildFailedException exception)
    {
        await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
        return 2;
    }
});
return await command.Parse(args).InvokeAsync().ConfigureAwait(false);

static async Task<int> RunSuiteAsync(FileInfo? report, CancellationToken cancel)
{
    var cases =
        await new DtcTestSuite(
            await DtcTools.BuildAsync(new PlainConsole(Console.Out), cancel).ConfigureAwait(false)).RunAsync(cancel).ConfigureAwait(
            false);
    if (report is not null)
        await File.WriteAllTextAsync(report.FullName, SuiteReport.Of(cases), cancel).ConfigureAwait(false);
    foreach (var surprise in SuiteReport.Surprises(cases))
        Console.WriteLine(surprise);
    Console.WriteLine($"{DtcTools.Source}: {cases.Count(@case => @case.Passed)} of {cases.Count} cases pass");
    return SuiteReport.Surprises(cases).Count > 0 ? 1 : 0;
}

static async Task<int> RunOverlaysAsync(string[] trees, string[] architectures, string filter, FileInfo? report, CancellationToken cancel)
{
    var folder = Directory.CreateTempSubdirectory("bsp-overlays-").FullName;
    try
    {
        var (isGood, rows) = (true, new List<string>());
        foreach (var tree in trees)
        {
            var run = await OverlayRun.CreateAsync(tree, folder, new PlainConsole(Console.Out), cancel).ConfigureAwait(false);
            foreach (var architecture in architectures)
            {
                var outcomes = run.Combinations(architecture)
                    .Where(combination => combination.Name.Contains(filter, StringComparison.Ordinal))
                    .Select(run.Compare)
                    .ToList();
                // Not every architecture combines any.
                if (outcomes.Count == 0)
                    continue;
                isGood &= Show(outcomes, $"{tree} {architecture}");
                rows.Add(Row(tree, architecture, outcomes));
            }
        }

        if (report is not null)
            await File.WriteAllTextAsync(report.FullName, OverlayReport(rows), cancel).ConfigureAwait(false);
        return isGood && rows.Count > 0 ? 0 : 1;
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static string OverlayReport(IEnumerable<string> rows) =>
    $"""
    # Overlays on their trees

    What kernels' makefiles combine of a tree and overlays (`foo-dtbs := base.dtb overlay.dtbo`), laid from the sources by `bsp dt overlay` and checked by `bsp dt check --base` without an error, and how many come out byte for byte as {DtcTools.Source}'s fdtoverlay makes them: `dotnet run --project tests/Bsp.DeviceTree.Conformance -- --overlays`.

    | kernel | architecture | the same | different |
    |---|---|--:|--:|
    {string.Join('\n', rows)}

    """;

static string Row(string tree, string architecture, IReadOnlyList<BlobOutcome> outcomes) =>
    $"| {tree} | {architecture} | {outcomes.Count(outcome => outcome.IsSame)} | {outcomes.Count(outcome => !outcome.IsSame)} |";

static string Report(IEnumerable<string> rows) =>
    $"""
    # Device trees

    Blobs, overlays and composites of kernels' own builds, and how many of them come out byte for byte the same: `dotnet run --project tests/Bsp.DeviceTree.Conformance`.

    | kernel | architecture | the same | different |
    |---|---|--:|--:|
    {string.Join('\n', rows)}

    """;

// A run that compared nothing has shown nothing.
static bool Show(IReadOnlyList<BlobOutcome> outcomes, string name)
{
    foreach (var outcome in outcomes.Where(outcome => !outcome.IsSame))
        Console.WriteLine($"different: {outcome.Target}\n  {outcome.Details!.Replace("\n", "\n  ", StringComparison.Ordinal)}");
    var same = outcomes.Count(outcome => outcome.IsSame);
    Console.WriteLine($"{name}: {same} the same, {outcomes.Count - same} different");
    return same == outcomes.Count && same > 0;
}
