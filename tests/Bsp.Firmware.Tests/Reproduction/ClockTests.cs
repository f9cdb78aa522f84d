using System.Diagnostics;
using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Firmware.Reproduction;

namespace Bsp.Firmware.Tests.Reproduction;

/// <summary>Small builds in processes of their own, under the machine's clock and another one.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly string Program = typeof(BuildMachine.SmallBuild.SourcesStep).Assembly.Location;
    private readonly TempFolder _cache = new();
    private readonly TempFolder _clock = new();

    private string Logs => Path.Combine(_cache, "logs");

    private Dictionary<string, string> Settings => FakeClock.Prepare(Path.Combine(_clock, "tools"));

    public void Dispose()
    {
        _cache.Dispose();
        _clock.Dispose();
    }

    [Fact]
    public async Task Every_tool_of_a_build_under_another_clock_has_that_clock()
    {
        var begin = DateTimeOffset.UtcNow.AddDays(40);

        await RunAsync([.. FakeClock.Command(40), "dotnet"], Settings);

        Assert.Equal(4, ClockCheck.Check(Logs, begin, DateTimeOffset.UtcNow.AddDays(40)));
        Assert.Throws<BuildFailedException>(() => ClockCheck.Check(Logs, begin.AddDays(1), DateTimeOffset.UtcNow.AddDays(41)));
    }

    [Fact]
    public async Task A_build_under_the_machines_clock_is_not_taken_for_another()
    {
        await RunAsync(["dotnet"], new Dictionary<string, string>());

        var failure = Assert.Throws<BuildFailedException>(
            () => ClockCheck.Check(Logs, DateTimeOffset.UtcNow.AddDays(40), DateTimeOffset.UtcNow.AddDays(41)));
        Assert.Contains("it had that of the machine", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_build_that_made_nothing_shows_nothing() =>
        Assert.Contains(
            "made nothing", Assert.Throws<BuildFailedException>(() => ClockCheck.Check(Logs, default, default)).Message,
            StringComparison.Ordinal);

    [Fact]
    public async Task Dates_of_files_are_as_on_the_disk_and_in_one_order_whoever_writes_them()
    {
        // A stated date, one written by a program, one touched, and what each tells make.
        const string script =
            "touch -d @1000000000 stated; echo > written; sleep 0.05; touch touched; sleep 0.05; echo > last; stat -c %Y stated; "
            + "[ touched -nt written ] && [ last -nt touched ] && echo in order";

        var output = await RunAsync([.. FakeClock.Command(40), "sh", "-c", script], Settings, program: false);

        Assert.Equal("1000000000\nin order\n", output);
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(1_000_000_000).UtcDateTime, File.GetLastWriteTimeUtc(Path.Combine(_cache, "stated")));
        Assert.True(File.GetLastWriteTimeUtc(Path.Combine(_cache, "touched")) < DateTime.UtcNow.AddMinutes(1));
    }

    private async Task<string> RunAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> variables, bool program = true)
    {
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), .. (program ? new string[] { Program, _cache } : [])])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = _cache,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        return output;
    }
}
