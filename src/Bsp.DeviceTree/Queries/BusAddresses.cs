namespace Bsp.DeviceTrees.Queries;

/// <summary>The addresses of a bus, and what its <c>ranges</c> say of them (Devicetree Specification 0.4, section 2.3.8).</summary>
internal sealed class BusAddresses
{
    private readonly int _address;
    private readonly int _size;

    /// <param name="bus">The node of the bus.</param>
    public BusAddresses(TreeNode bus)
    {
        (_address, _size) = (Cells(PropertyLayout.AddressCellsOf(bus)), Cells(PropertyLayout.SizeCellsOf(bus)));
        IsPci = _address == 3 && _size == 2
            && (bus.Property("device_type")?.Value.Text is "pci" or "pciex" || bus.BaseName is "pci" or "pcie");
    }

    /// <summary>Whether it is a PCI bus, whose addresses have three cells: a space, and an address in it.</summary>
    public bool IsPci { get; }

    private bool IsKnown => IsPci || (_address is 1 or 2 && _size is 1 or 2);

    /// <summary>The stretches of addresses in a value: its <c>reg</c>, or <c>assigned-addresses</c> of a PCI device.</summary>
    public IEnumerable<Stretch> Read(PropertyValue value)
    {
        var row = _address + _size;
        if (!IsKnown || value.Length % 4 != 0 || value.CellCount % row != 0)
            yield break;
        for (var at = 0; at < value.CellCount; at += row)
            yield return At(value, at, value.Number(at + _address, _size)!.Value);
    }

    /// <summary>What a bus within this one says of its addresses; null where it says nothing, so none of them leads out of it.</summary>
    public IReadOnlyList<Window>? WindowsOf(TreeNode node, BusAddresses inner)
    {
        if (node.Property("ranges")?.Value is not { } ranges)
            return null;
        if (ranges.Length == 0)
            return [];
        var row = inner._address + _address + inner._size;
        if (!IsKnown || !inner.IsKnown || ranges.Length % (4 * row) != 0)
            return null;
        return
        [
            .. Enumerable.Range(0, ranges.CellCount / row).Select(
                i => new Window(
                    inner.At(ranges, i * row, ranges.Number((i * row) + inner._address + _address, inner._size)!.Value),
                    At(ranges, (i * row) + inner._address, 0),
                    inner.IsPci ? new PciAddress(ranges.CellAt(4 * i * row)) : null)),
        ];
    }

    private Stretch At(PropertyValue value, int cell, ulong size) => IsPci
        ? new(new PciAddress(value.CellAt(4 * cell)).Space, value.Number(cell + 1, 2)!.Value, size)
        : new(null, value.Number(cell, _address)!.Value, size);

    // More than a node can have is none.
    private static int Cells(long count) => (int)Math.Min(count, int.MaxValue / 8);
}

/// <summary>A stretch of a bus's addresses.</summary>
/// <param name="Space">The space on a PCI bus; null on others.</param>
/// <param name="Start">The first address.</param>
/// <param name="Size">The size in bytes.</param>
internal readonly record struct Stretch(PciSpace? Space, ulong Start, ulong Size)
{
    /// <summary>The stretch as far as it has addresses: what is larger than what is left of 64 bits ends there.</summary>
    public Stretch Clamped => this with { Size = Start == 0 ? Size : Math.Min(Size, 0 - Start) };
}

/// <summary>Where addresses of a bus are on the bus around it.</summary>
/// <param name="Inner">The addresses.</param>
/// <param name="Outer">Where they begin there.</param>
/// <param name="Pci">The address as it is written on a PCI bus; null on others.</param>
internal readonly record struct Window(Stretch Inner, Stretch Outer, PciAddress? Pci)
{
    /// <summary>Where a stretch is on the bus around; null where this does not lead there.</summary>
    public Stretch? Translate(Stretch stretch) =>
        stretch.Space == Inner.Space && stretch.Start >= Inner.Start && stretch.Start - Inner.Start < Inner.Size
            ? Outer with
            {
                Start = Outer.Start + (stretch.Start - Inner.Start),
                Size = Math.Min(stretch.Size, Inner.Size - (stretch.Start - Inner.Start)),
            }
            : null;
}
