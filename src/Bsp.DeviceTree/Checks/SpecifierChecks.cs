namespace Bsp.DeviceTrees.Checks;

/// <summary>Properties that name other nodes, each with the cells that the node asks for (scripts/dtc/checks.c).</summary>
internal sealed class SpecifierChecks
{
    /// <param name="phandleReferences">The check that fills in phandles.</param>
    public SpecifierChecks(Check phandleReferences)
    {
        var pairs = new List<Check>();
        foreach (var (property, cells) in SpecifierProperties.Checked)
        {
            var name = property.Replace('-', '_');
            var isCell = ValueChecks.Cell(name + "_is_cell", cells);
            pairs.Add(
                new Check(
                    name + "_property", (run, check, node) => Specifiers(run, check, node, property, cells), isCell, phandleReferences)
                {
                    Among = nodes => nodes.WithProperty(property),
                }.Warns());
            pairs.Add(isCell);
        }

        InterruptCells = pairs.Find(check => check.Name == "interrupts_extended_is_cell")!;
        All =
        [
            .. pairs,
            new("deprecated_gpio_property", DeprecatedGpio) { Among = nodes => nodes.WithNameThat(SpecifierProperties.IsGpio) },
            new Check("gpios_property", Gpios, phandleReferences)
            {
                Among = nodes => nodes.WithNameThat(SpecifierProperties.IsGpio),
            }.Warns(),
        ];
    }

    /// <summary>The check that <c>#interrupt-cells</c> is a number.</summary>
    public Check InterruptCells { get; }

    /// <summary>The checks, in dtc's order.</summary>
    public IReadOnlyList<Check> All { get; }

    private static void Specifiers(CheckRun run, Check check, TreeNode node, string name, string cells)
    {
        if (node.Property(name) is { } property)
            Specifiers(run, check, node, property, cells);
    }

    private static void Specifiers(CheckRun run, Check check, TreeNode node, TreeProperty property, string cellsName)
    {
        var value = property.Value;
        if (value.Length % 4 != 0)
        {
            run.Report(check, node, property, $"property size ({value.Length}) is invalid, expected multiple of 4");
            return;
        }

        // Long, because a node may ask for as many cells as a cell can say.
        var marker = 0;
        for (long at = 0, cells; at < value.CellCount; at += 1 + cells)
        {
            cells = 0;
            var phandle = value.CellAt((int)at * 4);
            if (!Phandles.IsValid(phandle))
            {
                // 0 and -1 stand for an entry that is left out; in an overlay, for one that is elsewhere.
                if (run.Tree.IsPlugin)
                    return;
                continue;
            }

            if (value.MarkerList.Count > 0 && !IsReference(value.MarkerList, at * 4, ref marker))
                run.Report(check, node, property, $"cell {at} is not a phandle reference");
            if (run.Phandles.Find(phandle) is not { } provider)
            {
                run.Report(check, node, property, $"Could not get phandle node for (cell {at})");
                return;
            }

            if (provider.Property(cellsName) is { } said)
            {
                if (said.Value.Cell is not { } count)
                    return;
                cells = count;
            }
            else if (property.Name != SpecifierProperties.MsiParent)
            {
                run.Report(
                    check, node,
                    $"Missing property '{cellsName}' in node {provider.Path} or bad phandle (referred from {property.Name}[{at}])");
                return;
            }

            if (value.CellCount < at + 1 + cells)
                run.Report(check, node, property, $"property size ({value.Length}) too small for cell size {unchecked((int)cells)}");
        }
    }

    // From marker on, which moves along.
    private static bool IsReference(List<Marker> markers, long offset, ref int marker)
    {
        while (marker < markers.Count && (markers[marker].Kind != MarkerKind.Phandle || markers[marker].Offset < offset))
            marker++;
        return marker < markers.Count && markers[marker].Offset == offset;
    }

    private static void DeprecatedGpio(CheckRun run, Check check, TreeNode node)
    {
        foreach (var property in node.Properties.Where(
            property => SpecifierProperties.IsGpio(property.Name) && property.Name.EndsWith("gpio", StringComparison.Ordinal)))
            run.Report(check, node, property, "'[*-]gpio' is deprecated, use '[*-]gpios' instead");
    }

    private static void Gpios(CheckRun run, Check check, TreeNode node)
    {
        // A hog's own pins, with no node before them.
        if (node.Property("gpio-hog") is not null)
            return;
        foreach (var property in node.Properties)
        {
            if (SpecifierProperties.IsGpio(property.Name))
                Specifiers(run, check, node, property, "#gpio-cells");
        }
    }
}
