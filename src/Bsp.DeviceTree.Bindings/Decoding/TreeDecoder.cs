using System.Globalization;

namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>Makes of a tree what schemas are held against (dtschema/dtb.py of dt-schema 2022.08.2, fdt_unflatten).</summary>
internal sealed class TreeDecoder
{
    private readonly PropertyDecoder _properties;
    private readonly PropertyTypes _types;
    private readonly Dictionary<uint, NodeInstance> _phandles = [];
    private readonly HashSet<string> _references = new(StringComparer.Ordinal);

    private TreeDecoder(PropertyTypes types) => (_types, _properties) = (types, new(types));

    /// <summary>Decodes a tree.</summary>
    public static NodeInstance Decode(DeviceTree tree, PropertyTypes types)
    {
        var decoder = new TreeDecoder(types);
        var root = decoder.Decode(tree.Root, "/")!;
        var cells = new CellSplitter(types, decoder._phandles, decoder._references);
        cells.Split(root);
        return root;
    }

    private NodeInstance? Decode(TreeNode node, string name)
    {
        if (name == "__fixups__")
        {
            foreach (var property in node.Properties)
            {
                if (_properties.Decode(name, property) is ListInstance places)
                    _references.UnionWith(places.Texts);
            }
        }

        if (name == "__local_fixups__")
            AddLocalReferences(node, "");
        if (name.StartsWith("__", StringComparison.Ordinal))
            return null;

        var instance = new NodeInstance(node);
        foreach (var property in node.Properties)
            instance.Members[property.Name] = _properties.Decode(name, property);
        if (instance.Members.GetValueOrDefault("phandle") is ListInstance list && list.Row(0) is [NumberInstance { Value: var phandle }, ..])
            _phandles[(uint)phandle] = instance;
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
                _references.Add(string.Create(CultureInfo.InvariantCulture, $"{path}:{property.Name}:{System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[i..])}"));
        }

        foreach (var child in node.Children)
            AddLocalReferences(child, path + "/" + child.Name);
    }
}
