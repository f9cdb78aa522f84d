using System.Buffers.Binary;
using System.Text;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings.Compiled;

/// <summary>Writes prepared bindings.</summary>
internal sealed class ArchiveWriter
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<byte> _bytes = new(1 << 21);

    private ArchiveWriter()
    {
    }

    /// <summary>The bytes of prepared bindings; of the same they are the same.</summary>
    public static byte[] Write(Bindings bindings)
    {
        var index = new ArchiveWriter();
        var schemas = new ArchiveWriter(index);
        index.Number(bindings.All.Count);
        foreach (var binding in bindings.All)
        {
            var start = schemas._bytes.Count;
            schemas.Value(binding.Document);
            index.Binding(binding, schemas._bytes.Count - start);
        }

        index.Types(bindings.Types);
        var texts = new ArchiveWriter();
        texts.Number(index._texts.Count);
        foreach (var text in index._texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            texts.Number(bytes.Length);
            texts._bytes.AddRange(bytes);
        }

        var heading = ArchiveFormat.Heading(bindings.Rules);
        byte[] all = [.. heading, .. new byte[ArchiveFormat.ChecksumSize], .. texts._bytes, .. index._bytes, .. schemas._bytes];
        var checksum = all.AsSpan(heading.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, ArchiveFormat.ChecksumOf(checksum[ArchiveFormat.ChecksumSize..]));
        return all;
    }

    private ArchiveWriter(ArchiveWriter texts) => (_numbers, _texts) = (texts._numbers, texts._texts);

    private void Binding(Binding binding, long length)
    {
        Text(binding.Id);
        Text(binding.File);
        Number(length);
        _bytes.Add((byte)binding.Selection.Kind);
        Number(binding.Selection.Compatibles.Count);
        foreach (var compatible in binding.Selection.Compatibles)
            Text(compatible);
    }

    private void Types(PropertyTypes types)
    {
        foreach (var table in new IReadOnlyCollection<KeyValuePair<string, IReadOnlyList<PropertyType>>>[] { types.Names, types.Patterns })
        {
            Number(table.Count);
            foreach (var (name, list) in table)
            {
                Text(name);
                Number(list.Count);
                foreach (var type in list)
                    Type(type);
            }
        }
    }

    private void Type(PropertyType type)
    {
        Text(type.Name);
        _bytes.Add(type.Dimensions is null ? (byte)0 : (byte)1);
        if (type.Dimensions is not { } dimensions)
            return;
        foreach (var number in new[] { dimensions.Rows.Least, dimensions.Rows.Most, dimensions.Columns.Least, dimensions.Columns.Most })
            Number(Math.Max(0, number));
    }

    private void Value(SchemaValue value)
    {
        switch (value)
        {
            case SchemaNull:
                Kind(ValueKind.Null);
                break;
            case SchemaFlag { Value: var flag }:
                Kind(flag ? ValueKind.True : ValueKind.False);
                break;
            case SchemaText { Text: var text }:
                Kind(ValueKind.Text);
                Text(text);
                break;
            case SchemaInteger { Value: var number }:
                Kind(number < 0 ? ValueKind.NegativeInteger : ValueKind.Integer);
                Number((UInt128)Int128.Abs(number));
                break;
            case SchemaReal { Value: var real }:
                Kind(ValueKind.Real);
                Span<byte> bits = stackalloc byte[8];
                BinaryPrimitives.WriteDoubleLittleEndian(bits, real);
                _bytes.AddRange(bits);
                break;
            case SchemaList { Items: var items }:
                Kind(ValueKind.List);
                Number(items.Count);
                items.ForEach(Value);
                break;
            case SchemaMap map:
                Kind(ValueKind.Map);
                Number(map.Count);
                foreach (var (name, inner) in map.Entries)
                {
                    Text(name);
                    Value(inner);
                }

                break;
        }
    }

    private void Kind(ValueKind kind) => _bytes.Add((byte)kind);

    private void Text(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers.Add(text, number = _texts.Count);
            _texts.Add(text);
        }

        Number(number);
    }

    private void Number(long number) => Number((UInt128)number);

    private void Number(UInt128 number)
    {
        for (; number > 0x7f; number >>= 7)
            _bytes.Add((byte)(0x80 | (byte)(number & 0x7f)));
        _bytes.Add((byte)number);
    }
}
