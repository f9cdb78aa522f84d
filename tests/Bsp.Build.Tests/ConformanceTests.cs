namespace Bsp.Build.Tests;

/// <summary>One table of cases that Nuke.Common and the fallback answer alike.</summary>
public abstract partial class ConformanceTests : IDisposable
{
    private readonly TempFolder _root = new();

    protected ConformanceTests() => Directory.CreateDirectory(_root[".nuke"]);

    /// <summary>The compiled conformance build, or skips the test with the reason why there is none.</summary>
    protected abstract string Program { get; }

    public static TheoryData<string, string> Orders => new()
    {
        { "", "First Second Last" },
        { "First", "First" },
        { "Second", "First Second" },
        { "second", "First Second" },
        { "Last Second", "First Second Last" },
        { "Second Early", "Early First Second" },
        { "Late Last", "First Second Last Late" },
        { "Late", "Late" },
        { "Trigger", "Trigger Triggered" },
        { "--target Second", "First Second" },
        { "Last --skip Second", "First Last" },
        { "AfterSoftFailure --skip FailsSoftly", "AfterSoftFailure" },
        { "Last --skip", "Last" },
        { "Conditional", "First" },
        { "Conditional --dry-run", "First Conditional" },
        { "Static", "" },
        { "Static --dry-run", "First Static" },
        { "Hidden", "Hidden" },
    };

    public static TheoryData<string, string, string> Values => new()
    {
        { "Show", "", "Words=default" },
        { "Show --words one", "", "Words=one" },
        { "Show --words one two", "", "Words=one|two" },
        { "Show --words one,two", "", "Words=one|two" },
        { "Show --words one --dry-run", "", "Words=one" },
        { "Show", "WORDS=one,two", "Words=one|two" },
        { "Show", "NUKE_WORDS=one", "Words=one" },
        { "Show --words cli", "WORDS=environment", "Words=cli" },
        { "Show", "", "Number=" },
        { "Show --number 3", "", "Number=3" },
        { "Show --Number 3", "", "Number=3" },
        { "Show", "NUMBER=4", "Number=4" },
        { "Show", "", "DryRun=False" },
        { "Show --dry-run", "", "DryRun=True" },
        { "Show --dryrun", "", "DryRun=True" },
        { "Show --dry-run false", "", "DryRun=False" },
        { "Show", "DRY_RUN=true", "DryRun=True" },
        { "Show --colour green", "", "Colour=Green" },
        { "Show --number 1 --number 2", "", "Number=2" },
    };

    public static TheoryData<string, string, string> Misfits => new()
    {
        { "Show --number x", "", "--number is given 'x', but takes one whole number" },
        { "Show --number 1 2", "", "--number is given '1 2', but takes one whole number" },
        { "Show --number", "", "--number is given no value, but takes one whole number" },
        { "Show --token", "", "--token is given no value, but takes one value" },
        { "Show --dry-run perhaps", "", "--dry-run is given 'perhaps', but takes 'true' or 'false', or no value" },
        { "Show --colour blue", "", "--colour is given 'blue', but takes Red or Green" },
        { "Show --verbosity loud", "", "--verbosity is given 'loud', but takes Verbose or Normal or Minimal or Quiet" },
        { "Show", "NUMBER=x", "the variable NUMBER is 'x', but the parameter Number takes one whole number" },
        { "Show", "NUKE_DRY_RUN=1", "the variable NUKE_DRY_RUN is '1', but the parameter DryRun takes 'true' or 'false', or no value" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Targets_run_in_order(string arguments, string expected)
    {
        var run = await RunAsync(arguments);
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), run.Ran);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Parameters_get_their_values(string arguments, string environment, string expected)
    {
        var run = await RunAsync(arguments, environment);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Lines);
    }

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task A_value_that_does_not_fit_its_parameter_is_refused(string arguments, string environment, string message)
    {
        var run = await RunAsync(arguments, environment);
        Assert.Equal((1, message), (run.ExitCode, run.Output.TrimEnd()));
    }

