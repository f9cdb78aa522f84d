using System.Text;

namespace Bsp.DeviceTrees.Queries;

/// <summary>What nodes give each other.</summary>
public enum SupplyKind
{
    /// <summary><c>interrupts</c>, <c>interrupts-extended</c> and <c>interrupt-map</c>.</summary>
    Interrupts,

    /// <summary><c>clocks</c>.</summary>
    Clocks,

    /// <summary><c>power-domains</c> and regulators, <c>*-supply</c>.</summary>
    Power,
}

/// <summary>Something that a node takes from another: an interrupt, a clock, power.</summary>
/// <param name="Consumer">The node that takes it.</param>
/// <param name="Provider">The node that gives it.</param>
/// <param name="Property">The property that says so.</param>
/// <param name="Specifier">What is asked of the provider, in cells.</param>
/// <param name="Name">What the consumer calls it (<c>clock-names</c>, <c>vcc-supply</c>); null where it has no name.</param>
public sealed record Supply(TreeNode Consumer, TreeNode Provider, string Property, IReadOnlyList<uint> Specifier, string? Name)
{
    /// <summary>All of a kind, in the tree's order.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="references">Its references.</param>
    /// <param name="kind">The kind.</param>
    public static IEnumerable<Supply> Of(DeviceTree tree, TreeReferences references, SupplyKind kind) =>
        from node in tree.Root.SelfAndDescendants()
        from property in node.Properties
        where IsOf(kind, property.Name)
        from supply in Of(references, node, property)
        select supply;

    private static bool IsOf(SupplyKind kind, string property) => kind switch
    {
        SupplyKind.Interrupts => property is "interrupts" or "interrupts-extended" or "interrupt-map",
        SupplyKind.Clocks => property == "clocks",
        _ => property == "power-domains" || property.EndsWith("-supply", StringComparison.Ordinal),
    };

    private static IEnumerable<Supply> Of(TreeReferences references, TreeNode node, TreeProperty property)
    {
        // interrupts-extended goes before interrupts (Devicetree Specification 0.4, section 2.4.1.2).
        if (property.Name == "interrupts" && node.Property("interrupts-extended") is not null)
            yield break;
        var names = Texts(node.Property(NamesOf(property.Name)));
        var index = 0;
        foreach (var tuple in references.Layout(node, property) ?? [])
        {
            var provider = tuple.Reference < 0
                ? references.InterruptParent(node)
                : references.ByPhandle(property.Value.CellAt(4 * (tuple.First + tuple.Reference)));
            var name = property.Name.EndsWith("-supply", StringComparison.Ordinal)
                ? property.Name
                : index < names.Length ? names[index] : null;
            index++;
            // An entry that is left out.
            if (provider is null)
                continue;
            yield return new(
                node, provider, property.Name,
                [
                    .. Enumerable.Range(tuple.First + tuple.Reference + 1, tuple.Count - tuple.Reference - 1)
                        .Select(cell => property.Value.CellAt(4 * cell)),
                ],
                name);
        }
    }

    private static string NamesOf(string property) => property switch
    {
        "clocks" => "clock-names",
        "power-domains" => "power-domain-names",
        "interrupt-map" => "",
        _ => "interrupt-names",
    };

    private static string[] Texts(TreeProperty? property) =>
        property is null ? [] : Encoding.UTF8.GetString(property.Value.Bytes.ToArray()).TrimEnd('\0').Split('\0');
}
