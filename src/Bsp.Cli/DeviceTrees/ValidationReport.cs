using System.Text;
using System.Text.Json;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.Cli.DeviceTrees;

/// <summary>What is wrong with a tree.</summary>
/// <param name="Board">The file that it comes from.</param>
/// <param name="Findings">What is wrong, node by node.</param>
internal sealed record ValidationReport(string Board, IReadOnlyList<Finding> Findings)
{
    /// <summary>The lines whose findings are shown; null for all.</summary>
    public OwnLines? Own { get; init; }

    /// <summary>Whether the tree could not be read.</summary>
    public bool IsFault { get; init; }

    /// <summary>The findings that are shown.</summary>
    public IReadOnlyList<Finding> Shown =>
        field ??= Own is { } own ? [.. Findings.Where(finding => finding.Positions.Any(own.Include))] : Findings;

    /// <summary>As compilers print it, node by node.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var node in Shown.GroupBy(finding => finding.Node, StringComparer.Ordinal))
        {
            text.Append(node.Key).Append(":\n");
            foreach (var finding in node)
                Write(text, finding);
        }

        var nodes = Shown.Select(finding => finding.Node).Distinct(StringComparer.Ordinal).Count();
        var others = Findings.Count - Shown.Count;
        return text.Append(
            Findings.Count == 0 ? $"{Board} agrees with the bindings"
                : Shown.Count == 0 ? $"the own lines of {Board} agree with the bindings"
                : $"{Count(Shown.Count, "finding")} in {Count(nodes, "node")}")
            .Append(others > 0 ? $"; {others} more in lines of the kernel\n" : "\n")
            .ToString();
    }

    /// <summary>As an object.</summary>
    public string Json() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("board", Board);
        json.WriteStartArray("findings");
        foreach (var finding in Shown)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private void Write(StringBuilder text, Finding finding)
    {
        var location = PositionOf(finding) is { } position ? $"{position.File}:{position.Line}" : Board;
        text.Append($"  {location}: {(finding.Path.Count == 0 ? "" : string.Join(':', finding.Path) + ": ")}{finding.Text}\n");
        foreach (var alternative in finding.Alternatives)
            text.Append($"    {alternative}\n");
        if (!finding.IsUndocumented)
            text.Append($"    from {finding.File}\n");
    }

    private void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("node", finding.Node);
        JsonText.WriteTexts(json, "path", finding.Path);
        json.WriteString("message", finding.Message);
        json.WriteString("text", finding.Text);
        JsonText.WriteTexts(json, "alternatives", finding.Alternatives);
        json.WriteString("keyword", finding.Keyword);
        json.WriteString("schema", finding.Schema);
        json.WriteString("binding", finding.File);
        if (PositionOf(finding) is { } position)
        {
            json.WriteString("file", position.File);
            json.WriteNumber("line", position.Line);
        }

        json.WriteEndObject();
    }

    // Of several that say something about a node, the last of one's own.
    private SourcePosition? PositionOf(Finding finding) => Own is { } own && finding.Positions.Any(own.Include)
        ? finding.Positions.Last(own.Include)
        : finding.Position;

    /// <summary>A count with what is counted.</summary>
    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
