using System.Buffers.Binary;

namespace Bsp.DeviceTrees.Differences;

/// <summary>
/// Compares what two trees say. The order of nodes and properties does not count, nor do the numbers that phandles happen to
/// have: a reference is the same when it leads to the same node.
/// </summary>
public sealed class TreeComparison
{
    private readonly NodeMatching _nodes;
    private readonly List<NodeChange> _changes = [];

    private TreeComparison(DeviceTree before, DeviceTree after)
    {
        (Before, After) = (new(before), new(after));
        Reservations = Compare([.. before.EffectiveReservations], [.. after.EffectiveReservations]);
        _nodes = new(before, after, (Before, After));
        Compare(before.Root, after.Root);
    }

    /// <summary>The references of the first tree.</summary>
    public TreeReferences Before { get; }

    /// <summary>The references of the second tree.</summary>
    public TreeReferences After { get; }

    /// <summary>What differs, parents first.</summary>
    public IReadOnlyList<NodeChange> Changes => _changes;

    /// <summary>What differs in the reserved memory.</summary>
    public IReadOnlyList<ReservationChange> Reservations { get; }

    /// <summary>Whether anything differs.</summary>
    public bool HasChanges => Changes.Count + Reservations.Count > 0;

    /// <summary>Compares two trees.</summary>
    public static TreeComparison Of(DeviceTree before, DeviceTree after) => new(before, after);

    // What begins at the same address is the same reservation, of another size.
    private static List<ReservationChange> Compare(IReadOnlyList<MemoryReservation> before, IReadOnlyList<MemoryReservation> after)
    {
        var added = after.ToList();
        var gone = before.Where(entry => !Take(added, other => (other.Address, other.Size) == (entry.Address, entry.Size), out _)).ToList();
        var changes = gone.ConvertAll(
            entry => new ReservationChange(entry, Take(added, other => other.Address == entry.Address, out var now) ? now : null));
        changes.AddRange(added.Select(entry => new ReservationChange(null, entry)));
        return changes;
    }

    private static bool Take(List<MemoryReservation> entries, Predicate<MemoryReservation> isMeant, out MemoryReservation? entry)
    {
        var index = entries.FindIndex(isMeant);
        entry = index < 0 ? null : entries[index];
        if (index >= 0)
            entries.RemoveAt(index);
        return index >= 0;
    }

    /// <summary>A node that is only in one of the trees, and those below that are, parents first; others have moved.</summary>
    public IEnumerable<TreeNode> OnlyThere(TreeNode node) => IsInBoth(node)
        ? []
        : new[] { node }.Concat(node.Children.SelectMany(OnlyThere));

    /// <summary>Whether a node of one of the trees is in the other as well, wherever it is.</summary>
    public bool IsInBoth(TreeNode node) => _nodes.IsInBoth(node);

    private void Compare(TreeNode before, TreeNode after)
    {
        var properties = Properties(before, after);
        var isMoved = before.Parent is { } parent && _nodes.Of(parent) != after.Parent;
        if (properties.Count > 0 || isMoved || before.Name != after.Name)
            _changes.Add(new(before, after, properties) { IsMoved = isMoved });
        foreach (var child in before.Children)
            Visit(child);
        foreach (var child in after.Children)
        {
            if (!IsLabelList(child) && !IsInBoth(child))
                _changes.Add(new(null, child, []));
        }
    }

    // Of a node that is gone some of what was in it may be elsewhere.
    private void Visit(TreeNode node)
    {
        if (_nodes.Of(node) is { } there)
        {
            Compare(node, there);
            return;
        }

        if (!IsLabelList(node) && (node.Parent is null || IsInBoth(node.Parent)))
            _changes.Add(new(node, null, []));
        foreach (var child in node.Children)
            Visit(child);
    }

    // Of a tree that was compiled with -@: beside one that was not it says nothing about the machine.
    private static bool IsLabelList(TreeNode node) => node.Name == "__symbols__" && node.Parent is { Parent: null };

    private List<PropertyChange> Properties(TreeNode before, TreeNode after)
    {
        var changes = new List<PropertyChange>();
        var names = before.Properties.Concat(after.Properties)
            .Select(property => property.Name)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal);
        // The number of a node says nothing by itself.
        foreach (var name in names.Where(name => name is not ("phandle" or "linux,phandle")))
        {
            var (old, now) = (before.Property(name), after.Property(name));
            if (old is null || now is null || !IsSame(before, old, after, now))
                changes.Add(new(name, old, now));
        }

        return changes;
    }

    private bool IsSame(TreeNode before, TreeProperty old, TreeNode after, TreeProperty now)
    {
        if (old.Value.Length != now.Value.Length)
            return false;
        var (oldReferences, newReferences) = (Before.Of(before, old), After.Of(after, now));
        var guesses = old.Value.Markers.Count + now.Value.Markers.Count == 0 && !PropertyLayout.Knows(old.Name);
        var offsets = oldReferences.Keys.Concat(newReferences.Keys)
            .Where(offset => offset <= old.Value.Length - 4)
            .Distinct()
            .OrderBy(offset => offset);
        var at = 0;
        foreach (var offset in offsets)
        {
            if (!IsSame(old.Value.Bytes, now.Value.Bytes, at, offset, guesses)
                || !IsSameNode(Reference(Before, oldReferences, old, offset), Reference(After, newReferences, now, offset)))
                return false;
            at = offset + 4;
        }

        return IsSame(old.Value.Bytes, now.Value.Bytes, at, old.Value.Length, guesses);
    }

    // A blob does not say which cells are references; beside a source it need not.
    private static NodeReference? Reference(
        TreeReferences tree, IReadOnlyDictionary<int, NodeReference> known, TreeProperty property, int offset) =>
        known.TryGetValue(offset, out var reference) ? reference
            : tree.ByPhandle(property.Value.CellAt(offset)) is { } node ? new(node, "")
            : null;

    private bool IsSameNode(NodeReference? old, NodeReference? now) => (old, now) switch
    {
        ({ Node: { } node }, { Node: { } other }) => IsSame(node, other),
        ({ Node: null }, { Node: null }) => old.Text == now.Text,
        _ => false,
    };

    private bool IsSame(TreeNode node, TreeNode other) => _nodes.Of(node) == other;

    // With guesses, in two blobs where nothing is known about the property, cells may be phandles: one vendor's property names a
    // node, and has another number only because the numbers moved.
    private bool IsSame(ReadOnlySpan<byte> old, ReadOnlySpan<byte> now, int start, int end, bool guesses)
    {
        if (end <= start)
            return true;
        var left = old.Slice(start, end - start);
        var right = now.Slice(start, end - start);
        if (left.SequenceEqual(right))
            return true;
        if (!guesses || start % 4 != 0 || left.Length % 4 != 0)
            return false;
        for (var i = 0; i < left.Length; i += 4)
        {
            if (!left.Slice(i, 4).SequenceEqual(right.Slice(i, 4))
                && !HaveSameTarget(
                    BinaryPrimitives.ReadUInt32BigEndian(left.Slice(i)), BinaryPrimitives.ReadUInt32BigEndian(right.Slice(i))))
                return false;
        }

        return true;
    }

    private bool HaveSameTarget(uint old, uint now) =>
        Before.ByPhandle(old) is { } node && After.ByPhandle(now) is { } other && IsSame(node, other);
}
