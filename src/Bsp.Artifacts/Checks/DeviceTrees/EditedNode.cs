using Bsp.DeviceTrees;

namespace Bsp.Artifacts.Checks.DeviceTrees;

/// <summary>A node of a base tree, as the edits have changed it: names only, no values.</summary>
internal sealed class EditedNode
{
    private readonly Dictionary<string, EditedNode> _children = new(StringComparer.Ordinal);
    private readonly HashSet<string> _properties = new(StringComparer.Ordinal);
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    /// <summary>A node without anything.</summary>
    public EditedNode(string path) => Path = path;

    /// <summary>A node of a tree, with all that is within it.</summary>
    public EditedNode(TreeNode node)
    {
        Path = node.Path;
        foreach (var label in node.Labels)
        {
            if (!label.IsDeleted)
                _labels.Add(label.Name);
        }

        foreach (var property in node.Properties)
            _properties.Add(property.Name);
        foreach (var child in node.Children)
            _children[child.Name] = new(child);
    }

    /// <summary>The path from the root.</summary>
    public string Path { get; }

    /// <summary>The names of the nodes within it.</summary>
    public IEnumerable<string> Children => _children.Keys;

    /// <summary>The names of its properties.</summary>
    public IEnumerable<string> Properties => _properties;

    /// <summary>The labels of this node and of all within it, each with its node.</summary>
    public IEnumerable<(string Label, EditedNode Node)> Labels =>
        _labels.Select(label => (label, this)).Concat(_children.Values.SelectMany(child => child.Labels));

    /// <summary>A node within it; null where there is none.</summary>
    public EditedNode? Child(string name) => _children.TryGetValue(name, out var child) ? child : null;

    /// <summary>A node within it, which is made where there is none.</summary>
    public EditedNode AddChild(string name)
    {
        if (!_children.TryGetValue(name, out var child))
            _children.Add(name, child = new((Path == "/" ? "" : Path) + "/" + name));
        return child;
    }

    /// <summary>Gives it a label.</summary>
    public void AddLabel(string label) => _labels.Add(label);

    /// <summary>Gives it a property.</summary>
    public void AddProperty(string name) => _properties.Add(name);

    /// <summary>Takes a property from it; false where it has none of the name.</summary>
    public bool RemoveProperty(string name) => _properties.Remove(name);

    /// <summary>Takes a node out of it; false where there is none.</summary>
    public bool RemoveChild(string name) => _children.Remove(name);
}
