namespace Bsp.DeviceTrees.Checks;

/// <summary>The nodes of a tree by what they have, each group in the tree's order: most checks do not concern most nodes.</summary>
/// <remarks>What checks add to the tree, phandles, is not in it; what they delete is.</remarks>
internal sealed class NodeGroups
{
    // Those that have a property of a name, deleted or not.
    private readonly NameMap<List<TreeNode>> _holders = new(_ => []);

    /// <param name="all">All nodes of the tree, each numbered by its index among them.</param>
    public NodeGroups(List<TreeNode> all)
    {
        All = all;
        foreach (var node in all)
        {
            var (hasLabel, refers, hasTwice) = (node.LabelList.Count > 0, false, false);
            foreach (var property in node.PropertyList)
            {
                var holders = _holders.Of(property);
                if (holders.Count > 0 && holders[holders.Count - 1] == node)
                    hasTwice = true;
                else
                    holders.Add(node);
                hasLabel |= property.LabelList.Count > 0;
                foreach (var marker in property.Value.MarkerList)
                {
                    hasLabel |= marker.Kind == MarkerKind.Label;
                    refers |= marker.Kind is MarkerKind.Phandle or MarkerKind.Path;
                }
            }

            if (hasLabel)
                Labelled.Add(node);
            if (refers)
                Referring.Add(node);
            if (hasTwice)
                WithOneTwice.Add(node);
        }
    }

    /// <summary>All nodes.</summary>
    public List<TreeNode> All { get; }

    /// <summary>Those that have a label, at themselves, at a property or in a value.</summary>
    public List<TreeNode> Labelled { get; } = [];

    /// <summary>Those that refer to a node in a value.</summary>
    public List<TreeNode> Referring { get; } = [];

    /// <summary>Those that have two properties of one name.</summary>
    public List<TreeNode> WithOneTwice { get; } = [];

    /// <summary>Those that have a property of the name.</summary>
    public List<TreeNode> WithProperty(string property) => _holders.All.TryGetValue(property, out var holders) ? holders : [];

    /// <summary>Those that have a property of at least one of the names.</summary>
    public List<TreeNode> WithAnyProperty(params string[] properties) => InOrder(properties.SelectMany(WithProperty));

    /// <summary>
    /// Those that have a property with a name for which something holds. It is asked once for each name, of which a tree has a few hundred.
    /// </summary>
    public List<TreeNode> WithNameThat(Func<string, bool> holds) =>
        InOrder(_holders.All.Where(pair => holds(pair.Key)).SelectMany(pair => pair.Value));

    /// <summary>The nodes around some nodes, and around those that have a property.</summary>
    public List<TreeNode> ParentsOf(Func<TreeNode, bool> isMeant, string property) =>
        InOrder(WithProperty(property).Concat(All.Where(isMeant)).Select(node => node.Parent).OfType<TreeNode>());

    // Each once, in the tree's order.
    private List<TreeNode> InOrder(IEnumerable<TreeNode> nodes)
    {
        var isIn = new bool[All.Count];
        foreach (var node in nodes)
            isIn[node.Number] = true;
        return All.FindAll(node => isIn[node.Number]);
    }
}
