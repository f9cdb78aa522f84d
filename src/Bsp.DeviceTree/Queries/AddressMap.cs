namespace Bsp.DeviceTrees.Queries;

/// <summary>What lies at an address.</summary>
public enum RegionKind
{
    /// <summary>Registers.</summary>
    Device,

    /// <summary>Memory.</summary>
    Memory,

    /// <summary>Memory that is set aside: in <c>/reserved-memory</c>, or by <c>/memreserve/</c>.</summary>
    Reserved,

    /// <summary>Addresses of a PCI bus, which the devices on it are given when they are found.</summary>
    Window,
}

/// <summary>A stretch of addresses.</summary>
/// <param name="Start">The first address.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Node">The node; null for <c>/memreserve/</c>.</param>
/// <param name="Index">Which of the node's regions it is, from 0.</param>
public sealed record AddressRegion(ulong Start, ulong Size, RegionKind Kind, TreeNode? Node, int Index)
{
    /// <summary>The last address.</summary>
    public ulong Last => Start + (Size - 1);

    /// <summary>Of a window: where it is on the PCI bus.</summary>
    public (PciAddress Address, ulong Start)? Pci { get; init; }

    /// <summary>The regions of the same kind that have addresses of it as well, except those of nodes around or within its node.</summary>
    public IReadOnlyList<AddressRegion> Overlaps { get; internal set; } = [];
}

/// <summary>The addresses of a bus: of the processors', or of another. Addresses of buses within it are translated by <c>ranges</c>
/// (Devicetree Specification 0.4, section 2.3.8).</summary>
public sealed class AddressMap
{
    private readonly List<AddressRegion> _regions = [];
    private readonly List<(PciAddress Address, TreeNode Node)> _functions = [];

    private AddressMap(DeviceTree tree, TreeNode bus)
    {
        if (bus.Parent is null)
        {
            _regions.AddRange(
                tree.EffectiveReservations
                    .Select(
                        (entry, i) => new AddressRegion(
                            entry.Address, new Stretch(null, entry.Address, entry.Size).Clamped.Size, RegionKind.Reserved, null, i)));
        }

        Visit(bus, new BusAddresses(bus), stretch => stretch);
        _regions.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.Size.CompareTo(left.Size));
        FindOverlaps();
    }

    /// <summary>The regions, by address.</summary>
    public IReadOnlyList<AddressRegion> Regions => _regions;

    /// <summary>The functions of PCI devices on this bus and those within it, in the order of the tree.</summary>
    public IReadOnlyList<(PciAddress Address, TreeNode Node)> Functions => _functions;

    /// <summary>The stretches between the regions that no region has.</summary>
    public IEnumerable<(ulong Start, ulong Size)> Holes
    {
        get
        {
            if (_regions.Count == 0)
                yield break;
            var last = _regions[0].Last;
            foreach (var region in _regions)
            {
                if (region.Start > last && region.Start - last > 1)
                    yield return (last + 1, region.Start - last - 1);
                last = Math.Max(last, region.Last);
            }
        }
    }

    /// <summary>The map of a bus.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="bus">The bus; the root for the addresses of the processors.</param>
    public static AddressMap Of(DeviceTree tree, TreeNode bus) => new(tree, bus);

    // Translates an address of the bus to the map's; null where nothing leads there.
    private void Visit(TreeNode bus, BusAddresses addresses, Func<Stretch, Stretch?> translate)
    {
        foreach (var node in bus.Children)
        {
            if (addresses.IsPci && node.Property("reg")?.Value is { CellCount: > 0 } function)
                _functions.Add((new(function.CellAt(0)), node));
            // The registers of a PCI device are where it is told to have them, or where it cannot but have them.
            if (node.Property(addresses.IsPci && node.Property("assigned-addresses") is not null ? "assigned-addresses" : "reg") is { } reg)
            {
                foreach (var (stretch, index) in addresses.Read(reg.Value).Select((stretch, i) => (stretch, i)))
                    Add(stretch, KindOf(node), node, index, null);
            }

            var inner = new BusAddresses(node);
            if (addresses.WindowsOf(node, inner) is not { } windows)
                continue;
            foreach (var (window, index) in windows.Select((window, i) => (window, i)))
            {
                if (window.Pci is { } pci && !addresses.IsPci)
                    Add(window.Outer with { Size = window.Inner.Size }, RegionKind.Window, node, index, (pci, window.Inner.Start));
            }

            Visit(node, inner, stretch => Outside(windows, stretch) is { } outer ? translate(outer) : null);
        }

        void Add(Stretch stretch, RegionKind kind, TreeNode node, int index, (PciAddress Address, ulong Start)? pci)
        {
            if (stretch.Size > 0 && stretch.Space != PciSpace.Configuration && translate(stretch.Clamped) is { } there)
                _regions.Add(new(there.Start, there.Size, kind, node, index) { Pci = pci });
        }
    }

    // Where a bus has the same addresses as the one around, it says nothing more.
    private static Stretch? Outside(IReadOnlyList<Window> windows, Stretch stretch)
    {
        if (windows.Count == 0)
            return stretch;
        foreach (var window in windows)
        {
            if (window.Translate(stretch) is { } outer)
                return outer;
        }

        return null;
    }

    private void FindOverlaps()
    {
        var overlaps = _regions.ConvertAll(_ => new List<AddressRegion>());
        for (var i = 0; i < _regions.Count; i++)
        {
            for (var j = i + 1; j < _regions.Count && _regions[j].Start <= _regions[i].Last; j++)
            {
                if (_regions[i].Kind != _regions[j].Kind || IsAround(_regions[i].Node, _regions[j].Node)
                    || IsAround(_regions[j].Node, _regions[i].Node))
                    continue;
                overlaps[i].Add(_regions[j]);
                overlaps[j].Add(_regions[i]);
            }
        }

        for (var i = 0; i < _regions.Count; i++)
            _regions[i].Overlaps = overlaps[i];
    }

    // A node within another uses its registers.
    private static bool IsAround(TreeNode? outer, TreeNode? inner)
    {
        for (var at = inner?.Parent; at is not null && outer is not null; at = at.Parent)
        {
            if (at == outer)
                return true;
        }

        return false;
    }

    private static RegionKind KindOf(TreeNode node) =>
        node.Parent is { Name: "reserved-memory", Parent.Parent: null } ? RegionKind.Reserved
            : node.Property("device_type")?.Value.Text == "memory" ? RegionKind.Memory
            : RegionKind.Device;
}
