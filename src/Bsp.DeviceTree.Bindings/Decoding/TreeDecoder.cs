using System.Globalization;

namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>Makes of a tree what schemas are checked against (dtschema/dtb.py, fdt_unflatten).</summary>
internal sealed class TreeDecoder
{
    private readonly PropertyDecoder _properties;
    private readonly Dictionary<uint, NodeInstance> _phandles = [];
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);

    private TreeDecoder(PropertyDecoder properties) => _properties = properties;

    /// <summary>Decodes a tree.</summary>
    public static NodeInstance Decode(DeviceTree tree, Bindings bindings)
    {
        var decoder = new TreeDecoder(PropertyDecoder.Of(bindings.Rules, bindings.Types));
        var root = decoder.Decode(tree.Root, "/")!;
        var cells = new CellSplitter(bindings.Rules, bindings.Types, decoder._phandles, decoder._references);
        cells.Split(root);
        return root;
    }

    private NodeInstance? Decode(TreeNode node, string name)
    {
        if (name == "__fixups__")
        {
            foreach (var property in node.Properties)
            {
                if (_properties.Decode(name, property) is ListInstance fixups)
                    _references.UnionWith(fixups.Texts);
            }
        }

        if (name == "__local_fixups__")
            AddLocalReferences(node, "");
        if (name.StartsWith("__", StringComparison.Ordinal))
            return null;

        var instance = new NodeInstance(node);
        foreach (var property in node.Properties)
            instance.Members[property.Name] = _properties.Decode(name, property);
        if (instance.Number("phandle") is { } phandle)
            _phandles[unchecked((uint)phandle)] = instance;
        foreach (var child in node.Children)
        {
            if (Decode(child, child.Name) is { } inner)
                instance.Members[child.Name] = inner;
        }

        return instance;
    }

    private void AddLocalReferences(TreeNode node, string path)
    {
        foreach (var property in node.Properties)
        {
            var bytes = property.Value.Bytes;
            for (var i = 0; i + 4 <= bytes.Length; i += 4)
            {
                _references.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{path}:{property.Name}:{System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[i..])}"));
            }
        }

        foreach (var child in node.Children)
            AddLocalReferences(child, path + "/" + child.Name);
    }
}
