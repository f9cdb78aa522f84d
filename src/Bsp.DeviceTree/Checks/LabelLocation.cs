namespace Bsp.DeviceTrees.Checks;

/// <summary>Where a label is: at a node, a property, or a byte of its value.</summary>
internal sealed record LabelLocation(TreeNode Node, TreeProperty? Property, Marker? Marker)
{
    public override string ToString() =>
        Property is null ? Node.Path : $"{(Marker is null ? "" : "value of ")}'{Property.Name}' in {Node.Path}";

    /// <summary>The first place of each label of properties, before those in values.</summary>
    public static Dictionary<string, LabelLocation> InProperties(DeviceTree tree)
    {
        var locations = new Dictionary<string, LabelLocation>(StringComparer.Ordinal);
        var all = tree.Root.SelfAndDescendants().SelectMany(node => node.Properties.Select(property => (node, property))).ToList();
        foreach (var (node, property) in all)
        {
            foreach (var label in property.LabelList.Where(label => !label.IsDeleted && !locations.ContainsKey(label.Name)))
                locations.Add(label.Name, new(node, property, null));
        }

        foreach (var (node, property) in all)
        {
            foreach (var marker in property.Value.MarkerList.Where(
                marker => marker.Kind == MarkerKind.Label && !locations.ContainsKey(marker.Text!)))
                locations.Add(marker.Text!, new(node, property, marker));
        }

        return locations;
    }
}
