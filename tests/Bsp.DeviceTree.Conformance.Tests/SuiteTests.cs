using Bsp.Build.Progress;
using Bsp.DeviceTree.Conformance.Dtc;

namespace Bsp.DeviceTree.Conformance.Tests;

/// <summary>The test-suite of dtc and its companions, with ours in their place.</summary>
public sealed class SuiteTests
{
    private const int LeastCases = 2000;

    [Fact]
    public async Task Every_case_passes_but_those_that_are_known_to_fail()
    {
        using var log = new StringWriter();
        var cancel = TestContext.Current.CancellationToken;
        var cases = await new DtcTestSuite(await DtcTools.BuildAsync(new PlainConsole(log), cancel)).RunAsync(cancel);
        Assert.Empty(SuiteReport.Surprises(cases));
        Assert.True(cases.Count > LeastCases, $"only {cases.Count} cases were run");
        TestContext.Current.TestOutputHelper?.WriteLine($"{cases.Count(@case => @case.Passed)} of {cases.Count} cases pass");
    }

    [Fact]
    public void A_case_that_fails_or_is_wrongly_said_to_fail_is_a_surprise()
    {
        var known = DtcTestSuite.KnownFailures.Keys.Select(name => new SuiteCase(name, "FAIL Returned error code 1")).ToList();
        Assert.Empty(SuiteReport.Surprises([.. known, new("dtc a.dts", "PASS")]));
        Assert.Equal(["fails: dtc a.dts: FAIL"], SuiteReport.Surprises([.. known, new("dtc a.dts", "FAIL")]));
        Assert.Equal(
            [$"is known to fail, and passes or is gone: {known[0].Name}"],
            SuiteReport.Surprises([known[0] with { Verdict = "PASS" }, .. known.Skip(1)]));
    }

    [Fact]
    public void What_the_suite_prints_is_read_whole_or_not_at_all()
    {
        Assert.Equal(
            [new("dtc a: b", "PASS"), new("cmp", "FAIL differs")],
            DtcTestSuite.Read("dtc a: b:\tPASS\ncmp:\tFAIL differs\n*     Total testcases:\t2\n*                PASS:\t1\n"));
        Assert.Throws<FormatException>(() => DtcTestSuite.Read("dtc a:\tPASS\n*     Total testcases:\t2\n"));
        Assert.Throws<FormatException>(() => DtcTestSuite.Read("dtc a:\tPASS\n"));
    }
}
