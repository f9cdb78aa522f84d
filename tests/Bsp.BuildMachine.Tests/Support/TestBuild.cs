using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.Build.Storage;

namespace Bsp.BuildMachine.Tests.Support;

/// <summary>A store in a temporary folder, and runs on it.</summary>
public sealed class TestBuild : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Cache => _folder;

    public RecordingConsole Console { get; } = new();

    public int Jobs { get; init; } = 2;

    public Store Store => new(Cache);

    public BuildSettings Settings => SettingsFor(Cache) with { Jobs = Jobs };

    public static BuildSettings SettingsFor(string cache) =>
        new() { Version = "1", SourceDateEpoch = 1, CacheFolder = cache, RepositoryRoot = cache };

    public async Task<BuiltSteps> RunAsync(params Step[] goals)
    {
        using var runner = new StepRunner(Store, Settings, Console);
        return await runner.RunAsync(goals, TestContext.Current.CancellationToken);
    }

    public Task<BuildFailedException> FailAsync(params Step[] goals) => Assert.ThrowsAsync<BuildFailedException>(() => RunAsync(goals));

    /// <summary>What is in the store besides whole entries.</summary>
    public IEnumerable<string> Leftovers =>
        Directory.GetFileSystemEntries(Store.Folder).Select(Path.GetFileName).Where(name => name != ".locks" && name!.StartsWith('.'))!;

    public void Dispose() => _folder.Dispose();
}
