using Bsp.Build;
using Bsp.Build.Steps;
using Bsp.Build.Storage;

namespace Bsp.BuildMachine.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly TestBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task A_flipped_byte_in_a_big_tree_is_found_by_verifying_all()
    {
        var tree = Tree(100);
        var folder = (await _build.RunAsync(tree))[tree];
        Assert.Empty(_build.Store.Verify(_ => { }));

        await File.WriteAllTextAsync(Path.Combine(folder, "7"), "X", TestContext.Current.CancellationToken);

        Assert.Contains("'7' is not what was built", Assert.Single(_build.Store.Verify(_ => { })).Fault, StringComparison.Ordinal);
        using var runner = new StepRunner(_build.Store, _build.Settings with { VerifyStore = true }, _build.Console);
        await runner.RunAsync([tree], TestContext.Current.CancellationToken);
        Assert.Equal(2, tree.Runs);
        Assert.Empty(_build.Store.Verify(_ => { }));
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData("7", "longer")]
    [InlineData("new", "x")]
    public async Task A_file_of_a_big_tree_that_is_gone_longer_or_new_is_found_at_once(string name, string? content)
    {
        var tree = Tree(100);
        var path = Path.Combine((await _build.RunAsync(tree))[tree], name);
        if (content is null)
            File.Delete(path);
        else
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        await _build.RunAsync(tree);

        Assert.Equal(2, tree.Runs);
    }

    [Fact]
    public async Task Links_and_modes_survive_in_the_store()
    {
        var step = new TestStep("modes", (context, _) =>
        {
            File.CreateSymbolicLink(Path.Combine(context.Output, "link"), "/does/not/exist");
            File.SetUnixFileMode(Path.Combine(context.Output, "out"), UnixFileMode.UserRead | UnixFileMode.SetUser);
            return Task.CompletedTask;
        });
        var folder = (await _build.RunAsync(step))[step];

        await _build.RunAsync(step);

        Assert.Equal(1, step.Runs);
        Assert.Equal("/does/not/exist", new FileInfo(Path.Combine(folder, "link")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.SetUser, File.GetUnixFileMode(Path.Combine(folder, "out")));
    }

    [Fact]
    public async Task Trimming_removes_what_was_used_longest_ago()
    {
        await _build.RunAsync(new TestStep("old"));
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await _build.RunAsync(new TestStep("new"));
        await _build.RunAsync(new TestStep("old"));

        var result = StoreTrim.Trim(_build.Store, TimeSpan.FromDays(1), maxBytes: 4);

        Assert.Equal(new TrimResult(1, 3, 3), result);
        _build.Console.Lines.Clear();
        await _build.RunAsync(new TestStep("old"));
        Assert.Equal(["stored old"], _build.Console.Lines);
    }

    [Fact]
    public async Task Trimming_removes_what_was_not_used_for_long()
    {
        await _build.RunAsync(new TestStep("step"));

        Assert.Equal(1, StoreTrim.Trim(_build.Store, TimeSpan.Zero, long.MaxValue).Entries);

        Assert.Empty(_build.Store.Names());
    }

    [Fact]
    public async Task Trimming_waits_for_no_build_but_says_that_one_runs()
    {
        var step = new TestStep("running", (_, _) =>
        {
            var fault = Assert.Throws<BuildFailedException>(() => StoreTrim.Trim(_build.Store, TimeSpan.Zero, 0));
            Assert.Contains("a build is using", fault.Message, StringComparison.Ordinal);
            return Task.CompletedTask;
        });

        await _build.RunAsync(step);
    }

    [Fact]
    public async Task Too_little_space_is_said_before_the_step_runs()
    {
        var step = new TestStep("huge") { Expected = 1L << 60 };

        var failure = await _build.FailAsync(step);

        Assert.Contains(_build.Store.Folder, failure.Message, StringComparison.Ordinal);
        Assert.Contains("1152921504607 MB are needed", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, step.Runs);
    }

    [Fact]
    public async Task Trimming_a_cache_removes_old_downloads_and_logs_too()
    {
        await _build.RunAsync(new TestStep("step"));
        var log = Assert.Single(Directory.GetFiles(Path.Combine(_build.Cache, "logs")));
        Directory.CreateDirectory(Path.Combine(_build.Cache, "downloads"));
        var (old, recent) = (Path.Combine(_build.Cache, "downloads", "old"), Path.Combine(_build.Cache, "downloads", "recent"));
        await File.WriteAllTextAsync(old, "12345", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(recent, "12345", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-8));
        File.SetLastWriteTimeUtc(log, DateTime.UtcNow.AddDays(-8));

        CacheTrim.Trim(_build.Cache, TimeSpan.FromDays(7), long.MaxValue);

        Assert.False(File.Exists(old));
        Assert.False(File.Exists(log));
        Assert.True(File.Exists(recent));
        Assert.Single(_build.Store.Names());
    }

    private static TestStep Tree(int files) => new("tree", (context, _) =>
    {
        foreach (var i in Enumerable.Range(0, files))
            File.WriteAllText(Path.Combine(context.Output, i.ToString(System.Globalization.CultureInfo.InvariantCulture)), "x");
        return Task.CompletedTask;
    });
}
