using Bsp.Build;
using Bsp.Build.Steps;

namespace Bsp.BuildMachine.Tests.Steps;

public sealed class StepRunnerTests : IDisposable
{
    private readonly TestBuild _build = new();

    public void Dispose() => _build.Dispose();

    [Fact]
    public async Task Needed_steps_run_before_those_that_need_them()
    {
        var first = new TestStep("first");
        var second = new TestStep(
            "second",
            (context, cancel) => File.WriteAllTextAsync(
                Path.Combine(context.Output, "copy"), File.ReadAllText(Path.Combine(context.OutputOf(first), "out")), cancel),
            first);

        var built = await _build.RunAsync(second);

        Assert.Equal("first", File.ReadAllText(Path.Combine(built[second], "copy")));
        Assert.Equal(["started first", "made first", "started second", "made second"], _build.Console.Lines);
    }

    [Fact]
    public async Task Independent_steps_run_at_the_same_time()
    {
        using var both = new Barrier(2);
        Task Meet(StepContext context, CancellationToken cancel) =>
            Task.Run(
                () => Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(20), cancel), "the other step did not start meanwhile"), cancel);

        await _build.RunAsync(new TestStep("a", Meet), new TestStep("b", Meet));
    }

    [Fact]
    public async Task No_more_steps_run_at_a_time_than_there_are_jobs()
    {
        using var build = new TestBuild { Jobs = 2 };
        var (running, most) = (0, 0);
        async Task Count(StepContext context, CancellationToken cancel)
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(30, cancel);
            Interlocked.Decrement(ref running);
        }

        await build.RunAsync([.. Enumerable.Range(0, 8).Select(i => new TestStep("step" + i, Count))]);

        Assert.Equal(2, most);
    }

    [Fact]
    public async Task One_step_that_uses_all_cores_runs_at_a_time()
    {
        var running = 0;
        async Task Alone(StepContext context, CancellationToken cancel)
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Delay(30, cancel);
            Interlocked.Decrement(ref running);
        }

        await _build.RunAsync([.. Enumerable.Range(0, 4).Select(i => new TestStep("step" + i, Alone) { Heavy = true })]);
    }

    [Fact]
    public async Task Two_steps_with_the_same_inputs_are_made_once()
    {
        var one = new TestStep("board one") { Input = "kernel" };
        var two = new TestStep("board two") { Input = "kernel" };

        var built = await _build.RunAsync(one, two);

        Assert.Equal(built[one], built[two]);
        Assert.Equal(1, one.Runs + two.Runs);
    }

    [Fact]
    public async Task What_is_in_the_store_is_not_built_again_and_its_needs_are_not_examined()
    {
        var need = new TestStep("need");
        var goal = new TestStep("goal", null, need);
        await _build.RunAsync(goal);
        _build.Console.Lines.Clear();

        await _build.RunAsync(goal);

        Assert.Equal(["stored goal"], _build.Console.Lines);
        Assert.Equal(1, goal.Runs);
    }

    [Fact]
    public async Task An_output_that_changed_in_the_store_is_built_again()
    {
        var step = new TestStep("step");
        var folder = (await _build.RunAsync(step))[step];
        await File.WriteAllTextAsync(Path.Combine(folder, "out"), "STEP", TestContext.Current.CancellationToken);

        await _build.RunAsync(step);

        Assert.Equal(2, step.Runs);
        Assert.Equal("step", await File.ReadAllTextAsync(Path.Combine(folder, "out"), TestContext.Current.CancellationToken));
        Assert.Contains(
            _build.Console.Lines,
            line => line.StartsWith("note step:", StringComparison.Ordinal) && line.Contains("'out'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_failures_are_reported_and_nothing_half_written_remains()
    {
        using var both = new Barrier(2);
        Func<StepContext, CancellationToken, Task> Fail(string why) => (_, cancel) => Task.Run(() =>
        {
            both.SignalAndWait(TimeSpan.FromSeconds(20));
            throw new BuildFailedException(why);
        }, cancel);
        var after = new TestStep("after", null, new TestStep("a", Fail("no flour")), new TestStep("b", Fail("no salt")));

        var failure = await _build.FailAsync(after);

        Assert.Contains("a: no flour", failure.Message, StringComparison.Ordinal);
        Assert.Contains("b: no salt", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, after.Runs);
        Assert.Empty(_build.Leftovers);
        Assert.Empty(_build.Store.Names());
    }

    [Fact]
    public async Task A_tool_that_fails_shows_its_last_lines_and_the_log()
    {
        var step = new TestStep("cook", (context, cancel) =>
            context.Tools.RunAsync("sh", ["-c", "for i in $(seq 1 30); do echo line $i; done; echo burnt >&2; exit 3"], cancel: cancel));

        var failure = await _build.FailAsync(step);

        Assert.Contains("cook: sh failed with status 3", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line 30", failure.Message, StringComparison.Ordinal);
        Assert.Contains("burnt", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("line 5\n", failure.Message, StringComparison.Ordinal);
        var log = failure.Message.Split("log: ")[1].Trim();
        Assert.Contains("line 5\n", await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_everything_that_a_tool_started()
    {
        using var folder = new TempFolder();
        var mark = Path.Combine(folder, "pid");
        var step = new TestStep("endless", (context, cancel) =>
            context.Tools.RunAsync(
                "sh", ["-c", "sleep 1000 & echo $! > \"$1.new\"; mv \"$1.new\" \"$1\"; wait", "sh", mark], cancel: cancel));
        using var stop = new CancellationTokenSource();
        using var runner = new StepRunner(_build.Store, _build.Settings, _build.Console);
        var run = runner.RunAsync([step], stop.Token);
        while (!File.Exists(mark))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        var child = (await File.ReadAllTextAsync(mark, TestContext.Current.CancellationToken)).Trim();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.False(await RunsAsync(child), "the tool's child still runs");
        Assert.Empty(_build.Leftovers);
    }

    [Fact]
    public void Reading_the_output_of_a_step_that_is_no_need_is_a_fault()
    {
        var stranger = new TestStep("stranger");
        var context = new StepContext("/", "/", null!, _build.Settings, new Dictionary<Step, string>(), _ => { });

        var fault = Assert.Throws<ArgumentException>(() => context.OutputOf(stranger));

        Assert.Contains("'stranger'", fault.Message, StringComparison.Ordinal);
    }

    // A killed process may be a zombie for a moment.
    private static async Task<bool> RunsAsync(string process)
    {
        for (var i = 0; i < 100; i++)
        {
            try
            {
                if (File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal))
                    return false;
            }
            catch (IOException)
            {
                return false;
            }

            await Task.Delay(20);
        }

        return true;
    }
}
