namespace Bsp.Boards.Families;

/// <summary>Ports of devices that data flows between (the kernel's Documentation/devicetree/bindings/graph.txt).</summary>
public static class Graph
{
    /// <summary>The port of a device that has one.</summary>
    /// <param name="label">The label of its endpoint.</param>
    /// <param name="other">The label of the endpoint that it is connected to.</param>
    public static DtNode Port(string label, string other) => new("port")
    {
        Nodes = [new("endpoint", new DtProperty("remote-endpoint", new DtCells(other))) { Label = label }],
    };

    /// <summary>The <c>ports</c> node of a device that has several.</summary>
    /// <param name="ports">The ports.</param>
    public static DtNode Ports(Seq<DtNode> ports) => new("ports", new("#address-cells", 1), new("#size-cells", 0)) { Nodes = ports };

    /// <summary>One of several ports.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="label">The label of its endpoint.</param>
    /// <param name="other">The label of the endpoint that it is connected to.</param>
    public static DtNode Port(uint number, string label, string other) =>
        Port(label, other) with { Name = $"port@{number}", Properties = [new("reg", number)] };
}
