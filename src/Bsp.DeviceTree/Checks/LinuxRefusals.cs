namespace Bsp.DeviceTrees.Checks;

/// <summary>
/// What Linux refuses to lay over a running tree, though libfdt lays it in a bootloader or a build (drivers/of/overlay.c of Linux 6.12:
/// add_changeset_property, changeset_dup_entry_check).
/// </summary>
internal static class LinuxRefusals
{
    private const string Name = "overlay_linux";

    /// <summary>The refusals, as warnings.</summary>
    /// <param name="tree">The tree; of a blob the labels are those in <c>/__symbols__</c>.</param>
    /// <param name="overlay">The overlay.</param>
    /// <param name="laid">The tree with the overlay over it.</param>
    public static IEnumerable<SourceMessage> Of(DeviceTree tree, DeviceTree overlay, OverlaidTree laid) =>
        Labels(tree, overlay).Concat(laid.Changed.SelectMany(parts => Properties(parts.Below, parts.Overlays)));

    private static IEnumerable<SourceMessage> Labels(DeviceTree tree, DeviceTree overlay)
    {
        var known = new TreeIndex(tree);
        var symbols = tree.Find("/__symbols__");
        var contents = overlay.Root.Children.SelectMany(fragment => fragment.Child("__overlay__")?.SelfAndDescendants() ?? []);
        foreach (var node in contents)
        {
            foreach (var label in node.Labels.Where(label => !label.IsDeleted).Select(label => label.Name))
            {
                if ((symbols?.Property(label)?.Value.Text ?? known.ByLabel(label)?.Path) is { } path)
                    yield return Twice(node.FirstSpan, node.Path, label, path);
            }
        }

        // Of a blob.
        var labels = new TreeIndex(overlay);
        foreach (var symbol in overlay.Find("/__symbols__")?.Properties ?? [])
        {
            if (symbols?.Property(symbol.Name)?.Value.Text is { } path && labels.ByLabel(symbol.Name) is null)
                yield return Twice(default, "/__symbols__", symbol.Name, path);
        }
    }

    private static SourceMessage Twice(SourceSpan span, string subject, string label, string path) =>
        Refused(span, subject, $"the tree has the label '{label}' already, for '{path}', and libfdt makes it name this node");

    private static IEnumerable<SourceMessage> Properties(TreeNode? below, IReadOnlyList<TreeNode> overlays)
    {
        foreach (var cells in new[] { "#address-cells", "#size-cells" })
        {
            if (below?.Property(cells) is { } old && overlays.Select(part => part.Property(cells)).FirstOrDefault(Differs) is { } now)
                yield return Refused(now.Definition.Span, below.Path, $"the overlay changes '{cells}' of a node of the tree");

            bool Differs(TreeProperty? property) => property is not null && !property.Value.Bytes.SequenceEqual(old.Value.Bytes);
        }

        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in overlays)
        {
            foreach (var property in part.Properties)
            {
                if (property.Name is not ("name" or "phandle" or "linux,phandle") && !set.Add(property.Name))
                    yield return Refused(property.Definition.Span, part.Path, $"several fragments set '{property.Name}' of the same node");
            }
        }
    }

    private static SourceMessage Refused(SourceSpan span, string subject, string what) =>
        new(SourceSeverity.Warning, $"{what}; Linux refuses that at run time")
        {
            Span = span,
            Subject = subject,
            Check = Name,
        };
}
