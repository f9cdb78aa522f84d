using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Writes a tree as a source, to the text of dtc 1.7 (treesource.c): with labels, references and types where the tree
/// comes from a source, and with guesses where it does not.</summary>
public sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private readonly SourceWriterOptions _options;
    private readonly SourceAnnotator? _annotator;

    private SourceWriter(SourceWriterOptions options)
    {
        _options = options;
        _annotator = options.Annotations == SourceAnnotations.None ? null : new(options);
    }

    /// <summary>The source of a tree.</summary>
    public static string Write(DeviceTree tree, SourceWriterOptions? options = null)
    {
        var writer = new SourceWriter(options ?? new());
        writer.Write(tree);
        return writer._text.ToString();
    }

    private void Write(DeviceTree tree)
    {
        _text.Append("/dts-v1/;\n\n");
        foreach (var entry in tree.Reservations)
        {
            foreach (var label in entry.Labels)
                _text.Append(label).Append(": ");
            _text.AppendFormat(CultureInfo.InvariantCulture, "/memreserve/\t0x{0:x16} 0x{1:x16};\n", entry.Address, entry.Size);
        }

        Write(tree.Root, 0);
    }

    private void Write(TreeNode node, int depth)
    {
        _text.Append('\t', depth);
        Write(node.LabelList);
        _text.Append(node.Name.Length > 0 ? node.Name : "/").Append(" {");
        EndLine(_annotator?.First(node.BodyList));
        foreach (var property in node.PropertyList)
        {
            if (!property.IsDeleted)
                Write(property, depth + 1);
        }

        foreach (var child in node.ChildList)
        {
            if (child.IsDeleted)
                continue;
            _text.Append('\n');
            Write(child, depth + 1);
        }

        _text.Append('\t', depth).Append("};");
        EndLine(_annotator?.Last(node.BodyList));
    }

    private void Write(TreeProperty property, int depth)
    {
        _text.Append('\t', depth);
        Write(property.LabelList);
        _text.Append(property.Name);
        if (property.Value.Length > 0)
        {
            _text.Append(" =");
            WriteValue(property.Value);
        }

        _text.Append(';');
        EndLine(_annotator?.First(property.Definition.Span));
    }

    private void Write(List<Label> labels)
    {
        foreach (var label in labels)
        {
            if (!label.IsDeleted)
                _text.Append(label.Name).Append(": ");
        }
    }

    private void EndLine(string? note)
    {
        if (note is not null)
            _text.Append(" /* ").Append(note).Append(" */");
        _text.Append('\n');
    }

    private void WriteValue(PropertyValue value)
    {
        var markers = TypedMarkers.Of(value);
        var ends = TypedMarkers.EndsOfTypes(markers, value.Length);
        MarkerKind? type = null;
        for (var i = 0; i < markers.Count; i++)
        {
            var marker = markers[i];
            if (marker.IsType)
            {
                type = marker.Kind;
                _text.Append(' ').Append(Opening(marker.Kind));
            }
            else if (marker.Kind == MarkerKind.Label)
            {
                _text.Append(' ').Append(marker.Text).Append(':');
            }

            var end = i + 1 < markers.Count ? markers[i + 1].Offset : value.Length;
            if (type is not { } open || end == marker.Offset)
                continue;
            WriteChunk(value.Bytes.Slice(marker.Offset, end - marker.Offset), open, kind => ReferenceAt(markers, i, kind));
            if (end == ends[i])
            {
                _text.Append(Closing(open)).Append(end == value.Length ? "" : ",");
                type = null;
            }
            else if (open == MarkerKind.UInt32)
            {
                _text.Append(' ');
            }
        }
    }

    private void WriteChunk(ReadOnlySpan<byte> bytes, MarkerKind type, Func<MarkerKind, string?> reference)
    {
        switch (type)
        {
            case MarkerKind.String when _options.KeepsPathReferences && reference(MarkerKind.Path) is { } path:
                _text.Append(path);
                break;
            case MarkerKind.String:
                _text.Append('"');
                QuotedText.Append(_text, bytes.Slice(0, bytes.Length - 1));
                _text.Append('"');
                break;
            case MarkerKind.UInt32 when reference(MarkerKind.Phandle) is { } phandle:
                _text.Append(phandle);
                WriteNumbers(bytes.Slice(4), 4, isFirst: false);
                break;
            default:
                WriteNumbers(bytes, type.Width(), isFirst: true);
                break;
        }
    }

    // Of the markers at one position, the last one has the bytes after it.
    private static string? ReferenceAt(List<Marker> markers, int last, MarkerKind kind)
    {
        for (var i = last; i >= 0 && markers[i].Offset == markers[last].Offset; i--)
        {
            if (markers[i].Kind == kind)
                return markers[i].Text!.IndexOf('/') < 0 ? "&" + markers[i].Text : "&{" + markers[i].Text + "}";
        }

        return null;
    }

    private void WriteNumbers(ReadOnlySpan<byte> bytes, int width, bool isFirst)
    {
        for (; bytes.Length >= width; bytes = bytes.Slice(width))
        {
            if (!isFirst)
                _text.Append(' ');
            isFirst = false;
            var number = 0UL;
            foreach (var part in bytes.Slice(0, width))
                number = (number << 8) | part;
            _text.Append(width == 1 ? "" : "0x").Append(number.ToString("x2", CultureInfo.InvariantCulture));
        }
    }

    private static string Opening(MarkerKind type) => type switch
    {
        MarkerKind.String => "",
        MarkerKind.UInt16 => "/bits/ 16 <",
        MarkerKind.UInt32 => "<",
        MarkerKind.UInt64 => "/bits/ 64 <",
        _ => "[",
    };

    private static string Closing(MarkerKind type) => type switch
    {
        MarkerKind.String => "",
        MarkerKind.UInt16 or MarkerKind.UInt32 or MarkerKind.UInt64 => ">",
        _ => "]",
    };
}
