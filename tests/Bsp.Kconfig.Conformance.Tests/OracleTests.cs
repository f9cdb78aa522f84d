using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance.Changes;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Fixes;
using Bsp.Kconfig.Conformance.Fragments;
using Bsp.Kconfig.Conformance.Oracle;
using Bsp.Review.Changes;

namespace Bsp.Kconfig.Conformance.Tests;

/// <summary>A sample of what the whole comparison does, small enough for each commit.</summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private static readonly string Root = typeof(OracleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(x => x.Key == "RepositoryRoot").Value!;

    [Theory]
    [InlineData("linux-6.12", "arm64", 8)]
    [InlineData("linux-6.12", "x86", 4)]
    [InlineData("linux-6.12", "mips", 3)]
    [InlineData("linux-6.1", "arm64", 8)]
    [InlineData("linux-newest", "arm64", 3)]
    [InlineData("u-boot-2025.01", "all", 12)]
    [InlineData("busybox-1.37", "all", 40)]
    public async Task A_sample_gives_the_same_bytes_as_conf(string tree, string architecture, int count) => await CompareAsync(new()
    {
        Trees = [tree],
        Architectures = [architecture],
        Sample = count,
        Random = 2,
    });

    [Theory]
    [InlineData("linux-6.12")]
    [InlineData("linux-6.1")]
    [InlineData("linux-newest")]
    public async Task The_tests_that_come_with_conf_pass(string tree) => await CompareAsync(new() { Trees = [tree], Vectors = true });

    // Recorded answers in place of the shell change nothing of what conf does.
    [Theory]
    [InlineData("linux-6.12", "arm64")]
    [InlineData("linux-6.12", "x86")]
    public async Task The_oracle_gives_the_same_bytes_as_conf_on_the_real_shell(string tree, string architecture) =>
        await CompareAsync(new()
        {
            Trees = [tree],
            Architectures = [architecture],
            Sample = 2,
            Random = 0,
            Engine = "real-shell",
            Messages = true,
        });

    // A fast oracle for many questions has to be as right as the slow one.
    [Fact]
    public async Task The_mended_conf_gives_the_same_bytes_as_conf() => await CompareAsync(new()
    {
        Trees = ["linux-6.12"],
        Architectures = ["arm64"],
        Sample = 4,
        Random = 1,
        Engine = "mended-conf",
        Messages = true,
    });

    [Theory]
    [InlineData("linux-6.12", "arm64", 40)]
    [InlineData("linux-6.1", "x86", 20)]
    public async Task What_conf_drops_is_reported_and_what_is_proposed_helps(string tree, string architecture, int count) =>
        await CompareAsync(new()
        {
            Trees = [tree],
            Architectures = [architecture],
            Fragments = count,
        });

    [Theory]
    [InlineData("linux-6.12", "arm64")]
    [InlineData("linux-6.12", "x86")]
    public async Task A_review_shows_what_conf_makes_of_a_change(string tree, string architecture) => await CompareAsync(new()
    {
        Trees = [tree],
        Architectures = [architecture],
        Changes = 10,
    });

    // A review that says less, more, or something else is seen.
    [Theory]
    [InlineData("leaves something out")]
    [InlineData("makes something up")]
    [InlineData("has another value")]
    public async Task A_review_that_is_wrong_is_seen(string fault)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        using var run = new ConformanceRun(
            new() { Trees = ["linux-6.12"], Architectures = ["arm64"], Changes = 4 }, await MachineSettings.ReadAsync(Root, "test", cancel),
            new PlainConsole(console), _ => { })
        {
            Review = input => Spoilt(ChangeRunner.Shown(input), fault),
        };
        var report = await run.RunAsync(cancel);
        Assert.SkipUnless(report.Missing.Count == 0, "the tree cannot be had");
        Assert.Contains(report.Outcomes, outcome => outcome.Verdict == Verdict.Different);
    }

    private static IReadOnlyList<Change> Spoilt(IReadOnlyList<Change> changes, string fault)
    {
        var real = changes.Where(change => change.Before != change.After && change.Rule == ChangeRules.KernelDone).Take(1).ToList();
        return fault switch
        {
            "leaves something out" => [.. changes.Except(real)],
            "makes something up" => [.. changes, new(ChangeRules.KernelConsequence, "CONFIG_MADE_UP") { Before = "n", After = "y" }],
            _ => [.. changes.Except(real), .. real.Select(change => change with { After = change.After + "1" })],
        };
    }

    [Theory]
    [InlineData("linux-6.12", 30)]
    [InlineData("linux-newest", 30)]
    [InlineData("linux-6.1", 30)]
    public async Task Fixes_are_the_smallest_there_are(string tree, int count) =>
        await CompareAsync(new() { Trees = [tree], Fixes = count });

    [Fact]
    public async Task Fixes_of_requests_on_the_kernel_are_confirmed_by_conf() => await CompareAsync(new()
    {
        Trees = ["linux-6.12"],
        Architectures = ["arm64"],
        Requests = 12,
        Pairs = 6,
    });

    // Each kind of wrong proposal is seen.
    [Theory]
    [InlineData("denies")]
    [InlineData("does nothing")]
    [InlineData("adds what nobody needs")]
    [InlineData("is silent about costs")]
    public async Task A_wrong_proposal_of_a_fix_is_seen(string fault)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        using var run = new ConformanceRun(
            new() { Trees = ["linux-6.12"], Fixes = 50 }, await MachineSettings.ReadAsync(Root, "test", cancel),
            new PlainConsole(console), _ => { })
        {
            Propose = @case => Spoilt(@case, FixRunner.Proposed(@case), fault),
        };
        var report = await run.RunAsync(cancel);
        Assert.SkipUnless(report.Missing.Count == 0, "the tree cannot be had");
        var totals = Assert.Single(report.Fixes);
        Assert.False(report.IsClean);
        Assert.NotEqual(0, fault switch
        {
            "denies" => totals.Denied,
            "does nothing" => totals.Wrong,
            "adds what nobody needs" => totals.Found - totals.Smallest,
            _ => totals.Losing,
        });
    }

    // So is each kind of wrong answer about a fragment.
    [Theory]
    [InlineData("keeps a loss to itself", "and it is not reported")]
    [InlineData("calls lost what is kept", "is reported, and conf keeps it")]
    [InlineData("proposes what does not help", "is not reached with what is proposed")]
    public async Task A_wrong_answer_about_a_fragment_is_seen(string fault, string told)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        var engine = FragmentAnswers.OfEngine;
        using var run = new ConformanceRun(
            new() { Trees = ["linux-6.12"], Architectures = ["arm64"], Fragments = 4 },
            await MachineSettings.ReadAsync(Root, "test", cancel), new PlainConsole(console), _ => { })
        {
            Answers = fault switch
            {
                "keeps a loss to itself" => engine with
                {
                    Unmet = (configuration, requests) => engine.Unmet(configuration, requests).Skip(1),
                },
                "calls lost what is kept" => engine with { Unmet = (_, requests) => requests.Select(request => request.Symbol) },
                _ => engine with { Fix = (_, _, _) => new() { Outcome = FixOutcome.Found } },
            },
        };
        var report = await run.RunAsync(cancel);
        Assert.SkipUnless(report.Missing.Count == 0, "the tree cannot be had");
        Assert.Contains(
            report.Outcomes,
            outcome => outcome.Verdict == Verdict.Different && outcome.Details.Contains(told, StringComparison.Ordinal));
    }

    private static FixAnswer Spoilt(FixCase @case, FixAnswer answer, string fault) => fault switch
    {
        "denies" => new() { Outcome = FixOutcome.None },
        "does nothing" => new() { Outcome = FixOutcome.Found },
        "is silent about costs" => answer with { Lost = [] },
        _ when answer.Outcome == FixOutcome.Found && Idle(@case, answer) is { } idle =>
            answer with { Further = [.. answer.Further, idle] },
        _ => answer,
    };

    // The value that a symbol has anyway.
    private static Assignment? Idle(FixCase @case, FixAnswer answer)
    {
        var configuration = new Conf(@case.Tree, []).All(NewValues.Default, FixTruth.With(@case, answer.Further));
        return @case.Tree.Symbols
            .Where(symbol => symbol is { IsDefined: true, HasPrompt: true, IsChoice: false, Type: SymbolType.Bool, Choice: null }
                && configuration.VisibilityOf(symbol) != Tristate.No
                && !@case.Requests.Any(request => request.Symbol == symbol.Name)
                && answer.Further.All(further => further.Symbol != symbol))
            .Select(symbol => new Assignment(symbol, configuration.ValueOf(symbol)))
            .FirstOrDefault();
    }

    // What a defconfig includes, variables and the dialect are left to the command.
    [Theory]
    [InlineData("u-boot-2025.01", "imx8mp_dhcom_")]
    [InlineData("busybox-1.37", "android")]
    public async Task The_commands_give_the_same_bytes_as_conf(string tree, string cases) => await CompareAsync(new()
    {
        Trees = [tree],
        CaseText = cases,
        Random = 0,
        Engine = "commands",
    });

    // No package has their source: a checkout may be at hand. Of Zephyr, each board is a view of its own.
    [Theory]
    [InlineData("buildroot", "BSP_BUILDROOT", null, 0)]
    [InlineData("buildroot", "BSP_BUILDROOT", null, 120)]
    [InlineData("barebox", "BSP_BAREBOX", null, 0)]
    [InlineData("barebox", "BSP_BAREBOX", null, 120)]
    [InlineData("nuttx", "BSP_NUTTX", null, 0)]
    [InlineData("zephyr", "BSP_ZEPHYR", "arm/qemu_cortex_m3", 0)]
    [InlineData("zephyr", "BSP_ZEPHYR", "x86/qemu_x86", 0)]
    public async Task A_checkout_gives_the_same_bytes_as_its_conf(string tree, string variable, string? architecture, int randomTrees)
    {
        var folder = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(folder is null, $"{variable} names no {tree}");
        await CompareAsync(new()
        {
            Trees = [tree],
            Architectures = architecture is null ? [] : [architecture],
            Folders = new Dictionary<string, string> { [tree] = folder },
            Sample = tree == "nuttx" ? 20 : null,
            Random = 20,
            RandomTrees = randomTrees,
        });
    }

    [Theory]
    [InlineData("linux-6.12")]
    [InlineData("linux-6.1")]
    [InlineData("linux-newest")]
    [InlineData("u-boot-2025.01")]
    public async Task Small_random_trees_give_the_same_bytes_and_messages(string tree) => await CompareAsync(new()
    {
        Trees = [tree],
        RandomTrees = 120,
    });

    // The control: another release's conf is not taken for this one's.
    [Fact]
    public async Task Small_random_trees_tell_releases_apart()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        var settings = await MachineSettings.ReadAsync(Root, "test", cancel);
        string older;
        using (var oracles = new OracleBuilder(settings, new PlainConsole(console)))
            older = await oracles.UnpackAsync(oracles.Find("linux-6.1"), cancel);
        var options = new ConformanceOptions
        {
            Trees = ["linux-6.12"],
            Folders = new Dictionary<string, string> { ["linux-6.12"] = older },
            RandomTrees = 40,
        };
        using var run = new ConformanceRun(options, settings, new PlainConsole(console), _ => { });
        var report = await run.RunAsync(cancel);
        Assert.Contains(report.Outcomes, outcome => outcome.Verdict == Verdict.Different);
    }

    private async Task CompareAsync(ConformanceOptions options)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        using var run = new ConformanceRun(
            options, await MachineSettings.ReadAsync(Root, "test", cancel), new PlainConsole(console), _ => { });
        var report = await run.RunAsync(cancel);
        foreach (var line in report.Lines())
            output.WriteLine(line);
        // An old package leaves the archive some day; that is not a fault of the engine.
        Assert.SkipUnless(
            report.Missing.Count == 0, string.Join("\n", report.Missing.Select(missing => missing.What + ": " + missing.Reason)));
        Assert.NotEmpty(report.Outcomes);
        Assert.True(report.IsClean, report.ToMarkdown("a test", shownCases: 5));
        Assert.SkipWhen(report.Outcomes.All(outcome => outcome.Verdict == Verdict.Skipped), "the engine does not do such trees yet");
    }
}
