namespace Bsp.DeviceTrees;

/// <summary>
/// The markers of a value, with a type for every byte: where the source gives none, the one that the bytes look like
/// (treesource.c, guess_value_type).
/// </summary>
internal static class TypedMarkers
{
    /// <summary>The number of bytes of a number of a type.</summary>
    public static int Width(this MarkerKind type) => type switch
    {
        MarkerKind.UInt16 => 2,
        MarkerKind.UInt32 => 4,
        MarkerKind.UInt64 => 8,
        _ => 1,
    };

    /// <summary>The markers, in their order; a type without bytes is left out.</summary>
    public static List<Marker> Of(PropertyValue value)
    {
        var markers = value.MarkerList;
        if (!markers.Exists(marker => marker.IsType))
            return Guessed(value);
        if (!markers.Exists(marker => marker.Kind == MarkerKind.Blob))
            return WithoutEmpty(markers, value.Length);
        // The bytes of a file between values of other types.
        return WithoutEmpty(
            [.. markers.Select(marker => marker.Kind == MarkerKind.Blob ? new Marker(MarkerKind.UInt8, marker.Offset) : marker)],
            value.Length);
    }

    /// <summary>For each marker, where the bytes end that have the type which holds after it.</summary>
    public static int[] EndsOfTypes(List<Marker> markers, int length)
    {
        var ends = new int[markers.Count];
        // The next type, and the next after this position.
        var (next, following) = (length, length);
        for (var i = markers.Count - 1; i >= 0; i--)
        {
            if (next > markers[i].Offset)
                following = next;
            ends[i] = following;
            if (markers[i].IsType)
                next = markers[i].Offset;
        }

        return ends;
    }

    private static List<Marker> WithoutEmpty(List<Marker> markers, int length)
    {
        var kept = new List<Marker>(markers.Count);
        var next = length;
        for (var i = markers.Count - 1; i >= 0; i--)
        {
            if (!markers[i].IsType || markers[i].Offset < next)
                kept.Add(markers[i]);
            if (markers[i].IsType)
                next = markers[i].Offset;
        }

        kept.Reverse();
        return kept;
    }

    private static List<Marker> Guessed(PropertyValue value)
    {
        var others = value.MarkerList;
        var labels = others.FindAll(marker => marker.Kind == MarkerKind.Label);
        if (!IsText(value, labels))
        {
            return
            [
                new(value.Length % 4 == 0 && labels.TrueForAll(label => label.Offset % 4 == 0) ? MarkerKind.UInt32 : MarkerKind.UInt8, 0),
                .. others,
            ];
        }

        var texts = new List<Marker> { new(MarkerKind.String, 0) };
        for (var i = 1; i < value.Length; i++)
        {
            if (value.Bytes[i - 1] == 0)
                texts.Add(new(MarkerKind.String, i));
        }

        return [.. texts.Concat(others).OrderBy(marker => marker.Offset)];
    }

    // Texts of what can be shown or escaped by a letter, at least half of it no zeros.
    private static bool IsText(PropertyValue value, List<Marker> labels)
    {
        var bytes = value.Bytes;
        var zeros = 0;
        foreach (var c in bytes)
        {
            if (c == 0)
                zeros++;
            else if (!QuotedText.IsPrintable(c) && c is not (>= 7 and <= 13))
                return false;
        }

        if (bytes.Length == 0 || bytes[bytes.Length - 1] != 0 || zeros > bytes.Length - zeros)
            return false;
        foreach (var label in labels)
        {
            if (label.Offset > 0 && bytes[label.Offset - 1] != 0)
                return false;
        }

        return true;
    }
}
