using System.Text;

namespace Bsp.DeviceTrees.Differences;

/// <summary>
/// Says which node of one tree is which of another: the one of the same path, else of the same label, else of the same content.
/// </summary>
internal sealed class NodeMatching
{
    private readonly TreeReferences _before;
    private readonly TreeReferences _after;
    private readonly Dictionary<TreeNode, TreeNode> _same = [];
    private readonly HashSet<TreeNode> _found = [];

    /// <param name="before">The first tree.</param>
    /// <param name="after">The second tree.</param>
    /// <param name="references">Their references.</param>
    public NodeMatching(DeviceTree before, DeviceTree after, (TreeReferences Before, TreeReferences After) references)
    {
        (_before, _after) = references;
        Match(before.Root, after.Root);
        MatchMoved(before.Root, after.Root, (tree, node) => tree.LabelOf(node));
        MatchMoved(before.Root, after.Root, Content);
    }

    /// <summary>The node of the second tree that one of the first is; null where it is gone.</summary>
    public TreeNode? Of(TreeNode node) => _same.TryGetValue(node, out var there) ? there : null;

    /// <summary>Whether a node, of whichever of the trees, is in both.</summary>
    public bool IsInBoth(TreeNode node) => _same.ContainsKey(node) || _found.Contains(node);

    private void Match(TreeNode before, TreeNode after)
    {
        _same[before] = after;
        _found.Add(after);
        foreach (var child in before.Children)
        {
            if ((after.Child(child.Name) ?? Renamed(child, before, after)) is { } there)
                Match(child, there);
        }
    }

    // A node that has only another name has its label still.
    private TreeNode? Renamed(TreeNode child, TreeNode before, TreeNode after) => _before.LabelOf(child) is { } label
        ? after.Children.FirstOrDefault(other => _after.LabelOf(other) == label && before.Child(other.Name) is null)
        : null;

    // Parents first, which take along what is in them. What several nodes have says nothing about one of them.
    private void MatchMoved(TreeNode before, TreeNode after, Func<TreeReferences, TreeNode, string?> mark)
    {
        var added = Single(after, _after, mark);
        if (added.Count == 0)
            return;
        foreach (var gone in Single(before, _before, mark))
        {
            if (!_same.ContainsKey(gone.Value) && added.TryGetValue(gone.Key, out var there) && !_found.Contains(there))
                Match(gone.Value, there);
        }
    }

    private Dictionary<string, TreeNode> Single(TreeNode root, TreeReferences tree, Func<TreeReferences, TreeNode, string?> mark) =>
        root.SelfAndDescendants()
            .Where(node => !IsInBoth(node))
            .Select(node => (Mark: mark(tree, node), Node: node))
            .Where(entry => entry.Mark is not null)
            .GroupBy(entry => entry.Mark!, StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.First().Node, StringComparer.Ordinal);

    // With the name that it has without a unit address, as that is what changes where a bus becomes another. Lists of references are
    // no nodes of the machine.
    private static string? Content(TreeReferences tree, TreeNode node)
    {
        if (node.Path.StartsWith("/__", StringComparison.Ordinal) || !node.Properties.Any(property => !IsPhandle(property)))
            return null;
        var text = new StringBuilder(node.BaseName);
        Write(text, tree, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, TreeReferences tree, TreeNode node)
    {
        text.Append('{');
        foreach (var property in node.Properties.Where(property => !IsPhandle(property)).OrderBy(item => item.Name, StringComparer.Ordinal))
        {
            var bytes = property.Value.Bytes.ToArray();
            var references = tree.Of(node, property).OrderBy(reference => reference.Key).ToList();
            foreach (var reference in references)
                bytes.AsSpan(reference.Key, 4).Clear();
            text.Append(property.Name).Append('=').Append(Convert.ToBase64String(bytes));
            // Which number a node has says nothing, and its path may be another as well.
            foreach (var reference in references)
                text.Append(' ').Append(reference.Value.Node?.BaseName ?? reference.Value.Text);
            text.Append(';');
        }

        foreach (var child in node.Children.OrderBy(child => child.Name, StringComparer.Ordinal))
        {
            text.Append(child.Name);
            Write(text, tree, child);
        }

        text.Append('}');
    }

    private static bool IsPhandle(TreeProperty property) => property.Name is "phandle" or "linux,phandle";
}
