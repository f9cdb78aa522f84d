using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Writes values for people: as in a source, with what belongs together in brackets of its own and references by name.</summary>
/// <param name="references">The references of the tree.</param>
public sealed class ValueText(TreeReferences references)
{
    /// <summary>The value of a property; empty for one that is only there or not.</summary>
    /// <param name="node">The node that has it.</param>
    /// <param name="property">The property.</param>
    public string Of(TreeNode node, TreeProperty property)
    {
        var value = property.Value;
        if (value.Length == 0)
            return "";
        var text = new StringBuilder();
        foreach (var (kind, start, end) in Segments(node, property))
        {
            if (end == start)
                continue;
            text.Append(text.Length > 0 ? ", " : "");
            switch (kind)
            {
                case MarkerKind.String when value.Bytes[end - 1] == 0:
                    AppendText(text, value.Bytes.Slice(start, end - start));
                    break;
                case MarkerKind.UInt32 when (end - start) % 4 == 0:
                    AppendCells(text, node, property, start, end);
                    break;
                case MarkerKind.UInt16 when (end - start) % 2 == 0:
                    AppendNumbers(text, value.Bytes.Slice(start, end - start), 2);
                    break;
                case MarkerKind.UInt64 when (end - start) % 8 == 0:
                    AppendNumbers(text, value.Bytes.Slice(start, end - start), 8);
                    break;
                default:
                    text.Append('[')
                        .Append(
                            string.Join(
                                " ",
                                value.Bytes.Slice(start, end - start)
                                    .ToArray()
                                    .Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture))))
                        .Append(']');
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>Whether nothing says which type a value has, not even the property's name: a blob's value that only looks like text or
    /// cells.</summary>
    /// <param name="node">The node that has it.</param>
    /// <param name="property">The property.</param>
    public bool IsGuess(TreeNode node, TreeProperty property)
    {
        if (property.Value.Length == 0 || property.Value.Markers.Any(marker => marker.IsType)
            || IsCells(node, property) || references.Of(node, property).Count > 0)
            return false;
        var segments = Segments(node, property);
        return segments[0].Kind != MarkerKind.UInt8 && !(segments[0].Kind == MarkerKind.String && NamedTypes.IsText(node, property));
    }

    private List<(MarkerKind Kind, int Start, int End)> Segments(TreeNode node, TreeProperty property)
    {
        var value = property.Value;
        if (!value.Markers.Any(marker => marker.IsType))
        {
            var known = references.Of(node, property).Keys;
            if (value.Length % 4 == 0 && (IsCells(node, property) || (known.Any() && known.All(offset => offset % 4 == 0))))
                return [(MarkerKind.UInt32, 0, value.Length)];
            if (known.Any())
                return Around(known, value.Length);
            if (NamedTypes.IsBytes(property))
                return [(MarkerKind.UInt8, 0, value.Length)];
        }

        var types = TypedMarkers.Of(value).FindAll(marker => marker.IsType);
        var segments = new List<(MarkerKind Kind, int Start, int End)>();
        for (var i = 0; i < types.Count; i++)
        {
            var (start, end) = (i == 0 ? 0 : types[i].Offset, i + 1 < types.Count ? types[i + 1].Offset : value.Length);
            // Cells belong together: where a source begins again says less than what is known about the property.
            if (segments.Count > 0 && types[i].Kind == MarkerKind.UInt32
                && segments[segments.Count - 1] is { Kind: MarkerKind.UInt32 } last)
                segments[segments.Count - 1] = (last.Kind, last.Start, end);
            else
                segments.Add((types[i].Kind, start, end));
        }

        return segments;
    }

    // A blob has no types: what the name says about a value goes before what its bytes look like.
    private bool IsCells(TreeNode node, TreeProperty property) =>
        PropertyLayout.HasCells(property.Name) || references.Layout(node, property) is not null;

    // What is known of a value is where its references are: the rest of it is bytes.
    private static List<(MarkerKind Kind, int Start, int End)> Around(IEnumerable<int> offsets, int length)
    {
        var (segments, at) = (new List<(MarkerKind Kind, int Start, int End)>(), 0);
        foreach (var offset in offsets.OrderBy(offset => offset).Where(offset => offset <= length - 4))
        {
            if (offset < at)
                continue;
            segments.Add((MarkerKind.UInt8, at, offset));
            segments.Add((MarkerKind.UInt32, offset, at = offset + 4));
        }

        segments.Add((MarkerKind.UInt8, at, length));
        return segments;
    }

    private static void AppendText(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        text.Append('"');
        QuotedText.Append(text, bytes.Slice(0, bytes.Length - 1));
        text.Append('"');
    }

    private void AppendCells(StringBuilder text, TreeNode node, TreeProperty property, int start, int end)
    {
        var known = references.Of(node, property);
        var isCounted = Quantities.Includes(property.Name);
        var tuples = start == 0 && end == property.Value.Length ? references.Layout(node, property) : null;
        foreach (var tuple in tuples ?? [new(0, (end - start) / 4)])
        {
            text.Append(tuple.First > 0 ? ", <" : "<");
            for (var i = 0; i < tuple.Count; i++)
            {
                // After a text or bytes cells stand at any offset.
                var offset = start + (4 * (tuple.First + i));
                text.Append(i > 0 ? " " : "");
                var cell = property.Value.CellAt(offset);
                if (known.TryGetValue(offset, out var reference))
                    text.Append(reference.Text);
                else if (Written(property.Value, offset) is { } written)
                    text.Append(written);
                else
                    text.Append(
                        isCounted || cell < 10
                            ? cell.ToString(CultureInfo.InvariantCulture)
                            : "0x" + cell.ToString("x", CultureInfo.InvariantCulture));
            }

            text.Append('>');
        }
    }

    private static string? Written(PropertyValue value, int offset)
    {
        foreach (var marker in value.MarkerList)
        {
            if (marker.Kind == MarkerKind.Written && marker.Offset == offset)
                return marker.Text;
        }

        return null;
    }

    private static void AppendNumbers(StringBuilder text, ReadOnlySpan<byte> bytes, int size)
    {
        text.Append("/bits/ ").Append((8 * size).ToString(CultureInfo.InvariantCulture)).Append(" <");
        for (var at = 0; at < bytes.Length; at += size)
        {
            var number = 0UL;
            foreach (var octet in bytes.Slice(at, size))
                number = (number << 8) | octet;
            text.Append(at > 0 ? " " : "").Append(number < 10 ? "" : "0x").Append(number.ToString("x", CultureInfo.InvariantCulture));
        }

        text.Append('>');
    }
}
