using System.Text;
using System.Text.Json;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Cli.DeviceTrees;

/// <summary>What is wrong with a tree.</summary>
/// <param name="Board">The file that it comes from.</param>
/// <param name="Findings">What is wrong, node by node.</param>
internal sealed record ValidationReport(string Board, IReadOnlyList<Finding> Findings)
{
    /// <summary>As compilers print it, node by node.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var node in Findings.GroupBy(finding => finding.Node, StringComparer.Ordinal))
        {
            text.Append(node.Key).Append(":\n");
            foreach (var finding in node)
                Write(text, finding);
        }

        var nodes = Findings.Select(finding => finding.Node).Distinct(StringComparer.Ordinal).Count();
        return text.Append(
            Findings.Count == 0 ? $"{Board} agrees with the bindings\n" : $"{Count(Findings.Count, "finding")} in {Count(nodes, "node")}\n")
            .ToString();
    }

    /// <summary>As an object.</summary>
    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("board", Board);
        json.WriteStartArray("findings");
        foreach (var finding in Findings)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void Write(StringBuilder text, Finding finding)
    {
        var location = finding.Position is { } position ? $"{position.File}:{position.Line}" : Board;
        text.Append($"  {location}: {(finding.Path.Count == 0 ? "" : string.Join(':', finding.Path) + ": ")}{finding.Message}\n");
        foreach (var alternative in finding.Alternatives)
            text.Append($"    {alternative}\n");
        if (!finding.IsUndocumented)
            text.Append($"    from {finding.File}\n");
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("node", finding.Node);
        JsonText.WriteTexts(json, "path", finding.Path);
        json.WriteString("message", finding.Message);
        JsonText.WriteTexts(json, "alternatives", finding.Alternatives);
        json.WriteString("keyword", finding.Keyword);
        json.WriteString("schema", finding.Schema);
        json.WriteString("binding", finding.File);
        if (finding.Position is { } position)
        {
            json.WriteString("file", position.File);
            json.WriteNumber("line", position.Line);
        }

        json.WriteEndObject();
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
