using System.Diagnostics;

namespace Bsp.BuildMachine.Tests.Storage;

/// <summary>Builds in processes of their own, killed and side by side.</summary>
public sealed class KilledBuildTests : IDisposable
{
    private static readonly string Program = typeof(SmallBuild.SourcesStep).Assembly.Location;
    private readonly TempFolder _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task A_build_that_is_killed_at_twenty_random_moments_ends_with_the_same_bytes()
    {
        using var other = new TempFolder();
        var expected = Result(await RunAsync(other));
        // A fixed seed: a failure can be looked at again.
        var random = new Random(20);
        for (var i = 0; i < 20; i++)
        {
            using var build = Start(_cache);
            await Task.Delay(random.Next(0, 900), TestContext.Current.CancellationToken);
            build.Kill(entireProcessTree: false);
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var output = await RunAsync(_cache);

        Assert.Equal(expected, Result(output));
        Assert.DoesNotContain(
            Directory.GetDirectories(Path.Combine(_cache, "store")),
            folder => Path.GetFileName(folder).StartsWith(".draft-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_builds_at_once_the_second_waits_and_takes_what_the_first_makes()
    {
        var outputs = await Task.WhenAll(RunAsync(_cache), RunAsync(_cache));

        Assert.Equal(Result(outputs[0]), Result(outputs[1]));
        var lines = outputs.SelectMany(output => output.Split('\n')).ToList();
        Assert.Equal(4, lines.Count(line => line.Contains(": made in", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("another build is making it; waiting", StringComparison.Ordinal));
    }

    private static string Result(string output) => output.TrimEnd().Split('\n')[^1];

    private static Process Start(string cache) =>
        Process.Start(new ProcessStartInfo("dotnet", [Program, cache]) { RedirectStandardOutput = true })!;

    private static async Task<string> RunAsync(string cache)
    {
        using var build = Start(cache);
        var output = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(build.ExitCode == 0, output);
        return output;
    }
}
