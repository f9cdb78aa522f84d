using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bsp.Firmware.Boards;

/// <summary>Findings in SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): the compiler's are read, ours are written for CI and editors.</summary>
public static class SarifLog
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Reads what a compiler wrote with <c>-errorlog</c>, without what was suppressed in the source; ordered by place.</summary>
    /// <param name="path">The log.</param>
    /// <param name="root">The folder that file names are made relative to.</param>
    public static IReadOnlyList<CompilerFinding> Read(string path, string root)
    {
        var results = JsonNode.Parse(File.ReadAllText(path))?["runs"]?[0]?["results"] as JsonArray ?? [];
        return
        [
            .. results.OfType<JsonObject>()
                .Where(x => x["suppressions"] is not JsonArray { Count: > 0 })
                .Select(x => Finding(x, root))
                .Distinct()
                .OrderBy(x => x.File, StringComparer.Ordinal).ThenBy(x => x.Line).ThenBy(x => x.Column).ThenBy(x => x.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes findings as one run of the tool <c>bsp</c>, with a page for each of our rules.</summary>
    public static string Write(IEnumerable<CompilerFinding> findings)
    {
        var list = findings.ToList();
        var rules = list.Select(x => x.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "bsp",
                        ["rules"] = new JsonArray([.. rules.Select(Rule)]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. list.Select(x => Result(x, rules.IndexOf(x.Id)))]),
            }),
        };
        return log.ToJsonString(Indented) + "\n";
    }

    private static CompilerFinding Finding(JsonObject result, string root)
    {
        var place = result["locations"]?[0]?["physicalLocation"];
        var region = place?["region"];
        var line = (int?)region?["startLine"] ?? 0;
        var column = (int?)region?["startColumn"] ?? 0;
        return new(
            (string?)result["ruleId"] ?? "",
            (string?)result["level"] switch { "error" => FindingLevel.Error, "note" => FindingLevel.Note, _ => FindingLevel.Warning },
            (string?)result["message"]?["text"] ?? "",
            Relative((string?)place?["artifactLocation"]?["uri"], root),
            line,
            column,
            (int?)region?["endLine"] ?? line,
            (int?)region?["endColumn"] ?? column);
    }

    private static string Relative(string? uri, string root)
    {
        if (uri is null)
            return "";
        var path = Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : Uri.UnescapeDataString(uri);
        // A relative name is relative to the project that was compiled.
        var full = Path.GetFullPath(path, Path.Combine(root, "boards"));
        var relative = Path.GetRelativePath(root, full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    private static JsonObject Rule(string id)
    {
        var rule = new JsonObject { ["id"] = id };
        if (id.StartsWith("BSP", StringComparison.Ordinal))
            rule["helpUri"] = $"docs/diagnostics/{id}.md";
        return rule;
    }

    private static JsonObject Result(CompilerFinding finding, int rule)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Id,
            ["ruleIndex"] = rule,
            ["level"] = finding.Level.ToString().ToLowerInvariant(),
            ["message"] = new JsonObject { ["text"] = finding.Message },
        };
        if (finding.File.Length > 0)
        {
            result["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = finding.File, ["uriBaseId"] = "%SRCROOT%" },
                    ["region"] = new JsonObject
                    {
                        ["startLine"] = Math.Max(1, finding.Line),
                        ["startColumn"] = Math.Max(1, finding.Column),
                        ["endLine"] = Math.Max(1, finding.EndLine),
                        ["endColumn"] = Math.Max(1, finding.EndColumn),
                    },
                },
            });
        }

        return result;
    }
}
