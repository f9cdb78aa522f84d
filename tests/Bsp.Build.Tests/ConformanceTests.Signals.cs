using System.Diagnostics;
using System.Globalization;

namespace Bsp.Build.Tests;

/// <summary>Builds that are stopped, and two at once.</summary>
public abstract partial class ConformanceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_first_signal_stops_the_step_and_leaves_no_draft(string signal)
    {
        using var build = Start("LongStep");
        var tool = await ProcessAsync();
        Assert.NotEmpty(Drafts());

        await SignalAsync(build, signal);
        var run = await Command.EndAsync(build).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(Drafts());
        Assert.False(Directory.Exists($"/proc/{tool}"), "the tool that the step started still runs");
        // A shell's 130 is that of a process which SIGINT killed, too; that one says nothing.
        Assert.Single(run.Lines, x => x.StartsWith("Build failed on ", StringComparison.Ordinal));
        Assert.Single(run.Lines, x => x.StartsWith("LongStep", StringComparison.Ordinal) && x.Contains("Failed", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_Ctrl_C_ends_at_once_what_does_not_listen()
    {
        using var build = Start("Deaf");
        await ProcessAsync();

        await SignalAsync(build, "INT");
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Assert.False(build.HasExited);

        await SignalAsync(build, "INT");
        Assert.Equal(130, (await Command.EndAsync(build).WaitAsync(Patience, TestContext.Current.CancellationToken)).ExitCode);
    }

    [Fact]
    public async Task A_second_build_in_the_same_tree_need_not_wait_for_the_first()
    {
        using var first = Start("LongStep");
        await ProcessAsync();

        var second = await RunAsync("First");
        Assert.True(second.ExitCode == 0, second.Output);
        Assert.False(first.HasExited);

        await SignalAsync(first, "INT");
        Assert.Equal(130, (await Command.EndAsync(first).WaitAsync(Patience, TestContext.Current.CancellationToken)).ExitCode);
    }

    private string[] Drafts() => Directory.GetDirectories(_root["cache/store"], ".draft-*");

    // What a shell starts in the background ignores SIGINT, and so does all that it starts.
    private Process Start(string target) => Command.Start(_root.Path, "env", ["--default-signal=INT", "dotnet", Program, target]);

    private static Task<Command> SignalAsync(Process process, string signal) =>
        Command.RunAsync("/", "kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);

    // The id of the process that says so when it runs.
    private async Task<int> ProcessAsync()
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            if (File.Exists(_root["pid"])
                && int.TryParse(await File.ReadAllTextAsync(_root["pid"], TestContext.Current.CancellationToken), out var id))
                return id;
        }

        throw new TimeoutException("nothing has begun to run");
    }
}
