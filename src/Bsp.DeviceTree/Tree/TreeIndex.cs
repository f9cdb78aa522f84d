namespace Bsp.DeviceTrees;

/// <summary>Finds nodes of a whole tree by label. Where a label was given twice, the first node in the tree's order has it.</summary>
internal sealed class TreeIndex
{
    private readonly TreeNode _root;
    private readonly Dictionary<string, TreeNode> _labels = new(StringComparer.Ordinal);

    public TreeIndex(DeviceTree tree)
        : this(tree.Root, tree.Root.SelfAndDescendants())
    {
    }

    /// <summary>The index of nodes that are known already.</summary>
    /// <param name="root">The tree's root.</param>
    /// <param name="nodes">All of its nodes, in the tree's order.</param>
    public TreeIndex(TreeNode root, IEnumerable<TreeNode> nodes)
    {
        _root = root;
        foreach (var node in nodes)
        {
            foreach (var label in node.LabelList)
            {
                if (!label.IsDeleted && !_labels.ContainsKey(label.Name))
                    _labels.Add(label.Name, node);
            }
        }
    }

    /// <summary>The names of all labels of nodes.</summary>
    public IEnumerable<string> Labels => _labels.Keys;

    /// <summary>The node that a label, a path, or a path from a label names.</summary>
    public TreeNode? Find(string reference) => _root.IsDeleted ? null : _root.Referred(reference, ByLabel);

    public TreeNode? ByLabel(string label) => _labels.TryGetValue(label, out var node) && !node.IsDeleted ? node : null;
}
