namespace Bsp.Model;

/// <summary>
/// Where an interface finds its MAC address: an NVMEM cell with the first of the board's
/// (Documentation/devicetree/bindings/net/ethernet-controller.yaml, nvmem-cells).
/// </summary>
/// <param name="Base">The label of the first address: <see cref="NvmemCell.IsMacBase"/>.</param>
/// <param name="Offset">Its offset from the first.</param>
public sealed record MacSource(DtLabel Base, uint Offset)
{
    /// <summary>The properties of the interface.</summary>
    public Seq<DtProperty> Properties => [new("nvmem-cells", new DtCells(Base, Offset)), new("nvmem-cell-names", "mac-address")];
}
