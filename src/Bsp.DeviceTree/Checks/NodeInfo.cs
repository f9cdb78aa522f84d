namespace Bsp.DeviceTrees.Checks;

/// <summary>What the checks find out about a node for those after them.</summary>
internal sealed class NodeInfo
{
    private const int Unspecified = -1;

    /// <summary>
    /// The node's <c>#address-cells</c>; -1 where it says nothing. As in dtc it is 0 until addr_size_cells has been made.
    /// </summary>
    public int AddressCells { get; private set; }

    /// <summary>The node's <c>#size-cells</c>; -1 where it says nothing. As in dtc it is 0 until addr_size_cells has been made.</summary>
    public int SizeCells { get; private set; }

    /// <summary>The cells of an address in the node.</summary>
    public int AddressCellsInEffect => AddressCells == Unspecified ? 2 : AddressCells;

    /// <summary>The cells of a size in the node.</summary>
    public int SizeCellsInEffect => SizeCells == Unspecified ? 1 : SizeCells;

    /// <summary>The bus that the node is.</summary>
    public BusKind Bus { get; set; }

    public bool HasAddressCells => AddressCells != Unspecified;

    public bool HasSizeCells => SizeCells != Unspecified;

    /// <summary>Stores what the node says about its cells. A number past the int is a negative one, as in dtc.</summary>
    public void SetCells(uint? address, uint? size) =>
        (AddressCells, SizeCells) = (unchecked((int?)address) ?? Unspecified, unchecked((int?)size) ?? Unspecified);
}

/// <summary>A bus whose children have addresses of a form of their own.</summary>
internal enum BusKind
{
    /// <summary>None that is known.</summary>
    None,
    Pci,
    Simple,
    I2c,
    Spi,

    /// <summary>A port of a graph, with its endpoints.</summary>
    GraphPort,

    /// <summary>The ports of a device.</summary>
    GraphPorts,
}
