namespace Bsp.DeviceTrees.Checks;

/// <summary>Names of nodes and properties, and the unit addresses in them (scripts/dtc/checks.c).</summary>
internal static class NameChecks
{
    private static readonly CharacterSet s_strictCharacters = new(CharacterSet.LettersAndDigits + ",-");

    /// <summary>The checks of characters, in dtc's order.</summary>
    public static IEnumerable<Check> OfCharacters() =>
    [
        new("property_name_chars_strict", PropertyNames),
        new("node_name_chars_strict", NodeNames),
    ];

    /// <summary>The checks of a node's own unit address, in dtc's order.</summary>
    public static IEnumerable<Check> OfUnitAddresses(StructureChecks structure, BusChecks buses) =>
    [
        new Check("unit_address_vs_reg", UnitAddressAndReg).Warns(),
        new Check("unit_address_format", UnitAddressFormat, structure.NodeNameFormat, buses.Pci, buses.Simple).Warns(),
    ];

    /// <summary>The checks that a unit address is there once, in dtc's order.</summary>
    public static IEnumerable<Check> OfSameUnitAddresses(CellChecks cells) =>
    [
        new Check("unique_unit_address", (run, check, node) => Unique(run, check, node, _ => true), cells.AvoidDefault).Warns(),
        new Check("unique_unit_address_if_enabled", (run, check, node) => Unique(run, check, node, IsEnabled), cells.AvoidDefault),
    ];

    private static void PropertyNames(CheckRun run, Check check, TreeNode node)
    {
        foreach (var property in node.Properties.Where(property => property.Name != "device_type"))
        {
            var name = property.Name;
            var bad = s_strictCharacters.FirstOther(name);
            // A # may be in front, or after the vendor's prefix.
            if (bad >= 0 && name[bad] == '#' && (bad == 0 || name[bad - 1] == ','))
            {
                name = name.Substring(bad + 1);
                bad = s_strictCharacters.FirstOther(name);
            }

            if (bad >= 0)
                run.Report(check, node, property, $"Character '{name[bad]}' not recommended in property name");
        }
    }

    private static void NodeNames(CheckRun run, Check check, TreeNode node)
    {
        if (s_strictCharacters.FirstOther(node.BaseName) is >= 0 and var bad)
            run.Report(check, node, $"Character '{node.Name[bad]}' not recommended in node name");
    }

    private static void UnitAddressAndReg(CheckRun run, Check check, TreeNode node)
    {
        var hasReg = node.Property("reg") is not null || node.Property("ranges") is { Value.Length: > 0 };
        // A fragment of an overlay is numbered, and has no address.
        if (hasReg == (node.UnitAddress.Length > 0) || node.Child("__overlay__") is not null)
            return;
        run.Report(
            check, node,
            hasReg ? "node has a reg or ranges property, but no unit name" : "node has a unit name, but no reg or ranges property");
    }

    private static void UnitAddressFormat(CheckRun run, Check check, TreeNode node)
    {
        if (node.Parent is not null && run.InfoOf(node.Parent).Bus != BusKind.None)
            return;
        var address = node.UnitAddress;
        if (address.StartsWith("0x", StringComparison.Ordinal))
        {
            run.Report(check, node, "unit name should not have leading \"0x\"");
            address = address.Substring(2);
        }

        if (address is ['0', (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'), ..])
            run.Report(check, node, "unit name should not have leading 0s");
    }

    private static void Unique(CheckRun run, Check check, TreeNode node, Func<TreeNode, bool> isMeant)
    {
        if (run.InfoOf(node) is { AddressCells: < 0 } or { SizeCells: < 0 } || !HasOneAddressTwice(node))
            return;
        var before = new Dictionary<string, List<TreeNode>>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            if (child.UnitAddress is not { Length: > 0 } address || !isMeant(child))
                continue;
            if (!before.TryGetValue(address, out var others))
                before.Add(address, others = []);
            foreach (var other in others)
                run.Report(check, other, $"duplicate unit-address (also used in node {child.Path})");
            others.Add(child);
        }
    }

    // Which hardly any node has.
    private static bool HasOneAddressTwice(TreeNode node)
    {
        if (node.ChildList.Count < 2)
            return false;
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var child in node.Children)
        {
            if (child.UnitAddress is { Length: > 0 } address && !addresses.Add(address))
                return true;
        }

        return false;
    }

    private static bool IsEnabled(TreeNode node) =>
        node.Property("status") is not { } status || !status.Value.FirstText.SequenceEqual("disabled"u8);
}
