using System.CommandLine;
using System.Globalization;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.DeviceTree.Bindings.Conformance;
using Bsp.DeviceTrees.Bindings;

var version = new Option<string>("--version-of-dt-schema")
{
    Description =
        "The version of dt-schema: "
        + $"{string.Join(", or ", SchemaRelease.All.Values.Select(release => $"{release.Rules} with {release.Kernel}"))}",
    DefaultValueFactory = _ => SchemaRules.All[^1].Version,
};
version.AcceptOnlyFromAmong([.. SchemaRelease.All.Keys]);
var boards = new Option<int>("--boards")
{
    Description = "How many boards of arm64 are compared, besides those that are always",
    DefaultValueFactory = _ => 60,
};
var examples = new Option<bool>("--examples") { Description = "Compare also the examples of all bindings" };
var report = new Option<FileInfo?>("--report") { Description = "Write what came of it to this file, in Markdown" };
var command = new RootCommand(
    "Compares what a kernel's bindings say about device trees with what Debian's dt-schema makes of them")
    {
        version, boards, examples, report,
    };
command.SetAction(async (parsed, cancel) =>
{
    try
    {
        var release = SchemaRelease.All[parsed.GetValue(version)!];
        var run = await ConformanceRun.CreateAsync(release, new PlainConsole(Console.Out), cancel).ConfigureAwait(false);
        var (rows, details) = (new List<string>(), new List<string>());
        var isGood = !release.HasShippedBoards || Show("boards of this repository", run.Shipped(), rows, details);
        isGood &= Show("boards of arm64", run.Boards(parsed.GetValue(boards)), rows, details);
        if (parsed.GetValue(examples))
            isGood &= Show("examples of the bindings", run.Examples(), rows, details);
        var times = string.Create(
            CultureInfo.InvariantCulture,
            $"Preparing the bindings took {run.Preparation.TotalSeconds:f1} s of processor time, checking all of these trees "
            + $"{run.Validation.TotalSeconds:f1} s.");
        Console.WriteLine(times);
        if (parsed.GetValue(report) is { } file)
            await File.WriteAllTextAsync(file.FullName, Report(release, rows, details, run.Messages, times), cancel).ConfigureAwait(false);
        return isGood ? 0 : 1;
    }
    catch (BuildFailedException exception)
    {
        await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
        return 2;
    }
});
return await command.Parse(args).InvokeAsync().ConfigureAwait(false);

static string Report(
    SchemaRelease release, IEnumerable<string> rows, IReadOnlyList<string> details, IReadOnlyList<string> messages, string times) =>
    $"""
    # Bindings as dt-schema {release.Rules} reads them

    Findings in device trees of {release.Kernel}, compared one by one with those of Debian's dt-schema {release.Rules}, node, property, binding, keyword and words: `dotnet run --project tests/Bsp.DeviceTree.Bindings.Conformance -- --version-of-dt-schema {release.Rules} --examples`.

    | trees | all findings the same | different | not compared | findings that are the same | only here | only there |
    |---|--:|--:|--:|--:|--:|--:|
    {string.Join('\n', rows)}

    {times}
    {List(
        "Different, or not compared:",
        details)}{List(
            "What the preparation says about the bindings:", messages)}{List("What is not compared as it is:", release.Remarks)}
    """;

static string List(string heading, IReadOnlyList<string> lines) =>
    lines.Count == 0 ? "" : $"\n{heading}\n\n{string.Concat(lines.Select(line => $"- {line}\n"))}";

// A run that compared nothing has shown nothing.
static bool Show(string name, IReadOnlyList<TreeOutcome> outcomes, List<string> rows, List<string> details)
{
    foreach (var outcome in outcomes.Where(outcome => !outcome.IsSame))
    {
        Console.WriteLine($"{(outcome.IsCompared ? "different" : "not compared")}: {outcome.Name}");
        foreach (var line in outcome.OnlyHere.Select(verdict => $"only here: {verdict}")
            .Concat(outcome.OnlyThere.Select(verdict => $"only there: {verdict}"))
            .Append(outcome.Fault)
            .OfType<string>())
        {
            Console.WriteLine($"  {line}");
            details.Add(
                $"{Path.GetFileName(outcome.Name)}: "
                + $"{line.Replace(Path.GetDirectoryName(outcome.Name) + "/", "", StringComparison.Ordinal)}");
        }
    }

    var (same, different, others) =
        (outcomes.Count(outcome => outcome.IsSame), outcomes.Count(outcome => outcome.IsCompared && !outcome.IsSame),
            outcomes.Count(outcome => !outcome.IsCompared));
    rows.Add(
        $"| {name} | {same} | {different} | {others} | {outcomes.Sum(outcome => outcome.Same)} | "
        + $"{outcomes.Sum(outcome => outcome.OnlyHere.Count)} | {outcomes.Sum(outcome => outcome.OnlyThere.Count)} |");
    Console.WriteLine(
        $"{name}: {same} the same, {different} different, {others} not compared, "
        + $"{outcomes.Sum(outcome => outcome.Same)} findings the same");
    return different == 0 && same > 0;
}
