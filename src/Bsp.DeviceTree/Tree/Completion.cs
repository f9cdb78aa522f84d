using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>The nodes that tell overlays what they need to know about a tree (scripts/dtc/livetree.c), and its order.</summary>
internal static class Completion
{
    /// <summary>Writes the label of each node to a node below the root, with the node's path.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="name">The node's name: <c>aliases</c> or <c>__symbols__</c>.</param>
    /// <param name="messages">Receives labels whose name the node has already for something else.</param>
    /// <param name="phandles">Gives each node that has ever had a label a number; null where none is needed.</param>
    public static void AddLabels(DeviceTree tree, string name, ICollection<SourceMessage> messages, Phandles? phandles)
    {
        if (!tree.Root.SelfAndDescendants().Any(node => node.LabelList.Count > 0))
            return;
        var list = tree.Root.GetOrAdd(name);
        foreach (var node in tree.Root.SelfAndDescendants())
        {
            foreach (var label in node.LabelList)
            {
                if (label.IsDeleted)
                    continue;
                if (list.Property(label.Name) is not null)
                {
                    messages.Add(
                        new(SourceSeverity.Warning, $"label {label.Name} already exists in /{name}")
                        {
                            Span = node.BodyList.FirstOrDefault(),
                        });
                    continue;
                }

                var value = new ValueBuilder();
                value.Mark(MarkerKind.String);
                value.AddText(node.Path);
                list.Add(label.Name, value.Build());
            }

            if (node.LabelList.Count > 0)
                phandles?.Of(node);
        }
    }

    /// <summary>
    /// Writes what refers to nodes of another tree to <c>/__fixups__</c>, and what refers to nodes of this one to <c>/__local_fixups__</c>.
    /// </summary>
    /// <returns>False when a reference cannot be written: another tree's nodes are named by labels only.</returns>
    public static bool AddFixups(DeviceTree tree, ICollection<SourceMessage> messages)
    {
        var index = new TreeIndex(tree);
        if (References(tree, index, isLocal: false).FirstOrDefault(reference => reference.Marker.Text!.IndexOf('/') is not -1) is { } path)
        {
            messages.Add(
                new(SourceSeverity.Error, $"Can't generate fixup for reference to path &{{{path.Marker.Text}}}")
                {
                    Span = path.Marker.Span,
                });
            return false;
        }

        if (References(tree, index, isLocal: false).FirstOrDefault() is not null)
        {
            var fixups = tree.Root.GetOrAdd("__fixups__");
            foreach (var reference in References(tree, index, isLocal: false))
            {
                var entry = string.Format(
                    CultureInfo.InvariantCulture, "{0}:{1}:{2}\0", reference.Node.Path, reference.Property.Name, reference.Marker.Offset);
                Append(fixups, reference.Marker.Text!, Encoding.UTF8.GetBytes(entry), MarkerKind.String);
            }
        }

        if (References(tree, index, isLocal: true).FirstOrDefault() is null)
            return true;
        var local = tree.Root.GetOrAdd("__local_fixups__");
        foreach (var reference in References(tree, index, isLocal: true))
        {
            var mirror = reference.Node.Path.Split('/').Where(part => part.Length > 0)
                .Aggregate(local, (node, part) => node.GetOrAdd(part));
            var offset = new ValueBuilder();
            offset.Add((ulong)reference.Marker.Offset, 32);
            Append(mirror, reference.Property.Name, offset.Bytes, MarkerKind.UInt32);
        }

        return true;
    }

    /// <summary>Sorts reservations by address, properties and nodes by name.</summary>
    public static void Sort(DeviceTree tree)
    {
        tree.Reservations = [.. tree.Reservations.OrderBy(entry => entry.Address).ThenBy(entry => entry.Size)];
        foreach (var node in tree.Root.SelfAndDescendants())
        {
            Sort(node.PropertyList, property => property.Name);
            Sort(node.ChildList, child => child.Name);
        }
    }

    private static void Sort<T>(List<T> items, Func<T, string> name)
    {
        var sorted = items.OrderBy(name, StringComparer.Ordinal).ToList();
        items.Clear();
        items.AddRange(sorted);
    }

    private static IEnumerable<Reference> References(DeviceTree tree, TreeIndex index, bool isLocal) =>
        from node in tree.Root.SelfAndDescendants()
        from property in node.Properties
        from marker in property.Value.Markers
        where marker.Kind == MarkerKind.Phandle && index.Find(marker.Text!) is not null == isLocal
        select new Reference(node, property, marker);

    private static void Append(TreeNode node, string name, ReadOnlySpan<byte> bytes, MarkerKind kind)
    {
        var value = (node.Property(name) ?? node.Add(name, new([]))).Value;
        value.Append(bytes, new(kind, value.Length, name));
    }

    private sealed record Reference(TreeNode Node, TreeProperty Property, Marker Marker);
}
