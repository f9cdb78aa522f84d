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

    /// <summary>The regions of the same kind that have addresses of it as well, except those of nodes around or within its node.</summary>
    public IReadOnlyList<AddressRegion> Overlaps { get; internal set; } = [];
}

/// <summary>The addresses of a bus: of the processors', or of another. Addresses of buses within it are translated by <c>ranges</c>
/// (Devicetree Specification 0.4, section 2.3.8).</summary>
public sealed class AddressMap
{
    private readonly List<AddressRegion> _regions = [];

    private AddressMap(DeviceTree tree, TreeNode bus)
    {
        if (bus.Parent is null)
        {
            _regions.AddRange(
                tree.EffectiveReservations
                    .Select(
                        (entry, i) => new AddressRegion(
                            entry.Address, Clamped(entry.Address, entry.Size), RegionKind.Reserved, null, i)));
        }

        Visit(bus, address => address);
        _regions.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.Size.CompareTo(left.Size));
        FindOverlaps();
    }

    /// <summary>The regions, by address.</summary>
    public IReadOnlyList<AddressRegion> Regions => _regions;

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
    private void Visit(TreeNode bus, Func<(ulong Start, ulong Size), (ulong Start, ulong Size)?> translate)
    {
        var (address, size) = (AddressCells(bus), SizeCells(bus));
        foreach (var node in bus.Children)
        {
            var isSpace = address is 1 or 2 && size is 1 or 2;
            if (isSpace && node.Property("reg")?.Value is { } reg && reg.Length % 4 == 0 && reg.CellCount % (address + size) == 0)
            {
                var index = 0;
                for (var at = 0; at < reg.CellCount; at += address + size)
                {
                    var region = (Start: reg.Number(at, address)!.Value, Size: reg.Number(at + address, size)!.Value);
                    if (region.Size > 0 && translate((region.Start, Clamped(region.Start, region.Size))) is { } there)
                        _regions.Add(new(there.Start, there.Size, KindOf(node), node, index));
                    index++;
                }
            }

            if (Ranges(node, address) is { } ranges)
                Visit(node, inner => ranges(inner) is { } outer ? translate(outer) : null);
        }
    }

    // What a bus says about the addresses in it; null where it says nothing, so that none of them leads out of it.
    private static Func<(ulong Start, ulong Size), (ulong Start, ulong Size)?>? Ranges(TreeNode node, int outerCells)
    {
        if (node.Property("ranges")?.Value is not { } ranges)
            return null;
        if (ranges.Length == 0)
            return region => region;
        var (inner, size) = (AddressCells(node), SizeCells(node));
        var row = inner + outerCells + size;
        // An address of three cells is that of PCI, where devices have none of their own.
        if (inner is not (1 or 2) || outerCells is not (1 or 2) || size is not (1 or 2) || ranges.Length % (4 * row) != 0)
            return null;
        var rows = Enumerable.Range(0, ranges.CellCount / row)
            .Select(
                i => (Inner: ranges.Number(i * row, inner)!.Value, Outer: ranges.Number((i * row) + inner, outerCells)!.Value,
                    Size: ranges.Number((i * row) + inner + outerCells, size)!.Value))
            .ToList();
        return region =>
        {
            foreach (var entry in rows)
            {
                if (region.Start >= entry.Inner && region.Start - entry.Inner < entry.Size)
                    return (entry.Outer + (region.Start - entry.Inner), Math.Min(region.Size, entry.Size - (region.Start - entry.Inner)));
            }

            return null;
        };
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

    // What is larger than what is left of 64 bits ends there.
    private static ulong Clamped(ulong start, ulong size) => start == 0 ? size : Math.Min(size, 0 - start);

    private static RegionKind KindOf(TreeNode node) =>
        node.Parent is { Name: "reserved-memory", Parent.Parent: null } ? RegionKind.Reserved
            : node.Property("device_type")?.Value.Text == "memory" ? RegionKind.Memory
            : RegionKind.Device;

    private static int AddressCells(TreeNode node) => (int)Math.Min(PropertyLayout.AddressCellsOf(node), int.MaxValue / 8);

    private static int SizeCells(TreeNode node) => (int)Math.Min(PropertyLayout.SizeCellsOf(node), int.MaxValue / 8);
}
