using Bsp.Review.Changes;

namespace Bsp.Review.Pages.Html;

/// <summary>Changes of device trees, nested as their nodes are.</summary>
internal sealed class TreeOutline
{
    // A path that is deeper is none of a device tree.
    private const int MaximumDepth = 32;

    // What the subject of a whole node has before its path.
    private const string NodeMark = "node ";

    private readonly SortedDictionary<string, TreeOutline> _nodes = new(StringComparer.Ordinal);
    private readonly List<(Change Change, string Id, string Subject)> _changes = [];

    /// <summary>The outline.</summary>
    public static Markup Of(IReadOnlyList<(Change Change, string Id)> changes)
    {
        var root = new TreeOutline();
        foreach (var (change, id) in changes)
            root.Add(change, id);
        return root.List();
    }

    private void Add(Change change, string id)
    {
        var (path, what) = Split(change.Subject);
        var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var node = this;
        foreach (var name in names.Length <= MaximumDepth ? names : [path])
        {
            if (!node._nodes.TryGetValue(name, out var child))
                node._nodes.Add(name, child = new());
            node = child;
        }

        node._changes.Add((change, id, what));
    }

    // A property has its node and a colon before it; a source, where there are several, is before all of it.
    private static (string Path, string What) Split(string subject)
    {
        var colon = subject.LastIndexOf(": ", StringComparison.Ordinal);
        var node = subject.IndexOf(NodeMark, StringComparison.Ordinal);
        return node == 0 || (node > 0 && subject[node - 1] == ' ')
            ? (subject[..node] + "/" + subject[(node + NodeMark.Length)..], NodeMark.Trim())
            : colon < 0 ? (subject, "")
            : (subject[..colon].Replace(": ", "/", StringComparison.Ordinal), subject[(colon + 2)..]);
    }

    private Markup List() => Markup.Of($"""
        <ul class="changes tree">{_changes.Select(item => ChangeRow.Of(item.Change, item.Id, item.Subject))}
        {_nodes.Select(pair => pair.Value.Node(pair.Key))}</ul>
        """);

    // Nodes in which nothing changes but one child are one line.
    private Markup Node(string name) => _changes.Count == 0 && _nodes.Count == 1
        ? _nodes.Single() is var (child, node) ? node.Node(name + "/" + child) : Markup.None
        : Markup.Of($"""<li class="node"><code>{name}</code>{List()}</li>""");
}