    [Fact]
    public async Task A_value_of_the_parameters_file_is_used_when_nothing_else_is_given()
    {
        _root.Write(".nuke/parameters.json", """{ "Words": ["file"], "Number": 9 }""");
        Assert.Contains("Words=file", (await RunAsync("Show")).Lines);
        Assert.Contains("Number=5", (await RunAsync("Show --number 5")).Lines);
    }

    [Fact]
    public async Task Success_is_0() => Assert.Equal(0, (await RunAsync("First")).ExitCode);

    [Fact]
    public async Task A_failing_target_fails_the_build_and_stops_it()
    {
        var run = await RunAsync("AfterFailure");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Ran);
        Assert.Contains("it went wrong", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_looks_for_a_fault_in_the_build_gets_the_stack() =>
        Assert.Contains("   at Build.", (await RunAsync("Fails --verbosity verbose")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_failure_that_may_be_passed_over_still_fails_the_build()
    {
        var run = await RunAsync("AfterSoftFailure");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["AfterSoftFailure"], run.Ran);
    }

    [Fact]
    public async Task A_build_chooses_its_exit_code() => Assert.Equal(7, (await RunAsync("WithExitCode")).ExitCode);

    [Fact]
    public async Task An_unknown_target_is_refused_and_the_known_ones_are_named()
    {
        var run = await RunAsync("Secnd");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Target with name 'Secnd' does not exist", run.Output, StringComparison.Ordinal);
        Assert.Contains("- Second", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Ran);
    }

    [Fact]
    public async Task A_missing_parameter_stops_the_build_before_anything_runs()
    {
        var run = await RunAsync("Needy");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Needy", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Ran);
    }

    [Fact]
    public async Task A_required_parameter_that_is_given_lets_the_target_run() =>
        Assert.Equal(["Needy"], (await RunAsync("Needy --token x")).Ran);

    [Fact]
    public async Task Help_lists_targets_with_dependencies_and_parameters_and_runs_nothing()
    {
        var run = await RunAsync("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            run.Lines,
            x => x.StartsWith("Last (default)", StringComparison.Ordinal) && x.EndsWith("-> Second, First", StringComparison.Ordinal));
        Assert.Contains("The first of three", run.Lines);
        Assert.Contains(run.Lines, x => x.StartsWith("--output-file", StringComparison.Ordinal));
        Assert.Contains(run.Lines, x => x.StartsWith("--skip", StringComparison.Ordinal));
        Assert.DoesNotContain("Hidden", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Ran);
    }

    [Fact]
    public async Task The_plan_is_printed_and_no_browser_is_opened()
    {
        // What .NET opens a page with.
        _root.Write("bin/xdg-open", $"#!/bin/sh\ntouch {_root["opened"]}\n");
        File.SetUnixFileMode(_root["bin/xdg-open"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var run = await RunAsync("Last --plan", $"PATH={_root["bin"]}:{Environment.GetEnvironmentVariable("PATH")}");
        Assert.Equal((0, "First\nSecond -> First\nLast -> Second, First"), (run.ExitCode, run.Output.Trim()));
        Assert.False(File.Exists(_root["opened"]));
    }

    [Theory]
    [InlineData("Last")]
    [InlineData("AfterFailure")]
    [InlineData("--help")]
    [InlineData("Secnd")]
    public async Task There_are_no_colours_in_a_pipe(string arguments) =>
        Assert.DoesNotContain("\e[", (await RunAsync(arguments, "TERM=xterm-256color")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task There_are_no_colours_on_a_terminal_that_asks_for_none()
    {
        var coloured = await OnTerminalAsync("-u NO_COLOR");
        Assert.Contains("\e[3", coloured.Output, StringComparison.Ordinal);
        var plain = await OnTerminalAsync("NO_COLOR=1");
        Assert.Contains("ran:Last", plain.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\e\[[0-9;]*m", plain.Output);

        // script gives the program a terminal.
        Task<Command> OnTerminalAsync(string colour) =>
            Command.RunAsync(_root.Path, "script", ["-qec", $"env {colour} TERM=xterm-256color dotnet {Program} Last", "/dev/null"]);
    }

    [Fact]
    public async Task The_build_tells_the_time_alike()
    {
        Assert.Matches(@"(?m)^Build succeeded on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\r?$", (await RunAsync("First")).Output);
        Assert.Matches(@"(?m)^Build failed on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\r?$", (await RunAsync("Fails")).Output);
    }

    [Fact]
    public async Task The_schema_for_completion_is_what_Nuke_writes()
    {
        await RunAsync("First");
        Assert.Equal(
            await File.ReadAllTextAsync(
                Repository.At("tests", "ConformanceBuild", "build.schema.json"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(_root[".nuke/build.schema.json"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_root_is_found_from_a_folder_below_and_a_relative_path_is_below_the_current_folder()
    {
        var below = Directory.CreateDirectory(_root["x/y"]).FullName;
        var run = await Command.RunAsync(below, "dotnet", [Program, "Show", "--output-file", "out.txt"]);
        Assert.Contains($"Root={_root.Path}", run.Lines);
        Assert.Contains($"Below={_root.Path}/a/b", run.Lines);
        Assert.Contains($"OutputFile={below}/out.txt", run.Lines);
    }

    [Fact]
    public async Task The_table_at_the_end_has_each_target_with_its_outcome()
    {
        var run = await RunAsync("Last");
        foreach (var target in new[] { "First", "Second", "Last" })
        {
            Assert.Contains(
                run.Lines, x => x.StartsWith(target, StringComparison.Ordinal) && x.Contains("Succeeded", StringComparison.Ordinal));
        }
    }

    public void Dispose()
    {
        _root.Dispose();
        GC.SuppressFinalize(this);
    }

    private Task<Command> RunAsync(string arguments, string environment = "") => Command.RunAsync(
        _root.Path,
        "dotnet",
        [Program, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        environment.Split('=', 2) is [var name, var value] ? [(name, value)] : []);
}

/// <summary>The cases on build/fallback.</summary>
public sealed class FallbackConformanceTests : ConformanceTests
{
    protected override string Program => Repository.At("tests/ConformanceBuild/bin/fallback/Debug/ConformanceBuild.dll");
}

/// <summary>The cases on the real Nuke.Common, where the mirror has it.</summary>
public sealed class PackageConformanceTests : ConformanceTests
{
    // NuGet's own words for what build.sh takes for absent.
    private static readonly string[] Unavailable = ["NU1101", "NU1102", "NU1301"];
    private const string Absent = "Nuke.Common cannot be restored from this machine's package mirror";
    private static readonly Lazy<Task<(string? Program, string Reason)>> Compiled = new(CompileAsync);

    protected override string Program
    {
        get
        {
            var (program, reason) = Compiled.Value.GetAwaiter().GetResult();
            Assert.SkipWhen(program is null, reason);
            return program!;
        }
    }

    private static async Task<(string? Program, string Reason)> CompileAsync()
    {
        // build.sh has asked the mirror and remembers the answer.
        var remembered = Repository.At(".nuke/temp/restore-package.log");
        if (File.Exists(remembered) && IsUnavailable(await File.ReadAllTextAsync(remembered)))
            return (null, Absent);
        var build = await Command.RunAsync(
            Repository.Root, "dotnet",
            [
                "build", "tests/ConformanceBuild/ConformanceBuild.csproj", "-p:NukeProvider=package", "-p:UseSharedCompilation=false",
                "-nodeReuse:false", "-v:quiet", "-nologo",
            ]);
        if (IsUnavailable(build.Output))
            return (null, Absent);
        return build.ExitCode == 0
            ? (Repository.At("tests/ConformanceBuild/bin/package/Debug/ConformanceBuild.dll"), "")
            : throw new InvalidOperationException($"the conformance build does not compile on Nuke.Common:\n{build.Output}");
    }

    private static bool IsUnavailable(string output) => Unavailable.Any(x => output.Contains(x, StringComparison.Ordinal));
}
