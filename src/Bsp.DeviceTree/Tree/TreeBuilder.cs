namespace Bsp.DeviceTrees;

/// <summary>
/// Puts the parts of a source together (scripts/dtc/livetree.c). What is deleted keeps its position, and labels go before those that
/// are there.
/// </summary>
internal sealed class TreeBuilder
{
    // The first live node in the tree's order that a label was put on; null where there may be several.
    private readonly Dictionary<string, TreeNode?> _labels = new(StringComparer.Ordinal);
    private int _fragments;

    /// <summary>The root; null before the first part.</summary>
    public TreeNode? Root { get; private set; }

    /// <summary>Adds what the source says about the root.</summary>
    public void AddRoot(TreeNode root)
    {
        if (Root is null)
        {
            Root = root;
            Register(root);
        }
        else
        {
            Merge(Root, root);
        }
    }

    /// <summary>The node that a label, a path, or a path from a label names.</summary>
    public TreeNode? Find(string reference) => Root?.Referred(reference, ByLabel);

    private TreeNode? ByLabel(string reference)
    {
        if (!_labels.TryGetValue(reference, out var node))
            return null;
        // Whether it still has the label shows when it is looked for.
        return node is not null && IsLive(node) && HasLabel(node, reference)
            ? node
            : Root!.SelfAndDescendants().FirstOrDefault(candidate => HasLabel(candidate, reference));
    }

    /// <summary>Every label of a live node.</summary>
    public IEnumerable<string> Labels => _labels.Keys.Where(label => Find(label) is not null);

    /// <summary>Adds what the source says about a node that is there.</summary>
    public void Merge(TreeNode node, TreeNode more)
    {
        node.IsDeleted = false;
        foreach (var label in more.LabelList)
            AddLabel(node, label.Name);
        foreach (var property in more.PropertyList)
            Merge(node, property);
        foreach (var child in more.ChildList)
        {
            var there = Named(node.ChildList, child.Name);
            if (child.IsDeleted)
            {
                if (there is not null)
                    Delete(there, child.FirstSpan);
            }
            else if (there is not null)
            {
                Merge(there, child);
            }
            else
            {
                Register(node.Add(child));
            }
        }

        node.SpanList.AddRange(more.SpanList);
        node.BodyList.AddRange(more.BodyList);
    }

    /// <summary>Adds a label to a node that is in the tree.</summary>
    public void AddLabel(TreeNode node, string label)
    {
        node.AddLabel(label);
        Register(node, label);
    }

    /// <summary>Deletes a node with all that is in it.</summary>
    public static void Delete(TreeNode node, SourceSpan span)
    {
        node.IsDeleted = true;
        foreach (var child in node.ChildList.Where(child => !child.IsDeleted))
            Delete(child, span);
        foreach (var property in node.PropertyList.Where(property => !property.IsDeleted))
            property.Delete(span);
        foreach (var label in node.LabelList)
            label.IsDeleted = true;
    }

    /// <summary>Adds what a plugin says about a node that it does not have.</summary>
    public void AddFragment(TreeNode overlay, string reference, SourceSpan span)
    {
        if (Root is null)
            AddRoot(new(""));
        var fragment = new TreeNode(FormattableString.Invariant($"fragment@{_fragments++}"));
        var value = new ValueBuilder();
        if (reference[0] == '/')
        {
            value.Mark(MarkerKind.String, reference);
            value.AddText(reference);
            fragment.Add("target-path", value.Build());
        }
        else
        {
            value.Mark(MarkerKind.Phandle, reference, span);
            value.Add(uint.MaxValue, 32);
            fragment.Add("target", value.Build());
        }

        fragment.Add(overlay);
        Register(Root!.Add(fragment));
    }

    private static void Merge(TreeNode node, TreeProperty property)
    {
        var there = Named(node.PropertyList, property.Name);
        if (property.IsDeleted)
        {
            there?.Delete(property.Definition.Span);
            return;
        }

        if (there is null)
        {
            node.PropertyList.Add(property);
            return;
        }

        foreach (var label in property.LabelList)
            there.AddLabel(label.Name);
        there.Definition = property.Definition with { Before = there.Definition };
        there.IsDeleted = false;
    }

    // The first of a name, deleted or not.
    private static T? Named<T>(List<T> items, string name)
        where T : TreeItem
    {
        foreach (var item in items)
        {
            if (item.Name == name)
                return item;
        }

        return null;
    }

    private void Register(TreeNode node)
    {
        foreach (var label in node.LabelList)
            Register(node, label.Name);
        foreach (var child in node.ChildList)
            Register(child);
    }

    private void Register(TreeNode node, string label)
    {
        if (!_labels.TryGetValue(label, out var other))
            _labels.Add(label, node);
        else if (other != node)
            _labels[label] = null;
    }

    private static bool IsLive(TreeNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at.IsDeleted)
                return false;
        }

        return true;
    }

    private static bool HasLabel(TreeNode node, string name)
    {
        foreach (var label in node.LabelList)
        {
            if (!label.IsDeleted && label.Name == name)
                return true;
        }

        return false;
    }
}
