namespace Bsp.DeviceTrees.Queries;

/// <summary>A property that refers to a node.</summary>
/// <param name="Node">The node that has the property.</param>
/// <param name="Property">The property.</param>
/// <param name="Offset">The byte of the value that the reference begins with.</param>
/// <param name="IsPath">Whether the value has the node's path, as aliases have, and not its phandle.</param>
public sealed record NodeUser(TreeNode Node, TreeProperty Property, int Offset, bool IsPath)
{
    /// <summary>All that refers to a node, in the tree's order.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="references">Its references.</param>
    /// <param name="target">The node.</param>
    public static IEnumerable<NodeUser> Of(DeviceTree tree, TreeReferences references, TreeNode target)
    {
        foreach (var node in tree.Root.SelfAndDescendants().Where(node => !IsList(node)))
        {
            foreach (var property in node.Properties)
            {
                foreach (var reference in references.Of(node, property).Where(reference => reference.Value.Node == target))
                    yield return new(node, property, reference.Key, IsPath: false);
                foreach (var offset in Paths(tree, node, property, target))
                    yield return new(node, property, offset, IsPath: true);
            }
        }
    }

    // What the compiler writes for overlays says nothing about the machine.
    private static bool IsList(TreeNode node) => node.Path.StartsWith("/__", StringComparison.Ordinal);

    // A source marks paths. Of a blob they are known in aliases and in chosen, where options of a console may follow.
    private static IEnumerable<int> Paths(DeviceTree tree, TreeNode node, TreeProperty property, TreeNode target)
    {
        var marked = property.Value.Markers.Where(marker => marker.Kind == MarkerKind.Path).Select(marker => marker.Offset).ToList();
        if (marked.Count > 0)
            return marked.Where(offset => TextAt(property.Value, offset) == target.Path);
        return node.Parent is { Parent: null } && node.Name is "aliases" or "chosen" && TextAt(property.Value, 0) is { Length: > 0 } text
            && tree.Lookup(text.Split(':')[0]) == target
            ? [0]
            : [];
    }

    private static string? TextAt(PropertyValue value, int offset)
    {
        var bytes = value.Bytes.Slice(Math.Min(offset, value.Length));
        return bytes.IndexOf((byte)0) is >= 0 and var end ? System.Text.Encoding.UTF8.GetString(bytes.Slice(0, end).ToArray()) : null;
    }
}
