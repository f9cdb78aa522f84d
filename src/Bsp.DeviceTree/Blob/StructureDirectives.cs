using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>A flattened tree as directives of the GNU assembler (flattree.c, asm_emitter).</summary>
/// <param name="text">Receives them.</param>
internal sealed class StructureDirectives(StringBuilder text) : IStructureSink
{
    public void BeginNode(TreeNode node)
    {
        Labels(node.LabelList, "");
        text.Append("\t/* FDT_BEGIN_NODE */\n");
        Cell(BlobLayout.BeginNode);
    }

    public void EndNode(TreeNode node)
    {
        text.Append("\t/* FDT_END_NODE */\n");
        Cell(BlobLayout.EndNode);
        Labels(node.LabelList, "_end");
    }

    public void BeginProperty(TreeProperty? property)
    {
        if (property is not null)
            Labels(property.LabelList, "");
        text.Append("\t/* FDT_PROP */\n");
        Cell(BlobLayout.Property);
    }

    public void Cell(uint number)
    {
        for (var shift = 24; shift >= 0; shift -= 8)
            text.Append("\t.byte\t0x").Append(((number >> shift) & 0xff).ToString("x2", CultureInfo.InvariantCulture)).Append('\n');
    }

    public void Text(string name) => text.Append("\t.asciz\t\"").Append(name).Append("\"\n");

    public void Value(PropertyValue value)
    {
        foreach (var marker in value.MarkerList)
        {
            if (marker.Kind == MarkerKind.Label)
                text.AppendFormat(CultureInfo.InvariantCulture, "\t.globl\t{0}\n{0}\t= . + {1}\n", marker.Text, marker.Offset);
        }

        for (var i = 0; i < value.CellCount; i++)
            Cell(value.CellAt(4 * i));
        foreach (var rest in value.Bytes.Slice(4 * value.CellCount))
            text.Append("\t.byte\t0x").Append(rest.ToString("x", CultureInfo.InvariantCulture)).Append('\n');
    }

    public void Align(int alignment) => text.AppendFormat(CultureInfo.InvariantCulture, "\t.balign\t{0}, 0\n", alignment);

    private void Labels(List<Label> labels, string suffix)
    {
        foreach (var label in labels)
        {
            if (!label.IsDeleted)
                text.AppendFormat(CultureInfo.InvariantCulture, "\t.globl\t{0}{1}\n{0}{1}:\n", label.Name, suffix);
        }
    }
}
