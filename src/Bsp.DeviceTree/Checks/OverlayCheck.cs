using Bsp.Shared;

namespace Bsp.DeviceTrees.Checks;

/// <summary>
/// Holds an overlay against the tree that it will be applied to, so that a misspelt label is found before the device finds it.
/// </summary>
public static class OverlayCheck
{
    /// <summary>What would keep the overlay from being laid over the tree, and as warnings what it cannot do.</summary>
    /// <param name="tree">The tree; of a blob the labels are those in <c>/__symbols__</c>.</param>
    /// <param name="overlay">The overlay.</param>
    public static IReadOnlyList<SourceMessage> Check(DeviceTree tree, DeviceTree overlay)
    {
        var messages = new List<SourceMessage>();
        if (overlay.Root.Children.All(fragment => fragment.Child("__overlay__") is null))
        {
            messages.Add(
                new(SourceSeverity.Warning, "it has no fragment, and so adds nothing: overlays begin with /plugin/;") { Check = Name });
        }

        var labels = Labels(tree);
        var references = new TreeReferences(overlay);
        foreach (var node in overlay.Root.SelfAndDescendants())
        {
            foreach (var property in node.Properties)
            {
                foreach (var reference in references.Of(node, property).Where(reference => reference.Value.Node is null))
                {
                    if (reference.Value.Text is ['&', .. var label] && !labels.Contains(label))
                        messages.Add(Missing(node, property, reference.Key, label, labels));
                }
            }
        }

        var laid = new OverlaidTree(tree, overlay);
        foreach (var fragment in laid.FragmentsWithoutTarget)
        {
            if (fragment.Property("target-path") is { } path)
            {
                messages.Add(
                    new(SourceSeverity.Error, $"the tree has no node '{path.Value.Text}', which the overlay adds to"
                        + NearestNodes.Question(tree.Root, path.Value.Text ?? ""))
                    {
                        Span = fragment.Child("__overlay__")!.FirstSpan,
                        Subject = fragment.Path,
                        Check = Name,
                    });
            }
        }

        foreach (var content in overlay.Root.Children.Select(fragment => fragment.Child("__overlay__")).OfType<TreeNode>())
            messages.AddRange(content.SelfAndDescendants().SelectMany(Deletions));
        messages.AddRange(LinuxRefusals.Of(tree, overlay, laid));
        return messages;
    }

    /// <summary>The name of the check that there is what the overlay is laid over.</summary>
    internal const string Name = "overlay_target";

    // What the overlay itself has had before is gone; of the tree below a blob cannot say that something goes.
    private static IEnumerable<SourceMessage> Deletions(TreeNode node)
    {
        foreach (var property in node.PropertyList)
        {
            if (property is { IsDeleted: true, Definition.Before: null })
                yield return Deletes(node, $"/delete-property/ {property.Name}", property.Definition.Span);
        }

        foreach (var child in node.ChildList)
        {
            if (child is { IsDeleted: true, BodyList.Count: 0 })
                yield return Deletes(node, $"/delete-node/ {child.Name}", child.FirstSpan);
        }
    }

    private static SourceMessage Deletes(TreeNode node, string directive, SourceSpan span) =>
        new(SourceSeverity.Warning, $"'{directive}' deletes nothing of the tree below: overlays can only add and replace")
        {
            Span = span,
            Subject = node.Path,
            Check = "overlay_delete",
        };

    private static HashSet<string> Labels(DeviceTree tree) =>
    [
        .. from node in tree.Root.SelfAndDescendants() from label in node.Labels where !label.IsDeleted select label.Name,
        .. tree.Find("/__symbols__")?.Properties.Select(property => property.Name) ?? [],
    ];

    private static SourceMessage Missing(TreeNode node, TreeProperty property, int offset, string label, HashSet<string> labels)
    {
        var advice = labels.Count == 0
            ? ": it has no labels, for it was compiled without -@, which writes them to /__symbols__"
            : NearestNames.Question(label, labels);
        var marker = property.Value.Markers.FirstOrDefault(marker => marker.Kind == MarkerKind.Phandle && marker.Offset == offset);
        return new(SourceSeverity.Error, $"the tree has no label '{label}', which the overlay refers to{advice}")
        {
            Span = marker is { Span.Text: not null } ? marker.Span : property.Definition.Span,
            Subject = node.Path,
            Check = Name,
        };
    }
}
