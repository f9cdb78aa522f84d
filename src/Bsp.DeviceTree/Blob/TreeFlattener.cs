namespace Bsp.DeviceTrees;

/// <summary>Flattens a tree in the order of a blob (flattree.c, flatten_tree).</summary>
/// <param name="layout">The version of the format.</param>
/// <param name="sink">Receives the parts.</param>
internal sealed class TreeFlattener(BlobLayout layout, IStructureSink sink)
{
    /// <summary>The names of properties so far.</summary>
    public NameTable Names { get; } = new();

    /// <summary>Flattens a node and everything in it.</summary>
    public void Add(TreeNode node)
    {
        sink.BeginNode(node);
        sink.Text(layout.IsOld ? node.Path : node.Name);
        sink.Align(4);
        var hasName = false;
        foreach (var property in node.PropertyList)
        {
            if (property.IsDeleted)
                continue;
            hasName |= property.Name == "name";
            Begin(property, property.Value.Length, Names.OffsetOf(property));
            sink.Value(property.Value);
            sink.Align(4);
        }

        if (layout.IsOld && !hasName)
        {
            Begin(null, node.BaseName.Length + 1, Names.OffsetOf("name"));
            sink.Text(node.BaseName);
            sink.Align(4);
        }

        foreach (var child in node.ChildList)
        {
            if (!child.IsDeleted)
                Add(child);
        }

        sink.EndNode(node);
    }

    private void Begin(TreeProperty? property, int length, int name)
    {
        sink.BeginProperty(property);
        sink.Cell((uint)length);
        sink.Cell((uint)name);
        if (layout.IsOld && length >= 8)
            sink.Align(8);
    }
}
