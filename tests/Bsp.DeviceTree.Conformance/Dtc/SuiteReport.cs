namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>What came of dtc's test-suite, in Markdown.</summary>
internal static class SuiteReport
{
    /// <summary>What is not as it is known to be: cases that fail, and cases that are said to fail and pass.</summary>
    public static IReadOnlyList<string> Surprises(IReadOnlyList<SuiteCase> cases) =>
    [
        .. cases.Where(@case => !@case.Passed && !DtcTestSuite.KnownFailures.ContainsKey(@case.Name))
            .Select(@case => $"fails: {@case.Name}: {@case.Verdict}"),
        .. DtcTestSuite.KnownFailures.Keys.Where(name => !cases.Any(@case => @case.Name == name && !@case.Passed))
            .Select(name => $"is known to fail, and passes or is gone: {name}"),
    ];

    /// <summary>The report.</summary>
    public static string Of(IReadOnlyList<SuiteCase> cases) =>
        $"""
        # dtc's own test-suite

        The suite of {DtcTools.Source} with `bsp` in the place of {string.Join(
            ", ", DtcTools.Names)}: `dotnet run --project tests/Bsp.DeviceTree.Conformance -- --suite`.

        | cases | passed | failed |
        |--:|--:|--:|
        | {cases.Count} | {cases.Count(@case => @case.Passed)} | {cases.Count(@case => !@case.Passed)} |

        What fails:

        {string.Join(
            '\n',
            cases.Where(@case => !@case.Passed)
                .Select(@case => $"- `{@case.Name}`: {DtcTestSuite.KnownFailures.GetValueOrDefault(@case.Name, @case.Verdict)}"))}

        """;
}
