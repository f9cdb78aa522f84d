using System.Buffers.Binary;
using System.Text;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings.Compiled;

/// <summary>
/// Writes prepared bindings, one after the other: what is written is no longer needed. Of the same bindings the bytes are the same.
/// </summary>
internal sealed class ArchiveWriter
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ByteWriter _texts = new();
    private readonly ByteWriter _index = new();
    private readonly ByteWriter _schemas = new();
    private int _count;

    /// <summary>Adds a binding.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="file">Its file.</param>
    /// <param name="selection">The nodes that it is about.</param>
    /// <param name="document">Its schema.</param>
    public void Add(string id, string file, BindingSelection selection, SchemaMap document)
    {
        _count++;
        var start = _schemas.Written.Length;
        Value(document);
        Text(_index, id);
        Text(_index, file);
        Number(_index, _schemas.Written.Length - start);
        _index.Byte((byte)selection.Kind);
        Number(_index, selection.Compatibles.Count);
        foreach (var compatible in selection.Compatibles)
            Text(_index, compatible);
    }

    /// <summary>The whole file.</summary>
    /// <param name="rules">The rules that the bindings were prepared by.</param>
    /// <param name="types">What they say about properties.</param>
    public byte[] Finish(SchemaRules rules, PropertyTypes types)
    {
        Types(types);
        var (texts, bindings) = (new ByteWriter(), new ByteWriter());
        Number(texts, _numbers.Count);
        Number(bindings, _count);
        var heading = ArchiveFormat.Heading(rules);
        byte[] all =
        [
            .. heading, .. new byte[ArchiveFormat.ChecksumSize], .. texts.Written, .. _texts.Written, .. bindings.Written,
            .. _index.Written, .. _schemas.Written,
        ];
        var checksum = all.AsSpan(heading.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(checksum, ArchiveFormat.ChecksumOf(checksum[ArchiveFormat.ChecksumSize..]));
        return all;
    }

    private void Types(PropertyTypes types)
    {
        foreach (var table in new IReadOnlyCollection<KeyValuePair<string, IReadOnlyList<PropertyType>>>[] { types.Names, types.Patterns })
        {
            Number(_index, table.Count);
            foreach (var (name, list) in table)
            {
                Text(_index, name);
                Number(_index, list.Count);
                foreach (var type in list)
                    Type(type);
            }
        }
    }

    private void Type(PropertyType type)
    {
        Text(_index, type.Name);
        _index.Byte(type.Dimensions is null ? (byte)0 : (byte)1);
        if (type.Dimensions is not { } dimensions)
            return;
        foreach (var number in new[] { dimensions.Rows.Least, dimensions.Rows.Most, dimensions.Columns.Least, dimensions.Columns.Most })
            Number(_index, Math.Max(0, number));
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
                Text(_schemas, text);
                break;
            case SchemaInteger { Value: var number }:
                Kind(number < 0 ? ValueKind.NegativeInteger : ValueKind.Integer);
                _schemas.Number((UInt128)Int128.Abs(number));
                break;
            case SchemaReal { Value: var real }:
                Kind(ValueKind.Real);
                BinaryPrimitives.WriteDoubleLittleEndian(_schemas.Take(sizeof(double)), real);
                break;
            case SchemaList { Items: var items }:
                Kind(ValueKind.List);
                Number(_schemas, items.Count);
                foreach (var item in items)
                    Value(item);
                break;
            case SchemaMap map:
                Kind(ValueKind.Map);
                Number(_schemas, map.Count);
                foreach (var (name, inner) in map.Entries)
                {
                    Text(_schemas, name);
                    Value(inner);
                }

                break;
        }
    }

    private void Kind(ValueKind kind) => _schemas.Byte((byte)kind);

    private void Text(ByteWriter bytes, string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers.Add(text, number = _numbers.Count);
            var size = Encoding.UTF8.GetByteCount(text);
            Number(_texts, size);
            Encoding.UTF8.GetBytes(text, _texts.Take(size));
        }

        Number(bytes, number);
    }

    private static void Number(ByteWriter bytes, int number) => bytes.Number((uint)number);
}
