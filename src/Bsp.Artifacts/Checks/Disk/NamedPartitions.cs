using System.Text.RegularExpressions;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2015: partitions that the device tree and U-Boot's variables name are on the disk.</summary>
internal sealed class NamedPartitions : InfixCheck
{
    // U-Boot's "device#name" (doc/usage/partitions.rst, "Partition names").
    private static readonly Regex ByName = new(@"^[0-9a-fA-F.]+#(?<name>[\w.-]+)$", RegexOptions.CultureInvariant);

    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (infix.Disk is not { } disk || distribution.LayoutOf(board) is not { } layout)
            return [];
        var names = layout.Partitions.Select(partition => partition.Name).ToList();
        return InTrees(board).Concat(InVariables(board, infix))
            .Where(reference => !names.Contains(reference.Name))
            .Select(
                reference => new Finding(
                    Rules.NoSuchPartition, reference.Subject,
                    $"{reference.What} names the partition '{reference.Name}', but the disk of board '{board.Id}' has "
                    + $"{string.Join(", ", names.Select(name => $"'{name}'"))}; name one of these, or add it to Disk.Partitions",
                    disk));
    }

    // nvmem-layout's gpt-partitions: what a driver reads from a partition of the disk.
    private static IEnumerable<(object Subject, string What, string Name)> InTrees(Board board) =>
        from tree in board.DeviceTrees
        from node in tree.Edits.SelectMany(All)
        from property in node.Properties
        where property.Name == "partname"
        from name in property.Values.OfType<DtString>()
        select ((object)property, $"the node '{node.Name}' of '{tree.Name}'", name.Text);

    private static IEnumerable<(object Subject, string What, string Name)> InVariables(Board board, InfixBoard infix) =>
        from variable in Boot.InfixEnvironment.All(board, infix)
        let match = ByName.Match(variable.Value)
        where match.Success
        select ((object)variable, $"U-Boot's variable '{variable.Name}'", match.Groups["name"].Value);

    private static IEnumerable<DtNode> All(DtNode node) => node.Nodes.SelectMany(All).Prepend(node);
}
