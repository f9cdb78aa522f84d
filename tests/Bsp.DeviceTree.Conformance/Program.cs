using System.CommandLine;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.DeviceTree.Conformance;
using Bsp.DeviceTree.Conformance.Cpp;
using Bsp.DeviceTree.Conformance.Dtc;

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
var preprocessor = new Option<int>("--preprocessor")
{
    Description = "Instead of kernels: compare the preprocessor with gcc's on so many random sources",
};
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
        trees, architectures, filter, jobs, folders, suite, preprocessor, seed, report,
    };
command.SetAction(async (parsed, cancel) =>
{
    if (parsed.GetValue(preprocessor) is > 0 and var sources)
        return new CppRun(parsed.GetValue(seed), Console.Out).Run(sources, cancel) == 0 ? 0 : 1;
    var run = new ConformanceRun(parsed.GetValue(filter)!, parsed.GetValue(jobs));
    if (parsed.GetValue(folders) is [var source, var expected])
        return Show(run.Compare(source, expected, cancel), expected) ? 0 : 1;
    try
    {
        if (parsed.GetValue(suite))
            return await RunSuiteAsync(parsed.GetValue(report), cancel).ConfigureAwait(false);
        var isGood = true;
        var rows = new List<string>();
        foreach (var tree in parsed.GetValue(trees)!)
        {
            foreach (var architecture in parsed.GetValue(architectures)!)
            {
                var outcomes = await run.RunAsync(tree, architecture, new PlainConsole(Console.Out), cancel).ConfigureAwait(false);
                isGood &= Show(outcomes, $"{tree} {architecture}");
                rows.Add(
                    $"| {tree} | {architecture} | {outcomes.Count(outcome => outcome.IsSame)} | "
                    + $"{outcomes.Count(outcome => !outcome.IsSame)} |");
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
