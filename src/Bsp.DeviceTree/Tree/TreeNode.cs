namespace Bsp.DeviceTrees;

/// <summary>A node, with everything that the sources have said about it.</summary>
public sealed class TreeNode : TreeItem
{
    private string? _path;
    private string? _unitAddress;

    internal TreeNode(string name, SourceSpan span = default)
        : base(name)
    {
        if (span.Text is not null)
            SpanList.Add(span);
    }

    /// <summary>The name without its unit address.</summary>
    public string BaseName => Name.IndexOf('@') is var at && at < 0 ? Name : Name.Substring(0, at);

    /// <summary>What follows the first <c>@</c> of the name; empty where nothing does.</summary>
    public string UnitAddress => _unitAddress ??= Name.IndexOf('@') is var at && at < 0 ? "" : Name.Substring(at + 1);

    /// <summary>The node around it; null for the root.</summary>
    public TreeNode? Parent { get; internal set; }

    /// <summary>The names from the root on: <c>/soc/serial@9000000</c>.</summary>
    public string Path => _path ??= Parent is null ? "/" : Parent.Parent is null ? "/" + Name : Parent.Path + "/" + Name;

    /// <summary>Where it is defined: the first position, and those that add to it.</summary>
    public IReadOnlyList<SourceSpan> Spans => SpanList;

    /// <summary>The properties that it has.</summary>
    public LiveItems<TreeProperty> Properties => new(PropertyList);

    /// <summary>The nodes within it.</summary>
    public LiveItems<TreeNode> Children => new(ChildList);

    /// <summary>The number that other nodes name it by; 0 where they do not.</summary>
    public uint Phandle { get; internal set; }

    /// <summary>Whether this is its name, with or without a unit address.</summary>
    internal bool IsNamed(string name) =>
        Name.StartsWith(name, StringComparison.Ordinal) && (Name.Length == name.Length || Name[name.Length] == '@');

    internal SourceSpan FirstSpan => SpanList.Count > 0 ? SpanList[0] : default;

    internal List<SourceSpan> SpanList { get; } = new(1);

    // The same places from the brace on: dtc names these.
    internal List<SourceSpan> BodyList { get; } = new(1);

    // A node has five on an average.
    internal List<TreeProperty> PropertyList { get; } = new(6);

    internal List<TreeNode> ChildList { get; } = [];

    /// <summary>Whether it goes when nothing refers to it: <c>/omit-if-no-ref/</c>.</summary>
    internal bool IsOmittedWithoutReference { get; set; }

    internal bool IsReferenced { get; set; }

    /// <summary>Its index among the nodes that a run of the checks goes through.</summary>
    internal int Number { get; set; }

    /// <summary>A property that it has; null where it has none of the name.</summary>
    public TreeProperty? Property(string name)
    {
        foreach (var property in PropertyList)
        {
            if (!property.IsDeleted && property.Name == name)
                return property;
        }

        return null;
    }

    /// <summary>A node within it by its whole name; null where there is none.</summary>
    public TreeNode? Child(string name)
    {
        foreach (var child in ChildList)
        {
            if (!child.IsDeleted && child.Name == name)
                return child;
        }

        return null;
    }

    /// <summary>A node within it by its name, which may lack the unit address as libfdt allows it; null where there is none.</summary>
    public TreeNode? ChildLike(string name) => Children.FirstOrDefault(child => IsLike(child.Name, name));

    /// <summary>Whether a name that may lack the unit address means a node (libfdt/fdt_ro.c, fdt_nodename_eq_).</summary>
    internal static bool IsLike(string node, string name) =>
        node == name
        || (name.IndexOf('@') < 0 && node.Length > name.Length && node[name.Length] == '@'
            && node.StartsWith(name, StringComparison.Ordinal));

    /// <summary>A node below by the whole names on the way to it; the node itself for an empty path.</summary>
    public TreeNode? Descendant(string path)
    {
        var node = this;
        foreach (var name in path.Split('/').Where(name => name.Length > 0))
        {
            if (node.Child(name) is not { } child)
                return null;
            node = child;
        }

        return node;
    }

    /// <summary>What a reference names in the tree of this root: a label, a path, or a path from a label.</summary>
    internal TreeNode? Referred(string reference, Func<string, TreeNode?> byLabel) => reference.IndexOf('/') switch
    {
        < 0 => byLabel(reference),
        var slash => (slash == 0 ? this : byLabel(reference.Substring(0, slash)))?.Descendant(reference.Substring(slash)),
    };

    /// <summary>This node and those below, parents first.</summary>
    public IEnumerable<TreeNode> SelfAndDescendants()
    {
        var open = new Stack<TreeNode>([this]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            yield return node;
            for (var i = node.ChildList.Count - 1; i >= 0; i--)
            {
                if (!node.ChildList[i].IsDeleted)
                    open.Push(node.ChildList[i]);
            }
        }
    }

    internal TreeProperty Add(string name, PropertyValue value)
    {
        var property = new TreeProperty(name, new(default, value, null));
        PropertyList.Add(property);
        return property;
    }

    internal TreeNode Add(TreeNode child)
    {
        child.Parent = this;
        ChildList.Add(child);
        return child;
    }

    /// <summary>The node of a name within it, made where there is none.</summary>
    internal TreeNode GetOrAdd(string name) => Child(name) ?? Add(new TreeNode(name));

    /// <inheritdoc/>
    public override string ToString() => Path;
}
