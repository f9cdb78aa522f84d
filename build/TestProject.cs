using System.Text.Json.Nodes;
using Bsp.Firmware;

/// <summary>A test project: its tests run in a process of their own.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Folder">Its folder.</param>
sealed record TestProject(string Name, string Folder)
{
    // A test that takes longer is named while it runs: a system test may take minutes, a hung one would go unnoticed.
    const int LongRunningSeconds = 120;

    string Program => Path.Combine(Folder, "bin", "Debug", "net10.0", Name + ".dll");

    /// <summary>All test projects; those that boot firmware last, as they take longest.</summary>
    public static IReadOnlyList<TestProject> All(string root) =>
    [
        .. Directory.GetFiles(Path.Combine(root, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Select(x => new TestProject(Path.GetFileNameWithoutExtension(x), Path.GetDirectoryName(x)!))
            .OrderBy(x => x.Name == "Bsp.System.Tests").ThenBy(x => x.Name, StringComparer.Ordinal),
    ];

    /// <summary>Runs the tests, or those whose full name contains one of the words.</summary>
    /// <param name="words">What names must contain; none for all tests.</param>
    /// <param name="results">The folder for the results.</param>
    /// <param name="cancel">Stops the tests.</param>
    public async Task<TestResults> RunAsync(IReadOnlyList<string> words, string results, CancellationToken cancel)
    {
        if (!File.Exists(Program))
            throw new BuildFailedException($"{Name} was not compiled: there is no '{Program}'");
        var report = Path.Combine(results, Name + ".json");
        File.Delete(report);
        // xunit's own runner (xunit.net/docs/getting-started/v3/cmdline): it writes results without a further package.
        List<string> arguments =
        [
            Program, "-noLogo", "-noColor", "-noAutoReporters", "-longRunning", $"{LongRunningSeconds}", "-result-ctrf", report, "-result-trx", Path.ChangeExtension(report, ".trx"),
            .. words.SelectMany(word => (string[])["-method", $"*{word}*"]),
        ];
        var status = await DotNet.ExecuteAsync(Folder, [.. arguments], cancel);
        return TestResults.Read(Name, status, File.Exists(report) ? await File.ReadAllTextAsync(report, cancel) : null);
    }
}

/// <summary>How the tests of one project, or of all, have ended.</summary>
/// <param name="Passed">How many passed.</param>
/// <param name="Failed">How many failed; a project that broke off counts as one more.</param>
/// <param name="Skipped">How many say that they cannot run here.</param>
/// <param name="Failures">The names of those that failed.</param>
sealed record TestResults(int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures)
{
    public static TestResults None { get; } = new(0, 0, 0, []);

    public static TestResults operator +(TestResults a, TestResults b) =>
        new(a.Passed + b.Passed, a.Failed + b.Failed, a.Skipped + b.Skipped, [.. a.Failures, .. b.Failures]);

    /// <summary>Reads a report in CTRF (ctrf.io). A run that fails without a failed test, or without a report, is a failure itself.</summary>
    public static TestResults Read(string project, int exitCode, string? report)
    {
        var results = report is null ? null : JsonNode.Parse(report)?["results"];
        var summary = results?["summary"];
        var tests = (results?["tests"] as JsonArray ?? []).OfType<JsonObject>();
        var read = new TestResults(
            (int?)summary?["passed"] ?? 0,
            (int?)summary?["failed"] ?? 0,
            (int?)summary?["skipped"] ?? 0,
            [.. tests.Where(x => (string?)x["status"] == "failed").Select(x => (string?)x["name"] ?? "?")]);
        var silent = exitCode != 0 && read.Failed == 0;
        return silent ? read + new TestResults(0, 1, 0, [$"{project} ended with status {exitCode} before all tests were done"]) : read;
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed" + (Skipped > 0 ? $", {Skipped} skipped" : "");
}
