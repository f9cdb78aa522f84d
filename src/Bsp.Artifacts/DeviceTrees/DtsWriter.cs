using System.Globalization;
using System.Text;
using Bsp.Artifacts.Quoting;
using Bsp.Model;

namespace Bsp.Artifacts.DeviceTrees;

/// <summary>Writes nodes as device-tree source (Devicetree Specification 0.4, chapter 6), in the kernel's style.</summary>
internal static class DtsWriter
{
    /// <summary>A node at the top of the file: <c>&amp;label { … };</c>, or its path spelled out from the root.</summary>
    /// <remarks>
    /// Written from the root a node is changed where the base has it and added where it has not; <c>&amp;{/path}</c> can only change.
    /// </remarks>
    public static string TopNode(DtNode node) => TopNode(node, "/");

    /// <summary>
    /// The same at the top of an overlay: its own root is no part of the tree that it is applied to, whose root is <c>&amp;{/}</c>.
    /// </summary>
    public static string OverlayNode(DtNode node) => TopNode(node, "&{/}");

    private static string TopNode(DtNode node, string root)
    {
        var text = new StringBuilder();
        if (node.Name[0] == '&')
        {
            Write(text, node, node.Name, 0);
            return text.ToString();
        }

        var parents = node.Name.Split('/').Where(part => part.Length > 0).ToList();
        var depth = 0;
        if (parents.Count > 0)
        {
            text.Append(root).Append(" {\n");
            depth = parents.Count;
            for (var i = 0; i < depth - 1; i++)
                Line(text, i + 1, parents[i] + " {");
        }

        Write(text, node, parents.Count > 0 ? parents[depth - 1] : root, depth);
        for (var i = depth - 1; i >= 0; i--)
            Line(text, i, "};");
        return text.ToString();
    }

    private static void Write(StringBuilder text, DtNode node, string name, int depth)
    {
        Line(text, depth, (node.Label is null ? "" : node.Label + ": ") + name + " {");
        foreach (var gone in node.DeleteProperties)
            Line(text, depth + 1, "/delete-property/ " + gone + ";");
        foreach (var property in node.Properties)
            Line(text, depth + 1, Property(property));
        foreach (var gone in node.DeleteNodes)
            Line(text, depth + 1, "/delete-node/ " + gone + ";");
        foreach (var child in node.Nodes)
        {
            text.Append('\n');
            Write(text, child, child.Name, depth + 1);
        }

        Line(text, depth, "};");
    }

    private static string Property(DtProperty property) => property.Values.Count == 0
        ? property.Name + ";"
        : property.Name + " = " + string.Join(", ", property.Values.Select(Value)) + ";";

    private static string Value(DtValue value) => value switch
    {
        DtString text => DtsString.Quote(text.Text),
        DtCells cells => "<" + string.Join(" ", cells.Cells.Select(Cell)) + ">",
        DtBytes bytes => "[" + string.Join(" ", bytes.Bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))) + "]",
        _ => throw new ModelException($"device-tree source cannot hold {value}"),
    };

    private static string Cell(DtCell cell) => cell.Target switch
    {
        null when cell.Name is { } macro => macro,
        null => cell.Number < 10
            ? cell.Number.ToString(CultureInfo.InvariantCulture)
            : "0x" + cell.Number.ToString("x", CultureInfo.InvariantCulture),
        ['/', ..] path => "&{" + path + "}",
        var label => "&" + label,
    };

    private static void Line(StringBuilder text, int depth, string line) => text.Append('\t', depth).Append(line).Append('\n');
}
