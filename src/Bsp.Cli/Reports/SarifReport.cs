using System.Text.Json;
using Bsp.Kconfig;

namespace Bsp.Cli.Reports;

/// <summary>Writes what a check found in SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0).</summary>
internal static class SarifReport
{
    /// <summary>The log.</summary>
    public static string Write(CheckReport report) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, report);
        json.WriteStartArray("results");
        foreach (var (unmet, fix) in report.Unmet)
            WriteResult(json, unmet, fix);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string RuleOf(UnmetRequest unmet) => "kconfig/" + unmet.Reason.ToString().ToLowerInvariant();

    private static void WriteTool(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "bsp kconfig check");
        json.WriteStartArray("rules");
        foreach (var rule in report.Unmet.Select(entry => RuleOf(entry.Request)).Distinct().Order(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, UnmetRequest unmet, IReadOnlyList<Assignment>? fix)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", RuleOf(unmet));
        json.WriteString("level", "error");
        json.WriteStartObject("message");
        json.WriteString("text", unmet + (fix is { Count: > 0 } ? $". It holds with {string.Join(", ", fix)}" : ""));
        json.WriteEndObject();
        json.WriteStartArray("locations");
        WriteLocation(json, unmet.Request.Position, null);
        json.WriteEndArray();
        json.WriteStartArray("relatedLocations");
        foreach (var definition in unmet.Definitions)
            WriteLocation(json, definition, $"{unmet.Prefix}{unmet.Request.Symbol} is defined here");
        foreach (var term in unmet.Terms)
        {
            foreach (var position in term.Positions)
                WriteLocation(json, position, $"{term}");
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourcePosition position, string? text)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString(
            "uri",
            new Uri(position.File, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri
                ? uri.AbsoluteUri
                : Uri.EscapeDataString(position.File).Replace("%2F", "/", StringComparison.Ordinal));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, position.Line));
        json.WriteEndObject();
        json.WriteEndObject();
        if (text is not null)
        {
            json.WriteStartObject("message");
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
