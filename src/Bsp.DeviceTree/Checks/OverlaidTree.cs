namespace Bsp.DeviceTrees.Checks;

/// <summary>A tree with the fragments of an overlay over it, one after the other as libfdt lays them (fdt_overlay.c).</summary>
internal sealed class OverlaidTree
{
    private readonly DeviceTree _tree;
    private readonly PathNode _root;
    private readonly Dictionary<TreeNode, PathNode> _places = [];
    private readonly List<TreeNode> _withoutTarget = [];

    /// <param name="tree">The tree; of a blob the labels are those in <c>/__symbols__</c>.</param>
    /// <param name="overlay">The overlay.</param>
    public OverlaidTree(DeviceTree tree, DeviceTree overlay)
    {
        (_tree, _root) = (tree, new(tree.Root.Name, tree.Root));
        var references = new TreeReferences(overlay);
        foreach (var fragment in overlay.Root.Children)
        {
            if (fragment.Child("__overlay__") is not { } content)
                continue;
            var isPath = fragment.Property("target") is null;
            var target = isPath ? Find(fragment.Property("target-path")?.Value.Text ?? "") : OfLabel(LabelOf(references, fragment));
            if (target is not null)
                Lay(target, content);
            else if (isPath)
                _withoutTarget.Add(fragment);
        }
    }

    /// <summary>The fragments whose path leads nowhere, neither in the tree nor in what the fragments before them add.</summary>
    public IReadOnlyList<TreeNode> FragmentsWithoutTarget => _withoutTarget;

    /// <summary>The nodes that fragments say something of, each with the tree's node, if it has one, and what is laid over it.</summary>
    public IEnumerable<(TreeNode? Below, IReadOnlyList<TreeNode> Overlays)> Changed =>
        _places.Values.Distinct()
            .Select(place => (place.Below, (IReadOnlyList<TreeNode>)[.. place.Parts.Where(part => part != place.Below)]));

    /// <summary>Gives what came of laying it the positions that it comes from.</summary>
    /// <param name="result">The result, read from its blob.</param>
    public void Locate(DeviceTree result) => Locate(_root, result.Root);

    /// <summary>Whether a node of the overlay adds to one that is there.</summary>
    public bool IsAddition(TreeNode node) => _places.TryGetValue(node, out var place) && place.Parts[0] != node;

    /// <summary>A property that a node of the overlay has in the end: its own, or that of what it is laid over.</summary>
    public TreeProperty? Property(TreeNode node, string name) =>
        node.Property(name)
        ?? (_places.TryGetValue(node, out var place)
            ? place.Parts.Select(part => part.Property(name)).LastOrDefault(property => property is not null)
            : null);

    private static string? LabelOf(TreeReferences references, TreeNode fragment) =>
        references.Of(fragment, fragment.Property("target")!).TryGetValue(0, out var target)
        && target is { Node: null, Text: ['&', .. var label] }
            ? label
            : null;

    private PathNode? OfLabel(string? label) =>
        label is null ? null
        : _tree.Find("/__symbols__")?.Property(label)?.Value.Text is { } path ? Find(path)
        : _tree.Root.SelfAndDescendants()
            .FirstOrDefault(node => node.Labels.Any(other => !other.IsDeleted && other.Name == label)) is { } node ? Find(node.Path)
        : null;

    // As DeviceTree.Lookup: it may begin with an alias, and names may lack the unit address.
    private PathNode? Find(string path)
    {
        if (path is not ['/', ..])
        {
            var alias = path.Split(['/'], 2);
            if (_tree.Alias(alias[0]) is not { } start)
                return null;
            path = start + "/" + (alias.Length > 1 ? alias[1] : "");
        }

        return path.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Aggregate((PathNode?)_root, (at, name) => at?.Child(name));
    }

    private static void Locate(PathNode place, TreeNode node)
    {
        node.SpanList.AddRange(place.Parts.SelectMany(part => part.Spans));
        foreach (var property in node.Properties)
        {
            if (place.Parts.Select(part => part.Property(property.Name)).LastOrDefault(part => part is not null) is { } written)
                property.Definition = property.Definition with { Span = written.Definition.Span };
        }

        foreach (var child in node.Children)
        {
            if (place.Child(child.Name) is { } there)
                Locate(there, child);
        }
    }

    private void Lay(PathNode at, TreeNode overlay)
    {
        at.Parts.Add(overlay);
        _places[overlay] = at;
        foreach (var child in overlay.Children)
            Lay(at.Child(child.Name) ?? at.Add(child.Name), child);
    }

    /// <summary>A node of the result.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="below">The node of the tree; null for one that a fragment adds.</param>
    private sealed class PathNode(string name, TreeNode? below)
    {
        private readonly List<PathNode> _children = [.. (below?.Children.ToList() ?? []).Select(child => new PathNode(child.Name, child))];

        /// <summary>What makes it, the tree's node first.</summary>
        public List<TreeNode> Parts { get; } = below is null ? [] : [below];

        /// <summary>The node of the tree; null for one that a fragment adds.</summary>
        public TreeNode? Below => below;

        private string Name => name;

        public PathNode? Child(string wanted) => _children.Find(child => TreeNode.IsLike(child.Name, wanted));

        public PathNode Add(string added)
        {
            var child = new PathNode(added, null);
            _children.Add(child);
            return child;
        }
    }
}
