using Bsp.Build;

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
            Program, "-noLogo", "-noColor", "-noAutoReporters", "-longRunning", $"{LongRunningSeconds}", "-result-ctrf", report,
            "-result-trx", Path.ChangeExtension(report, ".trx"),
            .. words.SelectMany(word => (string[])["-method", $"*{word}*"]),
        ];
        var status = await DotNet.ExecuteAsync(Folder, [.. arguments], cancel);
        return TestResults.Read(Name, status, File.Exists(report) ? await File.ReadAllTextAsync(report, cancel) : null);
    }
}
