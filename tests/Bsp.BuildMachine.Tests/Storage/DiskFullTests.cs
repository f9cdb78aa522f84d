using System.Diagnostics;
using Bsp.Build;
using Bsp.Build.Results;
using Bsp.Build.Steps;
using Bsp.Build.Storage;

namespace Bsp.BuildMachine.Tests.Storage;

/// <summary>A store on a file system of four megabytes.</summary>
public sealed class DiskFullTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly bool _mounted;

    public DiskFullTests() => _mounted = Environment.UserName == "root" && Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", _folder);

    public void Dispose()
    {
        if (_mounted)
            Run("umount", _folder);
        _folder.Dispose();
    }

    [Fact]
    public Task A_step_that_fills_the_disk_names_the_folder_and_leaves_nothing() =>
        FillAsync((context, cancel) => File.WriteAllBytesAsync(Path.Combine(context.Output, "big"), new byte[8 << 20], cancel));

    [Fact]
    public Task A_tool_that_fills_the_disk_names_the_folder_and_leaves_nothing() =>
        FillAsync(
            (context, cancel) => context.Tools.RunAsync(
                "dd", ["if=/dev/zero", "of=" + Path.Combine(context.Output, "big"), "bs=1M", "count=8"], cancel: cancel));

    [Fact]
    public async Task Results_that_do_not_fit_leave_the_old_ones_and_name_the_folder()
    {
        Assert.SkipUnless(_mounted, "a small file system can be mounted by root only");
        using var sources = new TempFolder();
        var results = Path.Combine(_folder, "images", "board");
        await WriteResultsAsync(results, sources.Write("small", "old"));
        var big = sources.Write("big", "");
        // No zeros: the copy leaves those out.
        await File.WriteAllBytesAsync(big, Enumerable.Repeat((byte)1, 8 << 20).ToArray(), TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<BuildFailedException>(() => WriteResultsAsync(results, big));

        Assert.Contains($"'{results}' cannot be written", failure.Message, StringComparison.Ordinal);
        Assert.Contains("No space left on device", failure.Message, StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(Path.Combine(results, "disk.img"), TestContext.Current.CancellationToken));
        Assert.Equal(["board"], Directory.GetDirectories(Path.Combine(_folder, "images")).Select(Path.GetFileName));
    }

    private static Task WriteResultsAsync(string results, string source) => new ResultFolder(results).ReplaceAsync(
        new Dictionary<string, string> { ["disk.img"] = source }, SampleManifest.Of, date: 0, TestContext.Current.CancellationToken);

    private async Task FillAsync(Func<StepContext, CancellationToken, Task> fill)
    {
        Assert.SkipUnless(_mounted, "a small file system can be mounted by root only");
        var store = new Store(_folder);
        using var runner = new StepRunner(store, TestBuild.SettingsFor(_folder), new RecordingConsole());

        var failure =
            await Assert.ThrowsAsync<BuildFailedException>(
                () => runner.RunAsync([new TestStep("fill", fill)], TestContext.Current.CancellationToken));

        Assert.Contains($"there is no space left in '{store.Folder}'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Clean --store", failure.Message, StringComparison.Ordinal);
        Assert.Empty(store.Names());
        Assert.Equal([".locks"], Directory.GetDirectories(store.Folder).Select(Path.GetFileName));
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
