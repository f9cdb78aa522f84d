using System.Globalization;

namespace Bsp.Model;

/// <summary>Memory that is reserved for a purpose: <c>/reserved-memory</c> (Devicetree Specification 0.4, section 3.5).</summary>
/// <param name="Regions">The regions, which must not overlap.</param>
public sealed record ReservedMemory(params Seq<ReservedRegion> Regions) : DtDevice
{
    /// <summary>The regions, in the order of their addresses; last those that the kernel allocates.</summary>
    /// <exception cref="ModelException">Two overlap.</exception>
    public Seq<ReservedRegion> Regions { get; init => field = CheckedRegions(value); } = CheckedRegions(Regions);

    /// <summary>The node in the base: its path, or '&amp;' and its label; null where the base has none, and it is added.</summary>
    public string? Base { get; init; }

    /// <summary>The number of cells of an address and of a size, as in the root or in the base's node: 1 or 2.</summary>
    public int CellsPerNumber { get; init =>
        field = value is 1 or 2
            ? value
            : throw new ModelException($"an address has 1 or 2 cells, not {value.ToString(CultureInfo.InvariantCulture)}"); } = 2;

    /// <inheritdoc/>
    public override DtNode Node => new(
        Base ?? "/reserved-memory",
        Base is null
            ? [Cell("#address-cells", (uint)CellsPerNumber), Cell("#size-cells", (uint)CellsPerNumber), new("ranges")]
            : [])
    {
        Nodes = Seq<DtNode>.Of(Regions.Select(region => region.NodeWithCells(CellsPerNumber))),
    };

    private static Seq<ReservedRegion> CheckedRegions(Seq<ReservedRegion> regions)
    {
        var sorted = Seq<ReservedRegion>.Of(regions.OrderBy(region => region.Address ?? ulong.MaxValue));
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i - 1].Address is { } before && sorted[i].Address is { } address
                && before + (ulong)sorted[i - 1].Size.Bytes > address)
            {
                throw new ModelException(
                    $"the reserved memory '{sorted[i].Name}' at {Hex(address)} overlaps '{sorted[i - 1].Name}' "
                    + $"({Hex(before)}, {sorted[i - 1].Size})");
            }
        }

        return sorted;
    }

    private static string Hex(ulong number) => "0x" + number.ToString("x", CultureInfo.InvariantCulture);
}

/// <summary>A region of reserved memory.</summary>
/// <remarks>It is part of a <see cref="ReservedMemory"/>; on its own among the edits of a tree it changes a region of the base.</remarks>
/// <param name="Name">What it is for, such as <c>ramoops</c> or <c>secmon</c>; alone, '&amp;' and the label of the base's region.</param>
/// <param name="Size">Its size.</param>
public sealed record ReservedRegion(string Name, ByteSize Size) : DtDevice
{
    /// <summary>The physical address of its first byte; null where the kernel allocates it.</summary>
    public ulong? Address { get; init; }

    /// <summary>A label that its users refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>The binding of what is in it, such as <c>ramoops</c>; null where only the address matters.</summary>
    public Compatible? Compatible { get; init; }

    /// <summary>Whether the kernel must not map it: <c>no-map</c>.</summary>
    public bool IsUnmapped { get; init; }

    /// <summary>Additional properties that its binding requires.</summary>
    public Seq<DtProperty> Properties { get; init; } = [];

    /// <summary>The node with cells of 64 bits.</summary>
    public override DtNode Node => NodeWithCells(2);

    internal DtNode NodeWithCells(int cells) => new(
        Address is { } start && Name[0] != '&' ? Name + "@" + start.ToString("x", CultureInfo.InvariantCulture) : Name,
        [
            .. OneText("compatible", Compatible),
            Address is { } address
                ? new("reg", new DtCells([.. Number(address, cells), .. Number((ulong)Size.Bytes, cells)]))
                : new("size", new DtCells([.. Number((ulong)Size.Bytes, cells)])),
            .. Flag("no-map", IsUnmapped),
            .. Properties,
        ])
    {
        Label = Label,
    };

    private DtCell[] Number(ulong number, int cells) => cells == 2
        ? [(uint)(number >> 32), (uint)number]
        : number <= uint.MaxValue ? [(uint)number]
        : throw new ModelException($"the reserved memory '{Name}' does not fit in one cell; set CellsPerNumber to 2, if the root has two");
}
