using System.Globalization;

namespace Bsp.Model;

/// <summary>
/// The cells of a non-volatile memory, such as a partition or an EEPROM, in a child node of it
/// (Documentation/devicetree/bindings/nvmem/layouts).
/// </summary>
/// <param name="Cells">The cells.</param>
public sealed record NvmemLayout(params Seq<NvmemCell> Cells) : DtDevice
{
    /// <summary>
    /// Whether it is ONIE's TLV table, whose cells have names instead of offsets (onie,tlv-layout.yaml).
    /// </summary>
    public bool IsOnieTlv { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        "nvmem-layout",
        IsOnieTlv
            ? [new("compatible", "onie,tlv-layout")]
            : [new("compatible", "fixed-layout"), Cell("#address-cells", 1), Cell("#size-cells", 1)])
    {
        Nodes = Seq<DtNode>.Of(Cells.Select(cell => IsOnieTlv ? cell.NodeWithoutAddress : cell.Node)),
    };
}

/// <summary>A cell of a non-volatile memory.</summary>
/// <param name="Name">What it is, such as <c>mac-address</c>.</param>
/// <param name="Offset">Where it begins, in bytes; 0 where the layout has no offsets.</param>
/// <param name="Size">Its size in bytes; 0 where the layout has no offsets.</param>
public sealed record NvmemCell(string Name, uint Offset = 0, uint Size = 0) : DtDevice
{
    /// <summary>A label that its consumers refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>
    /// Whether it is the first of the board's MAC addresses, so that consumers specify which one they use (<c>mac-base</c>, one cell).
    /// </summary>
    public bool IsMacBase { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        Name + "@" + Offset.ToString("x", CultureInfo.InvariantCulture),
        [
            .. OneText("compatible", IsMacBase ? "mac-base" : null),
            new("reg", new DtCells(Offset, Size > 0 ? Size : throw new ModelException($"the cell '{Name}' has no size"))),
            .. OneCell("#nvmem-cell-cells", IsMacBase ? 1 : null),
        ])
    {
        Label = Label,
    };

    internal DtNode NodeWithoutAddress => new(Name, OneCell("#nvmem-cell-cells", IsMacBase ? 1 : null)) { Label = Label };
}
