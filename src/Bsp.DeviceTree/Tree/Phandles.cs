namespace Bsp.DeviceTrees;

/// <summary>Gives nodes the numbers that others name them by (scripts/dtc/livetree.c, get_node_phandle).</summary>
/// <param name="properties">The properties that a number is written to.</param>
internal sealed class Phandles(PhandleProperties properties)
{
    private readonly Dictionary<uint, TreeNode> _owners = [];
    private uint _next = 1;

    /// <summary>Whether a number can be a phandle.</summary>
    public static bool IsValid(uint phandle) => phandle is not (0 or uint.MaxValue);

    /// <summary>Sets the number that a source gives a node itself.</summary>
    public void Set(TreeNode node, uint phandle)
    {
        node.Phandle = phandle;
        _owners[phandle] = node;
    }

    /// <summary>The node that a number names; of a node that has been left out it is free again.</summary>
    public TreeNode? Find(uint phandle) => _owners.TryGetValue(phandle, out var node) && !node.IsDeleted ? node : null;

    /// <summary>The number of a node, the next free one where it has none.</summary>
    public uint Of(TreeNode node)
    {
        if (IsValid(node.Phandle))
            return node.Phandle;
        while (Find(_next) is not null)
            _next++;
        Set(node, _next);
        if ((properties & PhandleProperties.Legacy) != 0)
            Write(node, "linux,phandle");
        if ((properties & PhandleProperties.Epapr) != 0)
            Write(node, "phandle");
        return node.Phandle;
    }

    // A node that refers to itself has the property already, and gets the number in it.
    private static void Write(TreeNode node, string name)
    {
        if (node.Property(name) is null)
            node.Add(name, PropertyValue.Of(node.Phandle));
    }
}
