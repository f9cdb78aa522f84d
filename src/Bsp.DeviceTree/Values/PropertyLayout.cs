namespace Bsp.DeviceTrees;

/// <summary>Says which cells of a property belong together, by its name and by what other nodes say about their cells.</summary>
/// <param name="byPhandle">The node that a number names.</param>
internal sealed class PropertyLayout(Func<uint, TreeNode?> byPhandle)
{
    // What a node that says nothing means: Devicetree Specification 0.4, section 2.3.5.
    private const int AddressCells = 2;
    private const int SizeCells = 1;

    // Nodes may lead to each other in a circle.
    private const int MaximumInterruptParents = 64;

    private enum Kind
    {
        Unknown,
        Addresses,
        Ranges,
        Interrupts,
        InterruptMap,
        IdentifierMap,
        GpioRanges,
        Specifiers,
        References,
        Numbers,
    }

    /// <summary>Whether it is known by the name of a property which of its cells are references.</summary>
    public static bool Knows(string property) => KindOf(property) != Kind.Unknown;

    /// <summary>Whether the name of a property alone says that it has cells. An identifier may be a text as well.</summary>
    public static bool HasCells(string property) =>
        KindOf(property) is Kind.Addresses or Kind.Ranges or Kind.Interrupts or Kind.InterruptMap or Kind.IdentifierMap or Kind.Numbers
        && !property.EndsWith("-id", StringComparison.Ordinal);

    private static Kind KindOf(string property) => property switch
    {
        "reg" => Kind.Addresses,
        "ranges" or "dma-ranges" => Kind.Ranges,
        "interrupts" => Kind.Interrupts,
        "interrupt-map" => Kind.InterruptMap,
        "iommu-map" or "msi-map" => Kind.IdentifierMap,
        "gpio-ranges" => Kind.GpioRanges,
        _ when SpecifierProperties.CellsOf(property) is not null => Kind.Specifiers,
        _ when SpecifierProperties.IsPlainList(property) => Kind.References,
        _ when Quantities.Includes(property) || NamedTypes.IsCells(property) => Kind.Numbers,
        _ => Kind.Unknown,
    };

    /// <summary>The tuples of a property; null where nothing is known about it, or it does not hold whole ones.</summary>
    public IReadOnlyList<CellTuple>? Of(TreeNode node, TreeProperty property)
    {
        var value = property.Value;
        if (value.Length == 0 || value.Length % 4 != 0)
            return null;
        return KindOf(property.Name) switch
        {
            Kind.Addresses =>
                Same(value, AddressCellsOf(node.Parent) + SizeCellsOf(node.Parent)),
            Kind.Ranges =>
                Same(
                    value,
                    AddressCellsOf(node) + AddressCellsOf(node.Parent) + SizeCellsOf(node)),
            Kind.Interrupts => InterruptParent(node) is { } parent ? Same(value, Cells(parent, "#interrupt-cells", 0)) : null,
            Kind.InterruptMap => InterruptMap(node, value),
            Kind.IdentifierMap =>
                value.CellCount % 4 == 0 ? [.. Enumerable.Range(0, value.CellCount / 4).Select(i => new CellTuple(4 * i, 4, 1))] : null,
            Kind.GpioRanges => Specifiers(value, _ => 3),
            Kind.Specifiers when node.Property("gpio-hog") is null =>
                Specifiers(value, other => Cells(other, SpecifierProperties.CellsOf(property.Name)!, 0)),
            Kind.References => Specifiers(value, _ => 0),
            _ => null,
        };
    }

    /// <summary>The node that the interrupts of a node go to; null where none does (drivers/of/irq.c, of_irq_find_parent).</summary>
    public TreeNode? InterruptParent(TreeNode node)
    {
        var at = node;
        for (var i = 0; i < MaximumInterruptParents; i++)
        {
            var parent = at.Property("interrupt-parent")?.Value.Cell is { } phandle ? byPhandle(phandle) : at.Parent;
            if (parent is null || parent.Property("#interrupt-cells") is not null)
                return parent;
            at = parent;
        }

        return null;
    }

    private static List<CellTuple>? Same(PropertyValue value, long count) =>
        count > 0 && value.CellCount % count == 0
            ? [.. Enumerable.Range(0, value.CellCount / (int)count).Select(i => new CellTuple(i * (int)count, (int)count))]
            : null;

    private List<CellTuple>? Specifiers(PropertyValue value, Func<TreeNode, long> cells)
    {
        var tuples = new List<CellTuple>();
        for (var at = 0; at < value.CellCount;)
        {
            var phandle = value.CellAt(4 * at);
            // 0 and -1 stand for an entry that is left out.
            var count = !Phandles.IsValid(phandle) ? 1 : byPhandle(phandle) is { } other ? 1 + cells(other) : 0;
            if (count < 1 || count > value.CellCount - at)
                return null;
            tuples.Add(new(at, (int)count, 0));
            at += (int)count;
        }

        return tuples;
    }

    // Devicetree Specification 0.4, section 2.4.3.1
    private List<CellTuple>? InterruptMap(TreeNode node, PropertyValue value)
    {
        var tuples = new List<CellTuple>();
        var before = AddressCellsOf(node) + Cells(node, "#interrupt-cells", 0);
        for (var at = 0; at < value.CellCount;)
        {
            if (before >= value.CellCount - at || byPhandle(value.CellAt(4 * (at + (int)before))) is not { } parent)
                return null;
            var count = before + 1 + Cells(parent, "#address-cells", 0) + Cells(parent, "#interrupt-cells", 0);
            if (count > value.CellCount - at)
                return null;
            tuples.Add(new(at, (int)count, (int)before));
            at += (int)count;
        }

        return tuples;
    }

    /// <summary>The cells of an address in a node.</summary>
    public static long AddressCellsOf(TreeNode? node) => Cells(node, "#address-cells", AddressCells);

    /// <summary>The cells of a size in a node.</summary>
    public static long SizeCellsOf(TreeNode? node) => Cells(node, "#size-cells", SizeCells);

    private static long Cells(TreeNode? node, string name, long otherwise) => node?.Property(name)?.Value.Cell ?? otherwise;
}
