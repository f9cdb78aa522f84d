using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Finds the cells of a tree that stand for nodes. A source says which they are; of a blob that is known where
/// <c>/__fixups__</c> and
/// <c>/__local_fixups__</c> list them, and where the property is one of the Devicetree Specification or of the kernel's common
/// bindings.</summary>
public sealed class TreeReferences
{
    private readonly Dictionary<uint, TreeNode> _phandles = [];
    private readonly Dictionary<TreeNode, string> _labels = [];
    private readonly Dictionary<(string Path, string Property), SortedDictionary<int, NodeReference>> _listed = [];
    private readonly PropertyLayout _layout;

    /// <summary>Collects a tree's phandles and labels.</summary>
    public TreeReferences(DeviceTree tree)
    {
        _layout = new(ByPhandle);
        foreach (var node in tree.Root.SelfAndDescendants())
        {
            if ((node.Property("phandle") ?? node.Property("linux,phandle"))?.Value.Cell is { } phandle && Phandles.IsValid(phandle)
                && !_phandles.ContainsKey(phandle))
                _phandles.Add(phandle, node);
            if (node.Labels.FirstOrDefault(label => !label.IsDeleted) is { } label)
                _labels[node] = label.Name;
        }

        foreach (var symbol in tree.Find("/__symbols__")?.Properties ?? [])
        {
            if (symbol.Value.Text is { } path && tree.Find(path) is { } node && !_labels.ContainsKey(node))
                _labels.Add(node, symbol.Name);
        }

        foreach (var label in tree.Find("/__fixups__")?.Properties ?? [])
            AddFixups(label);
        if (tree.Find("/__local_fixups__") is { } local)
            AddLocalFixups(local, tree.Root);
    }

    /// <summary>The node that a number names; null where there is none.</summary>
    public TreeNode? ByPhandle(uint phandle) => _phandles.TryGetValue(phandle, out var node) ? node : null;

    /// <summary>A label of a node; null where it has none.</summary>
    public string? LabelOf(TreeNode node) => _labels.TryGetValue(node, out var label) ? label : null;

    /// <summary>The references in a property, by the offset of their cells in bytes.</summary>
    public IReadOnlyDictionary<int, NodeReference> Of(TreeNode node, TreeProperty property)
    {
        var found = _listed.TryGetValue((node.Path, property.Name), out var listed) ? listed : [];
        foreach (var marker in property.Value.Markers)
        {
            if (marker.Kind == MarkerKind.Phandle && marker.Offset <= property.Value.Length - 4 && !found.ContainsKey(marker.Offset))
            {
                found.Add(
                    marker.Offset,
                    ByPhandle(property.Value.CellAt(marker.Offset)) is { } target ? To(target) : new(null, Written(marker.Text!)));
            }
        }

        // What people wrote as numbers is numbers.
        if (found.Count > 0 || property.Value.Markers.Count > 0)
            return found;
        foreach (var tuple in Layout(node, property) ?? [])
        {
            var offset = 4 * (tuple.First + tuple.Reference);
            if (tuple.Reference >= 0 && ByPhandle(property.Value.CellAt(offset)) is { } target)
                found[offset] = To(target);
        }

        return found;
    }

    /// <summary>The node that the interrupts of a node go to; null where none does.</summary>
    internal TreeNode? InterruptParent(TreeNode node) => _layout.InterruptParent(node);

    /// <summary>Which cells of a property belong together; null where that is not known.</summary>
    internal IReadOnlyList<CellTuple>? Layout(TreeNode node, TreeProperty property) => _layout.Of(node, property);

    private NodeReference To(TreeNode node) => new(node, LabelOf(node) is { } label ? "&" + label : Written(node.Path));

    private static string Written(string reference) => reference.IndexOf('/') is -1 ? "&" + reference : "&{" + reference + "}";

    private void AddFixups(TreeProperty label)
    {
        foreach (var fixup in Encoding.UTF8.GetString(label.Value.Bytes.ToArray()).Split('\0'))
        {
            var parts = fixup.Split(':');
            if (parts.Length == 3 && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
                Listed(parts[0], parts[1])[offset] = new(null, "&" + label.Name);
        }
    }

    // Its nodes mirror those of the tree, and its properties hold the offsets of cells.
    private void AddLocalFixups(TreeNode list, TreeNode node)
    {
        foreach (var offsets in list.Properties)
        {
            if (node.Property(offsets.Name)?.Value is not { } value)
                continue;
            for (var i = 0; i < offsets.Value.CellCount; i++)
            {
                if (offsets.Value.CellAt(4 * i) is var offset && offset <= value.Length - 4
                    && ByPhandle(value.CellAt((int)offset)) is { } target)
                    Listed(node.Path, offsets.Name)[(int)offset] = To(target);
            }
        }

        foreach (var child in list.Children)
        {
            if (node.Child(child.Name) is { } there)
                AddLocalFixups(child, there);
        }
    }

    private SortedDictionary<int, NodeReference> Listed(string path, string property)
    {
        if (!_listed.TryGetValue((path, property), out var references))
            _listed.Add((path, property), references = []);
        return references;
    }
}
