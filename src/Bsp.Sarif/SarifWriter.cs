using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bsp.Sarif;

/// <summary>Writes findings in SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0).</summary>
public static class SarifWriter
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A log of one run.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="results">What it found.</param>
    /// <returns>JSON that ends in a line feed.</returns>
    public static string Write(SarifTool tool, IReadOnlyCollection<SarifResult> results)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            var rules = results.GroupBy(result => result.Rule, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToList();
            WriteTool(json, tool, rules.Select(group => group.First()));
            WriteBases(json, tool.Bases);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var result in results)
                WriteResult(json, result, rules.FindIndex(group => group.Key == result.Rule));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteBases(Utf8JsonWriter json, IReadOnlyDictionary<string, string> bases)
    {
        if (bases.Count == 0)
            return;
        json.WriteStartObject("originalUriBaseIds");
        foreach (var (id, folder) in bases.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(id);
            // The address of a folder ends with a slash (section 3.14.14).
            json.WriteString("uri", new Uri(folder.TrimEnd('/') + "/").AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter json, SarifTool tool, IEnumerable<SarifResult> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", tool.Name);
        json.WriteStartArray("rules");
        foreach (var first in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", first.Rule);
            if (tool.Rules.TryGetValue(first.Rule, out var description))
            {
                json.WriteStartObject("shortDescription");
                json.WriteString("text", description);
                json.WriteEndObject();
                json.WriteStartObject("defaultConfiguration");
                json.WriteString("level", Level(first.Level));
                json.WriteEndObject();
            }

            if (first.Help is { } help)
                json.WriteString("helpUri", help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, SarifResult result, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", result.Rule);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(result.Level));
        WriteMessage(json, result.Message);
        if (result.Location is { } location)
        {
            json.WriteStartArray("locations");
            WriteLocation(json, location, null);
            json.WriteEndArray();
        }

        if (result.Fingerprint is { } fingerprint)
        {
            json.WriteStartObject("partialFingerprints");
            json.WriteString("bsp/v1", fingerprint);
            json.WriteEndObject();
        }

        if (result.Related.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var (related, message) in result.Related)
                WriteLocation(json, related, message);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Level(SarifLevel level) => level switch
    {
        SarifLevel.Error => "error",
        SarifLevel.Warning => "warning",
        _ => "note",
    };

    private static void WriteLocation(Utf8JsonWriter json, SarifLocation location, string? message)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", location.Address);
        if (location.Base is not null)
            json.WriteString("uriBaseId", location.Base);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, location.Line));
        if (location.Extent is { } extent)
        {
            json.WriteNumber("startColumn", Math.Max(1, extent.StartColumn));
            json.WriteNumber("endLine", Math.Max(1, extent.EndLine));
            json.WriteNumber("endColumn", Math.Max(1, extent.EndColumn));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        if (message is not null)
            WriteMessage(json, message);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
