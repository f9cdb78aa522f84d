namespace Bsp.DeviceTrees.Checks;

/// <summary>How many cells addresses and sizes have, and what is written with them (scripts/dtc/checks.c).</summary>
internal sealed class CellChecks
{
    private const int BytesOfCell = 4;

    /// <param name="values">The checks that the numbers of cells are numbers.</param>
    public CellChecks(ValueChecks values)
    {
        AddressAndSize = new Check("addr_size_cells", Read, values.AddressCells, values.SizeCells).Warns();
        Reg = new Check("reg_format", RegFormat, AddressAndSize) { Among = nodes => nodes.WithProperty("reg") }.Warns();
        AvoidDefault =
            new Check("avoid_default_addr_size", Defaults, AddressAndSize)
            {
                Among = nodes => nodes.WithAnyProperty("reg", "ranges"),
            }.Warns();
        Formats =
        [
            AddressAndSize,
            Reg,
            new Check("ranges_format", (run, check, node) => RangesFormat(run, check, node, "ranges"), AddressAndSize)
            {
                Among = nodes => nodes.WithProperty("ranges"),
            }.Warns(),
            new Check("dma_ranges_format", (run, check, node) => RangesFormat(run, check, node, "dma-ranges"), AddressAndSize)
            {
                Among = nodes => nodes.WithProperty("dma-ranges"),
            }.Warns(),
        ];
        Style =
        [
            AvoidDefault,
            new Check("avoid_unnecessary_addr_size", Unnecessary, AvoidDefault).Warns(),
        ];
    }

    public Check AddressAndSize { get; }

    public Check Reg { get; }

    public Check AvoidDefault { get; }

    /// <summary>The checks of values, in dtc's order.</summary>
    public IReadOnlyList<Check> Formats { get; }

    /// <summary>The checks of style, in dtc's order.</summary>
    public IReadOnlyList<Check> Style { get; }

    private static void Read(CheckRun run, Check check, TreeNode node) =>
        run.InfoOf(node).SetCells(Cells(run, node, "#address-cells"), Cells(run, node, "#size-cells"));

    private static uint? Cells(CheckRun run, TreeNode node, string name) =>
        (run.Overlaid is { } overlaid ? overlaid.Property(node, name) : node.Property(name))?.Value.Cell;

    private static void RegFormat(CheckRun run, Check check, TreeNode node)
    {
        if (node.Property("reg") is not { } reg)
            return;
        if (node.Parent is null)
        {
            run.Report(check, node, "Root node has a \"reg\" property");
            return;
        }

        if (reg.Value.Length == 0)
            run.Report(check, node, reg, "property is empty");
        var parent = run.InfoOf(node.Parent);
        var (address, size) = (parent.AddressCellsInEffect, parent.SizeCellsInEffect);
        if (!IsMultiple(reg.Value.Length, unchecked((address + size) * BytesOfCell)))
        {
            run.Report(
                check, node, reg,
                $"property has invalid length ({reg.Value.Length} bytes) (#address-cells == {address}, #size-cells == {size})");
        }
    }

    private static void RangesFormat(CheckRun run, Check check, TreeNode node, string name)
    {
        if (node.Property(name) is not { } ranges)
            return;
        if (node.Parent is null)
        {
            run.Report(check, node, ranges, $"Root node has a \"{name}\" property");
            return;
        }

        var (parent, child) = (run.InfoOf(node.Parent), run.InfoOf(node));
        var (parentAddress, address, size) = (parent.AddressCellsInEffect, child.AddressCellsInEffect, child.SizeCellsInEffect);
        if (ranges.Value.Length == 0)
        {
            if (parentAddress != address)
            {
                run.Report(
                    check, node, ranges,
                    $"empty \"{name}\" property but its #address-cells ({address}) differs from {node.Parent.Path} ({parentAddress})");
            }

            if (parent.SizeCellsInEffect is var parentSize && parentSize != size)
            {
                run.Report(
                    check, node, ranges,
                    $"empty \"{name}\" property but its #size-cells ({size}) differs from {node.Parent.Path} ({parentSize})");
            }
        }
        else if (!IsMultiple(ranges.Value.Length, unchecked((parentAddress + address + size) * BytesOfCell)))
        {
            run.Report(
                check, node, ranges,
                $"\"{name}\" property has invalid length ({ranges.Value.Length} bytes) (parent #address-cells == {parentAddress}, child "
                + $"#address-cells == {address}, #size-cells == {size})");
        }
    }

    /// <summary>Whether bytes are so many whole parts; of parts without bytes there is none.</summary>
    public static bool IsMultiple(int length, int part) => part == 0 ? length == 0 : length % part == 0;

    private static void Defaults(CheckRun run, Check check, TreeNode node)
    {
        if (node.Parent is null || (node.Property("reg") ?? node.Property("ranges")) is null)
            return;
        var parent = run.InfoOf(node.Parent);
        if (!parent.HasAddressCells)
            run.Report(check, node, "Relying on default #address-cells value");
        if (!parent.HasSizeCells)
            run.Report(check, node, "Relying on default #size-cells value");
    }

    private static void Unnecessary(CheckRun run, Check check, TreeNode node)
    {
        // dtc asks for children that there have ever been.
        if (node.Parent is null || node.ChildList.Count == 0 || run.InfoOf(node) is { AddressCells: < 0 } or { SizeCells: < 0 })
            return;
        // What the tree below has more is not looked at.
        if (run.Overlaid?.IsAddition(node) is not true && node.Property("ranges") is null && node.Property("dma-ranges") is null
            && node.Children.All(child => child.Property("reg") is null))
            run.Report(check, node, "unnecessary #address-cells/#size-cells without \"ranges\", \"dma-ranges\" or child \"reg\" property");
    }
}
