using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>
/// Writes a tree that comes from a source as YAML for schemas to check, to the text of dtc (yamltree.c): values in lists, with
/// their types for tags.
/// </summary>
public sealed class YamlWriter
{
    private readonly YamlEmitter _yaml = new();

    private YamlWriter()
    {
    }

    /// <summary>The YAML of a tree.</summary>
    /// <exception cref="FormatException">A value has no type, as in a tree from a blob, or a text is more than ASCII.</exception>
    public static string Write(DeviceTree tree)
    {
        var writer = new YamlWriter();
        writer._yaml.BeginDocument();
        writer.Write(tree.Root);
        return writer._yaml.EndDocument();
    }

    private void Write(TreeNode node)
    {
        if (!node.Properties.Any() && !node.Children.Any())
        {
            _yaml.EmptyMapping();
            return;
        }

        _yaml.BeginMapping();
        foreach (var property in node.Properties)
        {
            _yaml.Key(property.Name, null);
            Write(node, property);
        }

        foreach (var child in node.Children)
        {
            _yaml.Key(child.Name, "!");
            Write(child);
        }

        _yaml.EndMapping();
    }

    private void Write(TreeNode node, TreeProperty property)
    {
        var value = property.Value;
        if (value.Length == 0)
        {
            _yaml.Plain("true");
            return;
        }

        if (value.MarkerList.Count == 0)
            throw new FormatException($"nothing says which type the value of '{property.Name}' in {node.Path} is");
        // As dtc does: what only has the bytes of a file, or is added for an overlay's target, has no type, and comes out empty.
        var markers = value.MarkerList.Exists(marker => marker.IsType) ? TypedMarkers.Of(value) : [];
        var ends = TypedMarkers.EndsOfTypes(markers, value.Length);
        _yaml.BeginFlow(null);
        for (var i = 0; i < markers.Count; i++)
        {
            if (!markers[i].IsType)
                continue;
            var bytes = value.Bytes.Slice(markers[i].Offset, ends[i] - markers[i].Offset);
            if (markers[i].Kind == MarkerKind.String)
                WriteText(node, property, bytes.Slice(0, bytes.Length - 1));
            else
                WriteNumbers(bytes, markers, i);
        }

        _yaml.EndFlow();
    }

    private void WriteText(TreeNode node, TreeProperty property, ReadOnlySpan<byte> bytes)
    {
        foreach (var c in bytes)
        {
            if (c > 0x7f)
            {
                throw new FormatException(
                    $"a text in '{property.Name}' of {node.Path} is more than ASCII, which the YAML of device trees does not have");
            }
        }

        _yaml.Quoted(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private void WriteNumbers(ReadOnlySpan<byte> bytes, List<Marker> markers, int type)
    {
        var width = markers[type].Kind.Width();
        _yaml.BeginFlow(width == 4 ? null : string.Format(CultureInfo.InvariantCulture, "!u{0}", 8 * width));
        var next = type + 1;
        for (var at = 0; at + width <= bytes.Length; at += width)
        {
            var number = 0UL;
            foreach (var part in bytes.Slice(at, width))
                number = (number << 8) | part;
            var isPhandle = false;
            for (; next < markers.Count && !markers[next].IsType && markers[next].Offset <= markers[type].Offset + at; next++)
                isPhandle |= markers[next].Kind == MarkerKind.Phandle;
            _yaml.Plain(string.Format(CultureInfo.InvariantCulture, "0x{0:x}", number), isPhandle ? "!phandle" : null);
        }

        _yaml.EndFlow();
    }
}
