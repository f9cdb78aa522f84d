using Bsp.Kconfig;
using Bsp.Sarif;

namespace Bsp.Cli.Reports;

/// <summary>What a check found, in SARIF.</summary>
internal static class SarifReport
{
    /// <summary>The log.</summary>
    public static string Write(CheckReport report) =>
        SarifWriter.Write("bsp kconfig check", [.. report.Unmet.Select(entry => Result(entry.Request, entry.Fix))]);

    private static SarifResult Result(UnmetRequest unmet, IReadOnlyList<Assignment>? fix) => new(
        "kconfig/" + unmet.Reason.ToString().ToLowerInvariant(),
        SarifLevel.Error,
        unmet + (fix is { Count: > 0 } ? $". It holds with {string.Join(", ", fix)}" : ""),
        Place(unmet.Request.Position))
    {
        Related =
        [
            .. unmet.Definitions.Select(definition => (Place(definition), $"{unmet.Prefix}{unmet.Request.Symbol} is defined here")),
            .. unmet.Terms.SelectMany(term => term.Positions.Select(position => (Place(position), $"{term}"))),
        ],
    };

    private static SarifPlace Place(SourcePosition position) => new(position.File, position.Line);
}
