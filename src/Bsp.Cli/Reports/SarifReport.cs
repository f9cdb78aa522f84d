using Bsp.Kconfig;
using Bsp.Sarif;

namespace Bsp.Cli.Reports;

/// <summary>What a check found, in SARIF.</summary>
internal static class SarifReport
{
    /// <summary>The log.</summary>
    public static string Write(CheckReport report) =>
        SarifWriter.Write(
            "bsp kconfig check",
            [.. report.Unmet.Select(entry => Result(report, entry.Request, entry.Fix)), .. report.Lost.Select(Result)]);

    private static SarifResult Result(KconfigMessage lost) => new("kconfig/lost", SarifLevel.Warning, lost.Text, Location(lost.Position));

    private static SarifResult Result(CheckReport report, UnmetRequest unmet, FixAnswer? fix) => new(
        "kconfig/" + unmet.Reason.ToString().ToLowerInvariant(),
        SarifLevel.Error,
        unmet + (report.Note(fix, unmet.Prefix) is { Length: > 0 } note ? $"; {note}" : ""),
        Location(unmet.Request.Position))
    {
        Related =
        [
            .. unmet.Definitions.Select(definition => (Location(definition), $"{unmet.Prefix}{unmet.Request.Symbol} is defined here")),
            .. (fix?.Excludes ?? []).Where(other => other.Symbol != unmet.Request.Symbol)
                .Select(other => (Location(other.Position), $"{unmet.Prefix}{other.Symbol} is among what excludes it")),
            .. (report.NamesFixes && fix is not null ? fix.Lost : []).Select(
                lost => (Location(lost.Request.Position), $"with the fix, {unmet.Prefix}{lost.Request.Symbol} becomes {lost.Becomes}")),
            .. unmet.Terms.SelectMany(term => term.Positions.Select(position => (Location(position), $"{term}"))),
        ],
    };

    private static SarifLocation Location(SourcePosition position) => new(position.File, position.Line);
}
