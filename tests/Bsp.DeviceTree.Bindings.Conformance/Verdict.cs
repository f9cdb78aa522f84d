using System.Text.Json;
using Bsp.DeviceTrees.Bindings;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>A finding, as both sides can say it.</summary>
/// <param name="Node">The node's path.</param>
/// <param name="Path">The way from the node to what is wrong.</param>
/// <param name="Schema">The binding.</param>
/// <param name="Keyword">The keyword that is not met.</param>
/// <param name="Message">The words; null where dt-validate prints others than it has, or ours are meant to be others.</param>
internal sealed record Verdict(string Node, string Path, string Schema, string Keyword, string? Message)
{
    /// <summary>A finding of ours.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="rules">The rules that found it.</param>
    public static Verdict Of(Finding finding, SchemaRules rules) => new(
        finding.Node,
        // jsonschema 4.19 leaves out the last part where no value is allowed at all (validators.py, descend), and so dt-validate
        // does not name the property.
        string.Join(':', finding.Keyword == "false" && rules != SchemaRules.V2022 ? finding.Path.SkipLast(1) : finding.Path),
        NameOf(finding.Schema),
        finding.Keyword,
        finding.Alternatives.Count > 0 || finding.IsUndocumented ? null : finding.Message);

    /// <summary>The findings in a line of the oracle.</summary>
    /// <exception cref="FormatException">dt-validate broke off.</exception>
    public static IReadOnlyList<Verdict> Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        if (json.RootElement.ValueKind == JsonValueKind.String)
            throw new FormatException($"dt-validate broke off: {json.RootElement.GetString()}");
        return
        [
            .. json.RootElement.EnumerateArray().Select(finding => new Verdict(
                finding[0].GetString()!,
                string.Join(':', finding[1].EnumerateArray().Select(part => part.GetString())),
                NameOf(finding[2].GetString()!),
                finding[3].GetString()!,
                finding[2].GetString() == "generated-compatibles" ? null : finding[4].GetString())),
        ];
    }

    // Since 2025.08 a schema goes by its $id without what is after it.
    private static string NameOf(string schema) => schema.TrimEnd('#');

    /// <inheritdoc/>
    public override string ToString() => $"{Node} {Path} {Schema} {Keyword}: {Message}";
}
