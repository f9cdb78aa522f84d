namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>The values of dt-schema 2022.08.2 (dtschema/dtb.py, prop_value): all of them are lists, numbers lists of rows.</summary>
/// <param name="types">The types.</param>
internal sealed class PropertyDecoder2022(PropertyTypes types) : PropertyDecoder
{
    /// <inheritdoc/>
    protected override Instance Decode(string name, ReadOnlySpan<byte> bytes)
    {
        var known = types.Of(name);
        if (known.Count <= 1)
            return known.Count == 0 ? Guess(bytes) : Decode(bytes, known[0], known);
        var isText = known.Any(IsText);
        if (isText && TextsOnly(bytes, allowsEmpty: true) is { } texts)
            return texts;
        if (!isText && known.All(type => type.Name != "flag"))
            return Guess(bytes);
        return known.FirstOrDefault(type => isText ? !IsText(type) : type.Name != "flag") is { } other
            ? Decode(bytes, other, known)
            : new BytesInstance(bytes.ToArray());
    }

    // Without a type: one text, or cells.
    private static Instance Guess(ReadOnlySpan<byte> bytes) =>
        OneText(bytes) is { } text ? text
            : bytes.Length % 4 == 0 ? new ListInstance([Row(Numbers(bytes, 4, isSigned: false))])
            : new BytesInstance(bytes.ToArray());

    private static Instance Decode(ReadOnlySpan<byte> bytes, PropertyType type, IReadOnlyList<PropertyType> known)
    {
        if (IsText(type))
            return Texts(bytes);
        if (type.Name == "flag")
            return new BytesInstance(bytes.ToArray());
        if (Numbers(bytes, type.Name) is not { } numbers)
            return new BytesInstance(bytes.ToArray());
        var isMatrix = type.Name == "phandle-array" || type.Name.Contains("matrix", StringComparison.Ordinal);
        return isMatrix && known.Select(other => other.Dimensions).FirstOrDefault(other => other is not null) is { } dimensions
            ? Rows(numbers, Columns(numbers.Length, dimensions))
            : new ListInstance([Row(numbers)]);
    }

    // How many numbers are in a row: what is certain, or the only number that fits.
    private static int Columns(int count, Dimensions dimensions)
    {
        var (rows, columns) = (dimensions.Rows, dimensions.Columns);
        if (columns.Most > 0 && columns.Least == columns.Most)
            return columns.Most;
        if (rows.Most > 0 && rows.Least == rows.Most)
            return count % rows.Most == 0 ? count / rows.Most : count;
        if (columns.Least <= 0 || columns.Most <= 0)
            return count;
        var fitting = Enumerable.Range(columns.Least, Math.Max(0, Math.Min(columns.Most, count) - columns.Least + 1))
            .Where(stride => count % stride == 0)
            .Take(2)
            .ToList();
        return fitting.Count == 1 ? fitting[0] : count;
    }
}
