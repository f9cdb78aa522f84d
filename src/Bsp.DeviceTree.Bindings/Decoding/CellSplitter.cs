using System.Globalization;

namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>Splits cells into rows by what other nodes say about their number (dtschema/dtb.py, the functions fixup_*).</summary>
/// <param name="rules">The version that does it.</param>
/// <param name="types">The types of properties.</param>
/// <param name="phandles">The nodes by what others name them by.</param>
/// <param name="references">In a tree that is to be applied to another: the places of references, <c>path:property:offset</c>.</param>
internal sealed class CellSplitter(
    SchemaRules rules, PropertyTypes types, IReadOnlyDictionary<uint, NodeInstance> phandles, IReadOnlySet<string> references)
{
    // Stands for a node of another tree.
    private const uint Unresolved = uint.MaxValue;

    private const string DmaMasters = "dma-masters";
    private const string MsiRanges = "msi-ranges";

    // What does not go by the rule that foos has #foo-cells; null where nothing follows the phandle.
    private static readonly Dictionary<string, string?> s_cellNames = new(StringComparer.Ordinal)
    {
        ["assigned-clocks"] = "#clock-cells",
        ["assigned-clock-parents"] = "#clock-cells",
        ["cooling-device"] = "#cooling-cells",
        ["interrupts-extended"] = "#interrupt-cells",
        ["interconnects"] = "#interconnect-cells",
        ["mboxes"] = "#mbox-cells",
        ["sound-dai"] = "#sound-dai-cells",
        ["msi-parent"] = "#msi-cells",
        ["gpio-ranges"] = "3",
        ["memory-region"] = null,
    };

    private static readonly Dictionary<string, string?> s_cellNames2022 = new(s_cellNames, StringComparer.Ordinal)
    {
        ["nvmem-cells"] = null,
    };

    private static readonly Dictionary<string, string?> s_cellNames2025 = new(s_cellNames, StringComparer.Ordinal)
    {
        [MsiRanges] = "#interrupt-cells",
        [DmaMasters] = "#dma-cells",
    };

    private bool IsOld => rules == SchemaRules.V2022;

    /// <summary>Splits all that is below a root.</summary>
    public void Split(NodeInstance root)
    {
        SplitGpios(root);
        SplitInterrupts(root, 1);
        SplitAddresses(root, 2, 1);
        SplitPhandles(root, "");
    }

    private static IReadOnlyList<Instance>? Cells(Instance value) =>
        value is ListInstance list && list.Row(0) is [NumberInstance, ..] row ? row : null;

    private static uint Cell(IReadOnlyList<Instance> cells, int index) =>
        index < cells.Count && cells[index] is NumberInstance { Value: var value } ? unchecked((uint)value) : 0;

    private static int IndexOf(IReadOnlyList<Instance> cells, uint cell, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (Cell(cells, i) == cell)
                return i;
        }

        return -1;
    }

    private static ListInstance Row(IReadOnlyList<Instance> cells, int start, int count) => new([.. cells.Skip(start).Take(count)]);

    private static ListInstance Rows(IReadOnlyList<Instance> cells, int columns)
    {
        var rows = new List<Instance>();
        for (var i = 0; i < cells.Count; i += columns)
            rows.Add(Row(cells, i, columns));
        return new(rows);
    }

    private void SplitGpios(NodeInstance node)
    {
        if (node.Members.ContainsKey("gpio-hog"))
            return;
        foreach (var (name, value) in node.Members.ToList())
        {
            if (value is NodeInstance child)
                SplitGpios(child);
            else if ((name is "gpio" or "gpios" || name.EndsWith("-gpios", StringComparison.Ordinal)
                || name.EndsWith("-gpio", StringComparison.Ordinal))
                && !name.EndsWith(",nr-gpios", StringComparison.Ordinal) && Cells(value) is { } cells)
                node.Members[name] = Gpios(cells);
        }
    }

    private ListInstance Gpios(IReadOnlyList<Instance> cells)
    {
        var rows = new List<Instance>();
        for (var i = 0; i < cells.Count;)
        {
            var count = Cell(cells, i) switch
            {
                0 => 0,
                Unresolved => (IndexOf(cells, Unresolved, i + 1, cells.Count - 1) is >= 0 and var next ? next : cells.Count) - (i + 1),
                var phandle => phandles.TryGetValue(phandle, out var target) ? Math.Max(0, target.Cell("#gpio-cells") ?? 0) : cells.Count,
            };
            rows.Add(Row(cells, i, count + 1));
            i += Math.Min(count, cells.Count) + 1;
        }

        return new(rows);
    }

    private void SplitInterrupts(NodeInstance node, int interruptCells)
    {
        if (node.Members.GetValueOrDefault("interrupt-parent") is { } named && Cells(named) is { } parents)
        {
            if (Cell(parents, 0) == Unresolved)
                node.Members.Remove("interrupt-parent");
            else if (phandles.TryGetValue(Cell(parents, 0), out var parent))
                interruptCells = parent.Cell("#interrupt-cells") ?? 0;
        }

        foreach (var (name, value) in node.Members.ToList())
        {
            if (value is NodeInstance child)
            {
                interruptCells = node.Cell("#interrupt-cells") ?? interruptCells;
                SplitInterrupts(child, interruptCells);
            }
            else if (name == "interrupts" && Cells(value) is { } interrupts && interruptCells > 0)
            {
                node.Members[name] = Rows(interrupts, interruptCells);
            }
            else if (name == "interrupt-map" && Cells(value) is { } map)
            {
                var cells = node.Cell("#interrupt-cells") ?? 0;
                node.Members[name] = InterruptMap(map, (node.Cell("#address-cells") ?? 0) + cells);
                // 2022.08.2 goes on with what an interrupt-map has.
                if (IsOld)
                    interruptCells = cells;
            }
        }
    }

    // The first row says how long all of them are.
    private ListInstance InterruptMap(IReadOnlyList<Instance> cells, int child)
    {
        var phandle = Cell(cells, child);
        if (phandle == Unresolved)
        {
            var next = IndexOf(cells, Unresolved, child + 1, cells.Count);
            return next >= 0 ? Rows(cells, next - child) : IsOld ? new([]) : new([new ListInstance(cells)]);
        }

        return phandles.TryGetValue(phandle, out var parent)
            ? Rows(cells, Math.Max(1, child + 1 + (parent.Cell("#address-cells") ?? 0) + (parent.Cell("#interrupt-cells") ?? 0)))
            : new([new ListInstance(cells)]);
    }

    private void SplitAddresses(NodeInstance node, int addressCells, int sizeCells)
    {
        foreach (var (name, value) in node.Members.ToList())
        {
            if (value is NodeInstance child)
            {
                addressCells = node.Cell("#address-cells") ?? addressCells;
                sizeCells = node.Cell("#size-cells") ?? sizeCells;
                SplitAddresses(child, addressCells, sizeCells);
                continue;
            }

            var columns = name switch
            {
                "reg" when IsOld => addressCells + sizeCells,
                _ when !IsOld && types.Of(name).Any(type => type.Name == "address") => addressCells + sizeCells,
                "ranges" or "dma-ranges" => addressCells + (node.Cell("#address-cells") ?? 0) + (node.Cell("#size-cells") ?? 0),
                _ => 0,
            };
            if (columns > 0 && Cells(value) is { } cells)
                node.Members[name] = Rows(cells, columns);
        }
    }

    private void SplitPhandles(NodeInstance node, string path)
    {
        foreach (var (name, value) in node.Members.ToList())
        {
            if (value is NodeInstance child)
            {
                SplitPhandles(child, path + "/" + name);
                continue;
            }

            if (value is not ListInstance { Items.Count: 1 } || Cells(value) is not { } cells
                || types.Of(name).All(type => type.Name != "phandle-array"))
                continue;
            if (!IsOld && name != DmaMasters && types.DimensionsOf(name) is { IsFixed: true })
                continue;
            var property = path + ":" + name;
            if (!(IsOld ? s_cellNames2022 : s_cellNames2025).TryGetValue(name, out var cellName))
            {
                if (!name.EndsWith('s') || name.Contains("gpio", StringComparison.Ordinal))
                    continue;
                cellName = "#" + name[..^1] + "-cells";
                if (Length(property, cells, 0, cellName) == 0)
                    continue;
            }

            node.Members[name] = name == DmaMasters && !IsOld && IsCount(cells, cellName)
                ? cells[0]
                : Phandles(property, name, cells, cellName);
        }
    }

    // In one binding dma-masters is a number.
    private bool IsCount(IReadOnlyList<Instance> cells, string? cellName) =>
        Cell(cells, 0) is var value and >= 1 and <= 4
            && (cellName is null || !phandles.TryGetValue(value, out var target) || !target.Members.ContainsKey(cellName));

    // What follows a phandle of no node is lost, as in dt-schema.
    private ListInstance Phandles(string property, string name, IReadOnlyList<Instance> cells, string? cellName)
    {
        var rows = new List<Instance>();
        for (var i = 0; i < cells.Count;)
        {
            var length = Length(property, cells, i, cellName);
            if (length == 0)
                break;
            if (name == MsiRanges && !IsOld)
                length++;
            if (name == "interconnects")
                length += Length(property, cells, i + length, cellName);
            rows.Add(Row(cells, i, length));
            i += length;
        }

        return new(rows);
    }

    private int Length(string property, IReadOnlyList<Instance> cells, int index, string? cellName)
    {
        if (index >= cells.Count)
            return 0;
        var phandle = Cell(cells, index);
        if (phandle == 0 || cellName is null)
            return 1;
        if (phandle == Unresolved)
        {
            if (!IsReference(index))
                return 0;
            var count = 1;
            while (index + count < cells.Count && !IsReference(index + count))
                count++;
            return count;
        }

        if (!phandles.TryGetValue(phandle, out var target))
            return 0;
        var arguments = int.TryParse(cellName, CultureInfo.InvariantCulture, out var fixedCount) ? fixedCount : target.Cell(cellName) ?? 0;
        return 1 + Math.Clamp(arguments, 0, cells.Count);

        bool IsReference(int cell) => references.Contains(string.Create(CultureInfo.InvariantCulture, $"{property}:{4 * cell}"));
    }
}
