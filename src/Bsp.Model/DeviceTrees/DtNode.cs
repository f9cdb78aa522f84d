namespace Bsp.Model;

/// <summary>A node to add, or to change where the base has it (Devicetree Specification 0.4, section 2.2).</summary>
/// <param name="Name">
/// At the top level an absolute path (<c>/soc/leds</c>) or a label (<c>&amp;uart2</c>); inside another node its name and unit address
/// (<c>led@0</c>).
/// </param>
/// <param name="Properties">The properties to set.</param>
public sealed record DtNode(string Name, params Seq<DtProperty> Properties)
{
    /// <summary>An absolute path, a label, or a name with unit address.</summary>
    public string Name { get; init => field = CheckedName(value); } = CheckedName(Name);

    /// <summary>A label that other nodes can refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>Child nodes.</summary>
    public Seq<DtNode> Nodes { get; init => field = Seq<DtNode>.Of(value.Select(CheckedChild)); } = [];

    /// <summary>Names of properties to delete.</summary>
    public Seq<DtPropertyName> DeleteProperties { get; init; } = [];

    /// <summary>Names of child nodes to delete, with their unit addresses.</summary>
    public Seq<DtNodeName> DeleteNodes { get; init; } = [];

    private static string CheckedName(string name) =>
        name is ['&', ..] ? "&" + (DtLabel)name.Substring(1) : (DtPath)name;

    private static DtNode CheckedChild(DtNode node) => node.Name[0] != '&' && node.Name.IndexOf('/') < 0
        ? node
        : throw new ModelException(
            $"'{node.Name}' is inside another node, where only a name with its unit address is allowed; move it to the top level");
}
