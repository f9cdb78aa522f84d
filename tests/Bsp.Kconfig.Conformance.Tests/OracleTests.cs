using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Oracle;

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

    // No package has its source: a checkout may be at hand.
    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    public async Task Buildroot_gives_the_same_bytes_as_its_conf(int randomTrees)
    {
        var folder = Environment.GetEnvironmentVariable("BSP_BUILDROOT");
        Assert.SkipWhen(folder is null, "BSP_BUILDROOT names no Buildroot");
        await CompareAsync(new()
        {
            Trees = ["buildroot"],
            Folders = new Dictionary<string, string> { ["buildroot"] = folder },
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
