using System.Buffers.Binary;
using System.Text;

namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>Makes values of bytes by the types that bindings give to names (dtschema/dtb.py of dt-schema 2022.08.2, prop_value).</summary>
/// <param name="types">The types.</param>
internal sealed class PropertyDecoder(PropertyTypes types)
{
    /// <summary>The value of a property.</summary>
    /// <param name="node">The name of its node.</param>
    /// <param name="property">The property.</param>
    public Instance Decode(string node, TreeProperty property)
    {
        var bytes = property.Value.Bytes;
        if (bytes.IsEmpty)
            return FlagInstance.True;
        if (node is "__fixups__" or "aliases")
            return Texts(bytes);
        var known = types.Of(property.Name);
        if (known.Count <= 1)
            return known.Count == 0 ? Guess(bytes) : Decode(bytes, known[0], known);
        var isText = known.Any(IsText);
        if (isText && TextsOnly(bytes) is { } texts)
            return texts;
        if (!isText && known.All(type => type.Name != "flag"))
            return Guess(bytes);
        return known.FirstOrDefault(type => isText ? !IsText(type) : type.Name != "flag") is { } other ? Decode(bytes, other, known) : new BytesInstance(bytes.ToArray());
    }

    private static bool IsText(PropertyType type) => type.Name is "string" or "string-array";

    // Without a type: one text, or cells.
    private static Instance Guess(ReadOnlySpan<byte> bytes)
    {
        if (bytes[^1] == 0 && IsPrintable(bytes[..^1]))
            return new ListInstance([new TextInstance(Encoding.ASCII.GetString(bytes[..^1]))]);
        return bytes.Length % 4 == 0 ? new ListInstance([Row(Numbers(bytes, 4, isSigned: false))]) : new BytesInstance(bytes.ToArray());
    }

    private static bool IsPrintable(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~');

    private static ListInstance? TextsOnly(ReadOnlySpan<byte> bytes)
    {
        if (bytes[^1] != 0)
            return null;
        foreach (var part in bytes[..^1].Split((byte)0))
        {
            if (!IsPrintable(bytes[..^1][part]))
                return null;
        }

        return (ListInstance)Texts(bytes);
    }

    private static Instance Texts(ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes[..^1])
        ? new ListInstance([.. Encoding.ASCII.GetString(bytes[..^1]).Split('\0').Select(text => new TextInstance(text))])
        : new BytesInstance(bytes.ToArray());

    private static Instance Decode(ReadOnlySpan<byte> bytes, PropertyType type, IReadOnlyList<PropertyType> known)
    {
        if (IsText(type))
            return Texts(bytes);
        if (type.Name == "flag")
            return new BytesInstance(bytes.ToArray());
        var size = type.Name switch
        {
            _ when type.Name.Contains("int8", StringComparison.Ordinal) => 1,
            _ when type.Name.Contains("int16", StringComparison.Ordinal) => 2,
            _ when type.Name.Contains("int64", StringComparison.Ordinal) => 8,
            _ => 4,
        };
        var isSigned = type.Name.StartsWith("int", StringComparison.Ordinal);
        if (bytes.Length % size != 0)
        {
            if (bytes.Length is not (1 or 2 or 4))
                return new BytesInstance(bytes.ToArray());
            (size, isSigned) = (bytes.Length, false);
        }

        var numbers = Numbers(bytes, size, isSigned);
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
        var fitting = Enumerable.Range(columns.Least, Math.Max(0, Math.Min(columns.Most, count) - columns.Least + 1)).Where(stride => count % stride == 0).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : count;
    }

    private static ListInstance Rows(Instance[] numbers, int columns) => new([.. numbers.Chunk(columns).Select(Row)]);

    private static ListInstance Row(Instance[] numbers) => new(numbers);

    private static Instance[] Numbers(ReadOnlySpan<byte> bytes, int size, bool isSigned)
    {
        var numbers = new Instance[bytes.Length / size];
        for (var i = 0; i < numbers.Length; i++)
        {
            var part = bytes.Slice(i * size, size);
            Int128 value = (size, isSigned) switch
            {
                (1, false) => part[0],
                (1, true) => (sbyte)part[0],
                (2, false) => BinaryPrimitives.ReadUInt16BigEndian(part),
                (2, true) => BinaryPrimitives.ReadInt16BigEndian(part),
                (8, false) => BinaryPrimitives.ReadUInt64BigEndian(part),
                (8, true) => BinaryPrimitives.ReadInt64BigEndian(part),
                (_, false) => BinaryPrimitives.ReadUInt32BigEndian(part),
                (_, true) => BinaryPrimitives.ReadInt32BigEndian(part),
            };
            numbers[i] = new NumberInstance(value, size * 8);
        }

        return numbers;
    }
}
