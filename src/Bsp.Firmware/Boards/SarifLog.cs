using System.Text.Json.Nodes;
using Bsp.Sarif;

namespace Bsp.Firmware.Boards;

/// <summary>
/// Findings in SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): the compiler's are read, ours are written for CI and editors.
/// </summary>
public static class SarifLog
{
    /// <summary>Reads what a compiler wrote with <c>-errorlog</c>, without what the source suppresses; ordered by position.</summary>
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
                .OrderBy(x => x.File, StringComparer.Ordinal)
                .ThenBy(x => x.Line)
                .ThenBy(x => x.Column)
                .ThenBy(x => x.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes findings as one run of the tool <c>bsp</c>, with a page for each of our rules.</summary>
    public static string Write(IEnumerable<CompilerFinding> findings) => SarifWriter.Write(new("bsp"), [.. findings.Select(Result)]);

    private static CompilerFinding Finding(JsonObject result, string root)
    {
        var location = result["locations"]?[0]?["physicalLocation"];
        var region = location?["region"];
        var line = (int?)region?["startLine"] ?? 0;
        var column = (int?)region?["startColumn"] ?? 0;
        return new(
            (string?)result["ruleId"] ?? "",
            (string?)result["level"] switch { "error" => SarifLevel.Error, "note" => SarifLevel.Note, _ => SarifLevel.Warning },
            (string?)result["message"]?["text"] ?? "",
            Relative((string?)location?["artifactLocation"]?["uri"], root),
            line,
            column,
            (int?)region?["endLine"] ?? line,
            (int?)region?["endColumn"] ?? column);
    }

    private static string Relative(string? uri, string root)
    {
        if (uri is null)
            return "";
        var path = Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile
            ? absolute.LocalPath
            : Uri.UnescapeDataString(uri);
        // A relative name is relative to the project that was compiled.
        var full = Path.GetFullPath(path, Path.Combine(root, "boards"));
        var relative = Path.GetRelativePath(root, full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    private static SarifResult Result(CompilerFinding finding) => new(
        finding.Id,
        finding.Level,
        finding.Message,
        finding.File.Length == 0
            ? null
            : new(finding.File, finding.Line, Path.IsPathRooted(finding.File) ? null : "%SRCROOT%")
            {
                Extent = (finding.Column, finding.EndLine, finding.EndColumn),
            })
    {
        Help = finding.Id.StartsWith("BSP", StringComparison.Ordinal) ? $"docs/diagnostics/{finding.Id}.md" : null,
    };
}
