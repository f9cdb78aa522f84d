namespace Bsp.DeviceTrees.Checks;

/// <summary>Interrupts, their controllers, and the maps between them (scripts/dtc/checks.c).</summary>
internal static class InterruptChecks
{
    private const int BytesOfCell = 4;

    /// <summary>The checks, in dtc's order.</summary>
    public static IEnumerable<Check> Make(StructureChecks structure, CellChecks cells, SpecifierChecks specifiers)
    {
        var provider = new Check("interrupt_provider", Provider, specifiers.InterruptCells)
        {
            Among = nodes => nodes.WithAnyProperty("#interrupt-cells", "interrupt-controller", "interrupt-map"),
        }.Warns();
        return
        [
            // dtc names phandle_references where the data belongs: the check needs nothing.
            new Check("interrupts_property", Interrupts) { Among = nodes => nodes.WithProperty("interrupts") }.Warns(),
            provider,
            new Check("interrupt_map", Map, structure.PhandleReferences, cells.AddressAndSize, provider)
            {
                Among = nodes => nodes.WithProperty("interrupt-map"),
            }.Warns(),
        ];
    }

    private static bool IsProvider(TreeNode node) => (node.Property("interrupt-controller") ?? node.Property("interrupt-map")) is not null;

    private static void Provider(CheckRun run, Check check, TreeNode node)
    {
        var saysCells = node.Property("#interrupt-cells") is not null;
        if (IsProvider(node) && !saysCells)
            run.Report(check, node, "Missing '#interrupt-cells' in interrupt provider");
        if (!IsProvider(node) && saysCells)
            run.Report(check, node, "'#interrupt-cells' found, but node is not an interrupt provider");
    }

    private static void Interrupts(CheckRun run, Check check, TreeNode node)
    {
        if (node.Property("interrupts") is not { } interrupts)
            return;
        var length = interrupts.Value.Length;
        if (length % BytesOfCell != 0)
            run.Report(check, node, interrupts, $"size ({length}) is invalid, expected multiple of {BytesOfCell}");
        if (!TryFindController(run, check, node, out var controller))
            return;
        if (controller is null)
        {
            run.Report(check, node, "Missing interrupt-parent");
            return;
        }

        if (controller.Property("#interrupt-cells") is not { Value.Cell: { } cells } property)
            return;
        var part = unchecked((int)(cells * (ulong)BytesOfCell));
        // The property of the controller, under the name of the device: so does dtc.
        if (!CellChecks.IsMultiple(length, part))
            run.Report(check, node, property, $"size is ({length}), expected multiple of {part}");
    }

    // False where nothing more is to be said.
    private static bool TryFindController(CheckRun run, Check check, TreeNode node, out TreeNode? controller)
    {
        controller = null;
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at != node && IsProvider(at))
            {
                controller = at;
                return true;
            }

            if (at.Property("interrupt-parent") is not { } parent)
                continue;
            if (parent.Value.Cell is not { } phandle)
                return false;
            if (!Phandles.IsValid(phandle))
            {
                // An overlay's controller may be elsewhere.
                if (run.Tree.IsPlugin)
                    return false;
                run.Report(check, at, parent, "Invalid phandle");
                return true;
            }

            controller = run.Phandles.Find(phandle);
            if (controller is null)
            {
                run.Report(check, at, parent, "Bad phandle");
                return false;
            }

            if (!IsProvider(controller))
                run.Report(check, controller, "Missing interrupt-controller or interrupt-map property");
            return true;
        }

        return true;
    }

    private static void Map(CheckRun run, Check check, TreeNode node)
    {
        if (node.Property("interrupt-map") is not { } map)
            return;
        var info = run.InfoOf(node);
        if (info.AddressCells < 0)
        {
            run.Report(check, node, "Missing '#address-cells' in interrupt-map provider");
            return;
        }

        if (node.Property("#interrupt-cells")?.Value.Cell is not { } interruptCells)
            return;
        // Of an entry: the address and interrupt in the node, the parent, and the address and interrupt in it.
        var own = info.AddressCells + (long)interruptCells;
        if (node.Property("interrupt-map-mask") is { } mask && mask.Value.Length != own * BytesOfCell)
            run.Report(check, node, mask, $"property size ({mask.Value.Length}) is invalid, expected {own * BytesOfCell}");
        if (map.Value.Length % BytesOfCell != 0)
        {
            run.Report(check, node, map, $"property size ({map.Value.Length}) is invalid, expected multiple of {BytesOfCell}");
            return;
        }

        for (long at = 0; at < map.Value.CellCount;)
        {
            at += own;
            if (at >= map.Value.CellCount)
            {
                run.Report(check, node, map, $"property size ({map.Value.Length}) too small, expected > {at * BytesOfCell}");
                return;
            }

            if (CellsOfParent(run, check, node, map, (int)at) is not { } cells)
                return;
            at += 1 + cells;
        }
    }

    // Null where the entry is not to be understood.
    private static long? CellsOfParent(CheckRun run, Check check, TreeNode node, TreeProperty map, int at)
    {
        var phandle = map.Value.CellAt(at * BytesOfCell);
        if (!Phandles.IsValid(phandle))
        {
            // An overlay's controller may be elsewhere.
            if (!run.Tree.IsPlugin)
                run.Report(check, node, map, $"Cell {at} is not a phandle({unchecked((int)phandle)})");
            return null;
        }

        if (run.Phandles.Find(phandle) is not { } parent)
        {
            run.Report(check, node, map, $"Could not get phandle({unchecked((int)phandle)}) node for (cell {at})");
            return null;
        }

        if (parent.Property("#interrupt-cells") is not { } cells)
        {
            run.Report(
                check, node,
                $"Missing property '#interrupt-cells' in node {parent.Path} or bad phandle (referred from interrupt-map[{at}])");
            return null;
        }

        return cells.Value.Cell + (long)(parent.Property("#address-cells")?.Value.Cell ?? 0);
    }
}
