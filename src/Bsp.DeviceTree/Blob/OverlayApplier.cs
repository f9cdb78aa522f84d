using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Lays overlays over a tree, as libfdt does: to the same bytes (scripts/dtc/libfdt/fdt_overlay.c of Linux 6.12).</summary>
public sealed class OverlayApplier
{
    private readonly BlobEditor _base;
    private readonly DeviceTree _overlay;
    private readonly bool _overwritesPhandles;

    private OverlayApplier(BlobEditor tree, DeviceTree overlay, bool overwritesPhandles) =>
        (_base, _overlay, _overwritesPhandles) = (tree, overlay, overwritesPhandles);

    /// <summary>The blob of a tree with overlays over it.</summary>
    /// <param name="tree">The blob of the tree.</param>
    /// <param name="overlays">The blobs of the overlays, applied one after the other.</param>
    /// <param name="overwritesPhandles">Whether a node of the tree that an overlay adds to gets the overlay's phandle, so that
    /// what referred to it in the tree leads nowhere: the libfdt of Linux 6.1 does so.</param>
    /// <exception cref="FormatException">A blob is none, or is damaged.</exception>
    /// <exception cref="OverlayException">An overlay does not fit.</exception>
    public static byte[] Apply(byte[] tree, IEnumerable<byte[]> overlays, bool overwritesPhandles = false)
    {
        var result = new BlobEditor(tree);
        foreach (var overlay in overlays)
            new OverlayApplier(result, BlobReader.Read(overlay), overwritesPhandles).Apply();
        return result.Pack();
    }

    private void Apply()
    {
        var most = _base.SelfAndDescendants(BlobEditor.Root).Select(PhandleOf).Max();
        foreach (var node in _overlay.Root.SelfAndDescendants())
            Renumber(node, most);
        if (_overlay.Find("/__local_fixups__") is { } local)
            ForReferences(_overlay.Root, local, phandle => unchecked(phandle + most));
        ResolveReferences();
        foreach (var (fragment, overlay) in Fragments())
        {
            if (!_overwritesPhandles && TargetOf(fragment) is >= 0 and var target)
                KeepPhandles(target, overlay);
        }

        foreach (var (fragment, overlay) in Fragments())
            Merge(ExistingTargetOf(fragment), overlay);
        AddSymbols();
    }

    private uint PhandleOf(int node) =>
        (_base.TryGet(node, "phandle", out var value) || _base.TryGet(node, "linux,phandle", out value)) && value.Length == 4
            && BinaryPrimitives.ReadUInt32BigEndian(value) is var phandle && Phandles.IsValid(phandle) ? phandle : 0;

    private static uint PhandleOf(TreeNode node) =>
        (node.Property("phandle") ?? node.Property("linux,phandle"))?.Value is { Length: 4 } value && Phandles.IsValid(value.CellAt(0))
            ? value.CellAt(0)
            : 0;

    private static void Renumber(TreeNode node, uint delta)
    {
        foreach (var name in new[] { "phandle", "linux,phandle" })
        {
            if (node.Property(name)?.Value is not { } value)
                continue;
            if (value.Length != 4)
                throw new OverlayException($"the {name} of '{node}' in the overlay is not a cell");
            if (value.CellAt(0) > uint.MaxValue - 1 - delta)
                throw new OverlayException($"the {name} of '{node}' in the overlay is too large beside those of the tree");
            value.SetCell(0, value.CellAt(0) + delta);
        }
    }

    /// <summary>
    /// Changes the references that a list of them names: its nodes mirror those of the overlay, its properties hold the offsets of cells.
    /// </summary>
    private static void ForReferences(TreeNode node, TreeNode list, Func<uint, uint> change)
    {
        foreach (var offsets in list.Properties)
        {
            var value = node.Property(offsets.Name)?.Value;
            for (var i = 0; i + 4 <= offsets.Value.Length; i += 4)
            {
                if (value is null || value.Length < 4 || offsets.Value.CellAt(i) > (uint)(value.Length - 4))
                    throw new OverlayException($"the overlay's {list.Path}:{offsets.Name} names a cell that '{node}' does not have");
                var offset = (int)offsets.Value.CellAt(i);
                value.SetCell(offset, change(value.CellAt(offset)));
            }
        }

        foreach (var child in list.Children)
        {
            ForReferences(
                node.ChildLike(child.Name)
                    ?? throw new OverlayException($"the overlay's {child.Path} refers to a node that does not exist"),
                child, change);
        }
    }

    // Another node is named by its label, which the tree has to know.
    private void ResolveReferences()
    {
        if (_overlay.Find("/__fixups__") is not { } fixups)
            return;
        var symbols = _base.Child(BlobEditor.Root, "__symbols__");
        foreach (var label in fixups.Properties)
        {
            if (symbols < 0)
            {
                throw new OverlayException(
                    $"the overlay refers to '{label.Name}', but the tree has no labels: it was compiled without -@, "
                    + "which writes them to /__symbols__");
            }

            if (!_base.TryGet(symbols, label.Name, out var symbol))
                throw new OverlayException($"the overlay refers to the label '{label.Name}', which the tree does not have");
            var path = TextOf(symbol);
            var phandle = _base.Find(path) is >= 0 and var target
                ? PhandleOf(target)
                : throw new OverlayException($"the tree's label '{label.Name}' names '{path}', which is not there");
            if (phandle == 0)
                throw new OverlayException($"'{path}', the label '{label.Name}', has no phandle to refer to");
            foreach (var fixup in Texts(label.Value.Bytes))
                Resolve(fixup, phandle);
        }
    }

