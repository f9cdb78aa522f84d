namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>
/// The values of dt-schema 2025.08 (dtschema/dtb.py, prop_value): a number, a list of numbers, rows of them, or texts, as the type says.
/// </summary>
/// <param name="types">The types.</param>
internal sealed class PropertyDecoder2025(PropertyTypes types) : PropertyDecoder
{
    private static readonly string[] s_bits = ["64", "32", "16", "8"];

    /// <inheritdoc/>
    protected override Instance Decode(string name, ReadOnlySpan<byte> bytes)
    {
        var known = types.Of(name).Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        if (known.Count > 1)
            RemoveImpossible(known, bytes.Length);
        return Choose(name, bytes, known);
    }

    private Instance Choose(string name, ReadOnlySpan<byte> bytes, HashSet<string> possible)
    {
        if (possible.Count < 2)
            return possible.Count == 0 ? Guess(bytes) : Decode(name, bytes, possible.Single());
        if (possible.RemoveWhere(type => type.StartsWith("string", StringComparison.Ordinal)) > 0)
        {
            if (TextsOnly(bytes, allowsEmpty: false) is { } texts)
                return texts;
            return possible.Count > 0 ? Decode(name, bytes, possible.First()) : new BytesInstance(bytes.ToArray());
        }

        var matrices = possible.Where(type => type.Contains("matrix", StringComparison.Ordinal)).ToList();
        if (matrices.Count > 0)
        {
            possible.ExceptWith(matrices);
            if (possible.Count != 1)
                return Guess(bytes);
            var least = types.DimensionsOf(name) is { } dimensions ? (long)dimensions.Rows.Least * dimensions.Columns.Least : 0;
            return Decode(name, bytes, bytes.Length / SizeOf(possible.Single()) >= least ? matrices[0] : possible.Single());
        }

        // Names that two bindings use for different things (so in dt-schema).
        return name is "dma-masters" or "mode-gpios" ? Decode(name, bytes, "phandle-array") : Guess(bytes);
    }

    // Without those that the length rules out, and of two that both fit the one that says more.
    private static void RemoveImpossible(HashSet<string> possible, int length)
    {
        if (length % 8 != 0 || length <= 4)
            possible.ExceptWith(["int64", "uint64", "int64-array", "uint64-array"]);
        if (length % 4 != 0 || length <= 2)
            possible.ExceptWith(["int32", "uint32", "int32-array", "uint32-array", "phandle", "phandle-array"]);
        if (length % 2 != 0 || length <= 1)
            possible.ExceptWith(["int16", "uint16", "int16-array", "uint16-array"]);
        if (length > 4)
            possible.ExceptWith(["int32", "uint32", "phandle"]);
        if (length > 2)
            possible.ExceptWith(["int16", "uint16"]);
        if (length > 1)
            possible.ExceptWith(["int8", "uint8"]);
        possible.Remove("flag");
        if (possible.Contains("phandle-array"))
            possible.Remove("phandle");
        foreach (var bits in s_bits.Where(bits => possible.Contains("int" + bits)))
            possible.Remove("uint" + bits);
    }

    // Without a type: one text, or cells.
    private static Instance Guess(ReadOnlySpan<byte> bytes) =>
        OneText(bytes) is { } text ? text
            : bytes.Length % 4 == 0 ? Row(Numbers(bytes, 4, isSigned: false))
            : new BytesInstance(bytes.ToArray());

    private Instance Decode(string name, ReadOnlySpan<byte> bytes, string type)
    {
        if (type.StartsWith("string", StringComparison.Ordinal))
            return bytes[^1] == 0 ? Texts(bytes) : new BytesInstance(bytes.ToArray());
        // What should be a flag and has a value is a number, where it is as long as one.
        var numbers = type == "flag"
            ? bytes.Length is 1 or 2 or 4 ? Numbers(bytes, bytes.Length, isSigned: false) : null
            : Numbers(bytes, type);
        if (numbers is null)
            return new BytesInstance(bytes.ToArray());
        if (type is "phandle" or "phandle-array" or "address" || type.Contains("matrix", StringComparison.Ordinal))
        {
            return types.DimensionsOf(name) is { } dimensions
                ? Rows(numbers, Columns(numbers.Length, dimensions))
                : new ListInstance([Row(numbers)]);
        }

        return numbers.Length == 1 && !type.Contains("array", StringComparison.Ordinal) ? numbers[0] : Row(numbers);
    }

    // How many numbers are in a row: the least number of rows that gives a number of columns which is allowed; else what is certain.
    private static int Columns(int count, Dimensions dimensions)
    {
        var (rows, columns) = (dimensions.Rows, dimensions.Columns);
        for (var row = Math.Max(1, rows.Least); row <= Math.Min(rows.Most, count); row++)
        {
            if (count % row == 0 && count / row is var fitting && fitting >= columns.Least && fitting <= columns.Most)
                return fitting;
        }

        if (columns.Least > 0 && columns.Least == columns.Most)
            return columns.Most;
        return rows.Least > 0 && rows.Least == rows.Most ? Math.Max(1, count / rows.Least) : count;
    }
}
