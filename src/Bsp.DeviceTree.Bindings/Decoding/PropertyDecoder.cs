using System.Buffers.Binary;
using System.Text;

namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>Makes values of bytes by the types that bindings give to names.</summary>
internal abstract class PropertyDecoder
{
    /// <summary>As a version does it.</summary>
    public static PropertyDecoder Of(SchemaRules rules, PropertyTypes types) =>
        rules == SchemaRules.V2022 ? new PropertyDecoder2022(types) : new PropertyDecoder2025(types);

    /// <summary>The value of a property.</summary>
    /// <param name="node">The name of its node.</param>
    /// <param name="property">The property.</param>
    public Instance Decode(string node, TreeProperty property)
    {
        var bytes = property.Value.Bytes;
        if (bytes.IsEmpty)
            return FlagInstance.True;
        return node is "__fixups__" or "aliases" ? Texts(bytes) : Decode(property.Name, bytes);
    }

    /// <summary>The value of a property that has one.</summary>
    protected abstract Instance Decode(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Whether a type is of texts.</summary>
    protected static bool IsText(PropertyType type) => type.Name is "string" or "string-array";

    /// <summary>What is between the zeros.</summary>
    protected static Instance Texts(ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes[..^1])
        ? new ListInstance([.. Encoding.ASCII.GetString(bytes[..^1]).Split('\0').Select(text => new TextInstance(text))])
        : new BytesInstance(bytes.ToArray());

    /// <summary>The text that bytes without a type are; null where they are none.</summary>
    protected static ListInstance? OneText(ReadOnlySpan<byte> bytes) =>
        bytes[^1] == 0 && IsPrintable(bytes[..^1]) ? new ListInstance([new TextInstance(Encoding.ASCII.GetString(bytes[..^1]))]) : null;

    /// <summary>The texts that bytes are; null where they are something else.</summary>
    protected static ListInstance? TextsOnly(ReadOnlySpan<byte> bytes, bool allowsEmpty)
    {
        if (bytes[^1] != 0)
            return null;
        foreach (var part in bytes[..^1].Split((byte)0))
        {
            var text = bytes[..^1][part];
            if (!IsPrintable(text) || (text.IsEmpty && !allowsEmpty))
                return null;
        }

        return (ListInstance)Texts(bytes);
    }

    /// <summary>The numbers of a type; of another length that is one of a number that number. Null where there are none.</summary>
    protected static Instance[]? Numbers(ReadOnlySpan<byte> bytes, string type)
    {
        var size = SizeOf(type);
        if (bytes.Length % size == 0)
            return Numbers(bytes, size, isSigned: type.StartsWith("int", StringComparison.Ordinal));
        return bytes.Length is 1 or 2 or 4 ? Numbers(bytes, bytes.Length, isSigned: false) : null;
    }

    /// <summary>How many bytes a number of a type has.</summary>
    protected static int SizeOf(string type) => type switch
    {
        _ when type.Contains("int8", StringComparison.Ordinal) => 1,
        _ when type.Contains("int16", StringComparison.Ordinal) => 2,
        _ when type.Contains("int64", StringComparison.Ordinal) => 8,
        _ => 4,
    };

    /// <summary>Numbers of a size.</summary>
    protected static Instance[] Numbers(ReadOnlySpan<byte> bytes, int size, bool isSigned)
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

    /// <summary>Rows of numbers.</summary>
    protected static ListInstance Rows(Instance[] numbers, int columns) => new([.. numbers.Chunk(columns).Select(Row)]);

    /// <summary>A row of numbers.</summary>
    protected static ListInstance Row(Instance[] numbers) => new(numbers);

    private static bool IsPrintable(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~');
}
