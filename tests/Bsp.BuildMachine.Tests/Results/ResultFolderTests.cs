using System.Globalization;
using Bsp.Build;
using Bsp.Build.Results;

namespace Bsp.BuildMachine.Tests.Results;

public sealed class ResultFolderTests : IDisposable
{
    private const long Date = 1_700_000_000;
    private readonly TempFolder _folder = new();

    private string Results => Path.Combine(_folder, "images", "board");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Results_are_listed_dated_and_known_again()
    {
        var results = await WriteAsync("one", "inputs");

        Assert.True(results.IsUpToDate("inputs", Date));
        Assert.False(results.IsUpToDate("others", Date));
        Assert.Equal(
            "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  disk.img\n",
            await File.ReadAllTextAsync(Path.Combine(Results, "SHA256SUMS"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task New_results_replace_the_old_ones_and_leave_nothing_behind()
    {
        await WriteAsync("one", "1");
        await WriteAsync("two", "2");

        Assert.Equal("two", await File.ReadAllTextAsync(Path.Combine(Results, "disk.img"), TestContext.Current.CancellationToken));
        Assert.Equal(
            [".board.lock", "board"],
            Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_image_that_somebody_wrote_to_is_built_again()
    {
        var results = await WriteAsync("one", "inputs");
        await File.WriteAllTextAsync(Path.Combine(Results, "disk.img"), "eno", TestContext.Current.CancellationToken);

        Assert.False(results.IsUpToDate("inputs", Date));
    }

    [Fact]
    public async Task A_result_is_no_link_to_the_store()
    {
        await WriteAsync("one", "inputs");
        await File.WriteAllTextAsync(Path.Combine(Results, "disk.img"), "mine", TestContext.Current.CancellationToken);

        Assert.Equal("one", await File.ReadAllTextAsync(Path.Combine(_folder, "sourceone"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Of_builds_that_write_at_once_the_last_one_wins_and_nothing_is_mixed()
    {
        // Often enough that two find no folder, and two find one.
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(
                Enumerable.Range(0, 4)
                    .Select(
                        i => Task.Run(
                            () => WriteAsync(i.ToString(CultureInfo.InvariantCulture), i.ToString(CultureInfo.InvariantCulture)))));

            var content = await File.ReadAllTextAsync(Path.Combine(Results, "disk.img"), TestContext.Current.CancellationToken);
            Assert.True(new ResultFolder(Results).IsUpToDate(content, Date));
            Assert.Equal(
                [".board.lock", "board"],
                Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
            Directory.Delete(Results, recursive: true);
        }
    }

    [Fact]
    public async Task What_a_killed_build_left_half_written_is_removed()
    {
        _folder.Write("images/.board.new/disk.img", "half");

        await WriteAsync("one", "inputs");

        Assert.Equal(
            [".board.lock", "board"],
            Directory.GetFileSystemEntries(Path.GetDirectoryName(Results)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("one", await File.ReadAllTextAsync(Path.Combine(Results, "disk.img"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        _folder.Write("images", "a file where the folder should be");

        var failure = await Assert.ThrowsAsync<BuildFailedException>(() => WriteAsync("one", "inputs"));

        Assert.Contains($"'{Results}' cannot be written", failure.Message, StringComparison.Ordinal);
    }

    private async Task<ResultFolder> WriteAsync(string content, string inputs)
    {
        var results = new ResultFolder(Results);
        await results.ReplaceAsync(
            new Dictionary<string, string> { ["disk.img"] = _folder.Write("source" + content, content) },
            files => SampleManifest.Of(files) with { Inputs = inputs },
            Date,
            TestContext.Current.CancellationToken);
        return results;
    }
}
