using System.Reflection;
using Bsp.Build;
using Bsp.Build.Progress;
using Bsp.Kconfig.Conformance.Comparison;
using Bsp.Kconfig.Conformance.Contract;

namespace Bsp.Kconfig.Conformance.Tests;

/// <summary>That a wrong engine is found out: a comparison that cannot fail proves nothing.</summary>
public sealed class VerdictTests
{
    private static readonly string Root = typeof(VerdictTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(x => x.Key == "RepositoryRoot").Value!;

    [Fact]
    public async Task An_engine_that_writes_an_empty_file_differs()
    {
        var report = await RunAsync(new Engine(_ => new() { ExitStatus = 0, Output = [] }));

        Assert.False(report.IsClean);
        Assert.DoesNotContain(report.Outcomes, outcome => outcome.Verdict == Verdict.Same);
        Assert.Contains("-CONFIG_", report.ToMarkdown("a test", shownCases: 50), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_that_only_fails_differs_even_where_conf_has_to_fail()
    {
        var report = await RunAsync(new Engine(_ => new() { ExitStatus = 1 }));

        // Their messages are what those tests are about.
        Assert.All(report.Outcomes, outcome => Assert.Equal(Verdict.Different, outcome.Verdict));
    }

    [Fact]
    public async Task An_engine_that_throws_fails_and_the_other_cases_go_on()
    {
        var report = await RunAsync(new Engine(_ => throw new NotSupportedException("no such thing")));

        Assert.True(report.Outcomes.Count > 10);
        Assert.All(report.Outcomes, outcome => Assert.Equal(Verdict.Failed, outcome.Verdict));
    }

    [Fact]
    public async Task What_an_engine_does_not_do_is_counted_as_skipped()
    {
        var report = await RunAsync(new Engine(null));

        Assert.True(report.IsClean);
        Assert.StartsWith("0 the same, 0 different, 0 failed", report.Summary, StringComparison.Ordinal);
        Assert.All(report.Outcomes, outcome => Assert.Equal(Verdict.Skipped, outcome.Verdict));
    }

    private static async Task<ConformanceReport> RunAsync(IKconfigUnderTest engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var console = new StringWriter();
        var settings = await MachineSettings.ReadAsync(Root, "test", cancel);
        using var run = new ConformanceRun(
            new() { Trees = ["linux-6.12"], Vectors = true }, settings, new PlainConsole(console), _ => { })
        {
            Engine = engine,
        };
        var report = await run.RunAsync(cancel);
        Assert.SkipUnless(report.Missing.Count == 0, string.Join("\n", report.Missing.Select(missing => missing.Reason)));
        Assert.NotEmpty(report.Outcomes);
        return report;
    }

    private sealed class Engine(Func<KconfigCase, KconfigResult>? run) : IKconfigUnderTest
    {
        public string Name => "a test's engine";

        public bool Supports(KconfigCase @case) => run is not null;

        public KconfigResult Run(KconfigCase @case) => run!(@case);
    }
}
