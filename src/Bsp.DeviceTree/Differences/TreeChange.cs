namespace Bsp.DeviceTrees.Differences;

/// <summary>A node that two trees have differently.</summary>
/// <param name="Before">The node in the first tree; null where it is new.</param>
/// <param name="After">The node in the second tree; null where it is gone.</param>
/// <param name="Properties">What differs in its own properties, by name; empty for a node that is only in one of them.</param>
public sealed record NodeChange(TreeNode? Before, TreeNode? After, IReadOnlyList<PropertyChange> Properties)
{
    /// <summary>The node's path: in the second tree, where it is there.</summary>
    public string Path => (After ?? Before)!.Path;

    /// <summary>Whether the node is in another one in the second tree: it has the same label, or alone the same content.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether the node has another name in the second tree: the same label, but another unit address or base name.</summary>
    public bool IsRenamed => Before is not null && After is not null && Before.Name != After.Name;
}

/// <summary>A property that two trees have differently.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">The property in the first tree; null where it is new.</param>
/// <param name="After">The property in the second tree; null where it is gone.</param>
public sealed record PropertyChange(string Name, TreeProperty? Before, TreeProperty? After);

/// <summary>Reserved memory that two trees have differently: <c>/memreserve/</c>.</summary>
/// <param name="Before">The reservation in the first tree; null where it is new.</param>
/// <param name="After">The reservation in the second tree; null where it is gone.</param>
public sealed record ReservationChange(MemoryReservation? Before, MemoryReservation? After);
