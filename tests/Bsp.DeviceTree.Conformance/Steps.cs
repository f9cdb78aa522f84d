using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.Build.Steps;
using Bsp.Build.Storage;

namespace Bsp.DeviceTree.Conformance;

/// <summary>Runs steps as a build of firmware does: each once, its output kept in the store.</summary>
internal static class Steps
{
    /// <summary>The repository's pinned sources.</summary>
    public static LockFile Sources => LockFile.Load(Root);

    private static string Root =>
        typeof(Steps).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(x => x.Key == "RepositoryRoot").Value!;

    /// <summary>Runs steps, after those that they need.</summary>
    /// <returns>The folders with their outputs.</returns>
    public static async Task<BuiltSteps> RunAsync(IReadOnlyList<Step> steps, IBuildConsole console, CancellationToken cancel)
    {
        var settings = await MachineSettings.ReadAsync(Root, null, cancel).ConfigureAwait(false);
        using var runner = new StepRunner(new Store(settings.CacheFolder), settings, console);
        return await runner.RunAsync(steps, cancel).ConfigureAwait(false);
    }
}
