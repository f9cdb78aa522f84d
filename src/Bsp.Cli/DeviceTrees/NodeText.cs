using System.Globalization;
using System.Text;
using System.Text.Json;
using Bsp.Cli.Reports;
using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary>Names nodes for people and programs: with their label, and whether they are in use.</summary>
/// <param name="references">The references of the tree.</param>
internal sealed class NodeText(TreeReferences references)
{
    /// <summary>The argument that names a tree.</summary>
    public const string FileDescription = "A .dts, which goes through the preprocessor, or a blob";

    /// <summary><c>uart2: /serial@ff1a0000 (disabled)</c>.</summary>
    public string Of(TreeNode node) => PrintableText.Of(
        (references.LabelOf(node) is { } label ? label + ": " : "") + node.Path
        + (Status(node) is var status and not "okay" ? $" ({status})" : ""));

    /// <summary>Cells as sources have them.</summary>
    public static string Cells(IReadOnlyList<uint> cells) => cells.Count == 0 ? "" : $"<{string.Join(' ', cells.Select(Cell))}>";

    /// <summary>What a node says of whether it is in use; <c>okay</c> where it says nothing.</summary>
    public static string Status(TreeNode node) => Texts(node, "status") switch
    {
        [] or ["ok"] => "okay",
        [var status, ..] => status,
    };

    /// <summary>The texts of a property.</summary>
    public static IReadOnlyList<string> Texts(TreeNode node, string property) => node.Property(property)?.Value is { Length: > 0 } value
        ? Encoding.UTF8.GetString(value.Bytes).TrimEnd('\0').Split('\0')
        : [];

    /// <summary>Writes the members that every object about a node has.</summary>
    public void Write(Utf8JsonWriter json, TreeNode node)
    {
        json.WriteString("path", node.Path);
        json.WriteString("label", references.LabelOf(node));
        json.WriteString("status", Status(node));
        if (node.Spans.Select(span => span.First).FirstOrDefault(position => position is not null) is { } position)
            json.WriteString("place", $"{position.File}:{position.Line}");
    }

    private static string Cell(uint cell) =>
        cell < 10 ? cell.ToString(CultureInfo.InvariantCulture) : "0x" + cell.ToString("x", CultureInfo.InvariantCulture);
}
