using Bsp.Build;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

partial class Build
{
    [Parameter("Test: words from the names of test projects, classes or methods; only what has one of them runs")]
    readonly string[] Filter = [];

    static AbsolutePath TestResultsDirectory => ArtifactsDirectory / "tests";

    Target Test => _ => _
        .Description("Compiles everything and runs all tests, those that boot firmware in QEMU last; --filter WORD… chooses")
        .After(Check, Generate, Image)
        .Produces("artifacts/tests/*.trx")
        .Executes(TestAsync);

    async Task TestAsync()
    {
        Directory.CreateDirectory(TestResultsDirectory);
        await DotNet.BuildAsync(RootDirectory, "Bsp.sln", _cancel.Token);
        var sum = TestResults.None;
        foreach (var project in TestProject.All(RootDirectory))
        {
            // A word that is in the project's name chooses all of the project, other words choose among its tests.
            var whole = Filter.Any(x => project.Name.Contains(x, StringComparison.OrdinalIgnoreCase));
            var words = Filter.Where(x => !TestProject.All(RootDirectory).Any(y => y.Name.Contains(x, StringComparison.OrdinalIgnoreCase)))
                .ToList();
            if (Filter.Length > 0 && !whole && words.Count == 0)
                continue;
            Log.Information("{Project}", project.Name);
            var results = await project.RunAsync(whole ? [] : words, TestResultsDirectory, _cancel.Token);
            Log.Information("{Project}: {Results}", project.Name, results);
            sum += results;
        }

        foreach (var failure in sum.Failures)
            Log.Error("failed: {Test}", failure.Name);
        await File.WriteAllLinesAsync(TestResultsDirectory / "failures", sum.Failures.Select(x => x.ToString()), _cancel.Token);
        await File.WriteAllTextAsync(TestResultsDirectory / "summary", $"{sum}\n", _cancel.Token);
        Log.Information("{Results}", sum);
        if (sum.Failed > 0)
            throw new BuildFailedException($"{sum}; {TestResultsDirectory} has the results");
        if (sum is { Passed: 0, Skipped: 0 })
            throw new BuildFailedException($"no test has {string.Join(" or ", Filter)} in its name");
    }
}
