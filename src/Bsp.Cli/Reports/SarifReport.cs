using Bsp.Kconfig;
using Bsp.Sarif;

namespace Bsp.Cli.Reports;

/// <summary>What a check found, in SARIF.</summary>
/// <param name="directory">The folder that the names of fragments are relative to.</param>
/// <param name="sources">The folder that the names of Kconfig files are relative to.</param>
internal sealed class SarifReport(string directory, string sources)
{
    private const string Fragments = "%SRCROOT%";
    private const string Sources = "KCONFIG_TREE";
    private const string LostRule = "kconfig/lost";
    private const string IdleRule = "kconfig/idle-select";

    /// <summary>The log.</summary>
    public string Write(CheckReport report) => SarifWriter.Write(
        new("bsp kconfig check")
        {
            Rules = Rules(),
            Bases = new Dictionary<string, string> { [Fragments] = directory, [Sources] = sources },
        },
        [
            .. report.Unmet.Select(entry => Result(report, entry.Request, entry.Fix)),
            .. report.Lost.Select(line => new SarifResult(LostRule, SarifLevel.Warning, line.Text, Location(line.Position, Fragments))),
            .. report.Idle.Select(line => new SarifResult(IdleRule, SarifLevel.Warning, line.Text, Location(line.Position, Sources))),
        ]);

    private static Dictionary<string, string> Rules()
    {
        var rules = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [LostRule] = "A line of a fragment sets nothing, though it looks as if it did.",
            [IdleRule] = "A select or imply does nothing, as its target is a member of a choice.",
        };
        foreach (var reason in Enum.GetValues<UnmetReason>())
            rules[Rule(reason)] = Description(reason);
        return rules;
    }

    private static string Description(UnmetReason reason) => reason switch
    {
        UnmetReason.Unknown => "A fragment asks for a symbol that no Kconfig file defines.",
        UnmetReason.WrongType => "A fragment gives a symbol a value that is none of its type.",
        UnmetReason.NoPrompt => "A fragment asks for a symbol without a prompt, which only defaults and selects give a value.",
        UnmetReason.Dependencies => "A fragment asks for a symbol whose dependencies are not met.",
        UnmetReason.Selected => "A fragment turns a symbol off that another one selects.",
        UnmetReason.Choice => "A fragment asks for a member of a choice in which another one is on.",
        UnmetReason.Range => "A fragment asks for a number that is out of the symbol's range.",
        UnmetReason.NoModules => "A fragment asks for a module, and there are no modules.",
        _ => "A fragment asks for a value that the final configuration does not have.",
    };

    private static string Rule(UnmetReason reason) => "kconfig/" + reason.ToString().ToLowerInvariant();

    private static SarifResult Result(CheckReport report, UnmetRequest unmet, FixAnswer? fix) => new(
        Rule(unmet.Reason),
        SarifLevel.Error,
        unmet + (report.Note(fix, unmet.Prefix) is { Length: > 0 } note ? $"; {note}" : ""),
        Location(unmet.Request.Position, Fragments))
    {
        Related =
        [
            .. unmet.Definitions.Select(definition =>
                (Location(definition, Sources), $"{unmet.Prefix}{unmet.Request.Symbol} is defined here")),
            .. (fix?.Excludes ?? []).Where(other => other.Symbol != unmet.Request.Symbol)
                .Select(other => (Location(other.Position, Fragments), $"{unmet.Prefix}{other.Symbol} is among what excludes it")),
            .. (report.NamesFixes && fix is not null ? fix.Lost : []).Select(
                lost => (Location(lost.Request.Position, Fragments),
                    $"with the fix, {unmet.Prefix}{lost.Request.Symbol} becomes {lost.Becomes}")),
            .. unmet.Terms.SelectMany(term => term.Positions.Select(position => (Location(position, Sources), $"{term}"))),
        ],
    };

    private static SarifLocation Location(SourcePosition position, string folder) =>
        new(position.File, position.Line, Path.IsPathRooted(position.File) ? null : folder);
}