    private void Resolve(string fixup, uint phandle)
    {
        // A node's path, a property and the offset of a cell.
        var parts = fixup.Split(':');
        if (parts.Length != 3 || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || InOverlay(parts[0])?.Property(parts[1])?.Value is not { } value || offset > value.Length - 4)
            throw new OverlayException($"the overlay's /__fixups__ names '{fixup}', which is not a cell of it");
        value.SetCell(offset, phandle);
    }

    private TreeNode? InOverlay(string path) => path is ['/', ..]
        ? path.Split('/').Where(name => name.Length > 0).Aggregate((TreeNode?)_overlay.Root, (node, name) => node?.ChildLike(name))
        : null;

    private IEnumerable<(TreeNode Fragment, TreeNode Overlay)> Fragments() =>
        from fragment in _overlay.Root.Children
        let overlay = fragment.ChildLike("__overlay__")
        where overlay is not null
        select (fragment, overlay);

    private int ExistingTargetOf(TreeNode fragment) =>
        TargetOf(fragment) is >= 0 and var target
            ? target
            : throw new OverlayException($"the target of the overlay's '{fragment}' is not in the tree");

    private int TargetOf(TreeNode fragment)
    {
        if (fragment.Property("target")?.Value is { } target && !(target.Length == 4 && target.CellAt(0) == 0))
        {
            if (target.Length != 4 || target.CellAt(0) == uint.MaxValue)
                throw new OverlayException($"the target of the overlay's '{fragment}' is not a phandle");
            return _base.SelfAndDescendants(BlobEditor.Root).Where(node => PhandleOf(node) == target.CellAt(0)).DefaultIfEmpty(-1).First();
        }

        return fragment.Property("target-path") is { } path
            ? _base.Find(TextOf(path.Value.Bytes))
            : throw new OverlayException($"the overlay's '{fragment}' has neither a target nor a target-path");
    }

    // A node of the tree keeps its number, whatever the overlay has for it.
    private void KeepPhandles(int target, TreeNode overlay)
    {
        if (PhandleOf(target) is > 0 and var kept && PhandleOf(overlay) is > 0 and var given)
        {
            foreach (var name in new[] { "phandle", "linux,phandle" })
            {
                if (overlay.Property(name)?.Value is { Length: 4 } value)
                    value.SetCell(0, kept);
            }

            if (_overlay.Find("/__local_fixups__") is { } local)
                ForReferences(_overlay.Root, local, phandle => phandle == given ? kept : phandle);
        }

        foreach (var child in overlay.Children)
        {
            if (_base.Child(target, child.Name) is >= 0 and var there)
                KeepPhandles(there, child);
        }
    }

    private void Merge(int target, TreeNode overlay)
    {
        foreach (var property in overlay.Properties)
            _base.Set(target, property.Name, property.Value.Bytes);
        foreach (var child in overlay.Children)
        {
            var there = _base.Child(target, child.Name);
            Merge(there < 0 ? _base.Add(target, child.Name) : there, child);
        }
    }

    private void AddSymbols()
    {
        if (_overlay.Root.Child("__symbols__") is not { } symbols)
            return;
        if (_base.Child(BlobEditor.Root, "__symbols__") < 0)
            _base.Add(BlobEditor.Root, "__symbols__");
        foreach (var symbol in symbols.Properties)
        {
            var text = TextOf(symbol.Value.Bytes);
            if (text is not ['/', ..])
                throw new OverlayException($"the overlay's label '{symbol.Name}' names no path");
            // What is not within a fragment does not get into the tree.
            var parts = text.Split(['/'], 4);
            if (parts.Length < 3 || parts[2] != "__overlay__")
                continue;
            var fragment = _overlay.Root.ChildLike(parts[1])
                ?? throw new OverlayException($"the overlay's label '{symbol.Name}' names a fragment that is not there");
            var target = ExistingTargetOf(fragment);
            var path = fragment.Property("target") is null && fragment.Property("target-path") is { } written
                ? TextOf(written.Value.Bytes)
                : _base.PathOf(target);
            _base.Set(
                _base.Child(BlobEditor.Root, "__symbols__"),
                symbol.Name,
                Encoding.UTF8.GetBytes($"{(path == "/" ? "" : path)}/{(parts.Length > 3 ? parts[3] : "")}\0"));
        }
    }

    private static string TextOf(ReadOnlySpan<byte> value) => Texts(value)[0];

    private static string[] Texts(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value.ToArray());
        return text.Length > 0 && text[text.Length - 1] == '\0'
            ? text.Substring(0, text.Length - 1).Split('\0')
            : throw new OverlayException($"'{text}' is not terminated");
    }
}
