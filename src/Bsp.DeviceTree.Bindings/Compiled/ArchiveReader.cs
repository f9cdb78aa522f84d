using System.Buffers.Binary;
using System.Text;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings.Compiled;

/// <summary>Reads prepared bindings: the list of all, and each schema when it is needed first.</summary>
internal sealed class ArchiveReader
{
    private const string Damaged = "the file of bindings is damaged";

    private readonly SchemaRules _rules;
    private readonly byte[] _bytes;
    private readonly (int Start, int Length)[] _places;
    private readonly string?[] _texts;
    private int _at;

    private ArchiveReader(byte[] bytes)
    {
        _bytes = bytes;
        _rules = SchemaRules.All.FirstOrDefault(rules => bytes.AsSpan().StartsWith(ArchiveFormat.Heading(rules)))
            ?? throw new FormatException("it has no bindings in it, or such as another version of this program prepared");
        var checksum = ArchiveFormat.Heading(_rules).Length;
        var start = checksum + ArchiveFormat.ChecksumSize;
        if (bytes.Length < start
            || ArchiveFormat.ChecksumOf(bytes.AsSpan(start)) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(checksum)))
            throw new FormatException($"{Damaged}: its checksum is another");
        _at = start;
        _places = new (int, int)[Count()];
        _texts = new string?[_places.Length];
        for (var i = 0; i < _places.Length; i++)
        {
            var length = Count();
            _places[i] = (_at, length);
            _at += length;
        }
    }

    private ArchiveReader(ArchiveReader other, int at) =>
        (_rules, _bytes, _places, _texts, _at) = (other._rules, other._bytes, other._places, other._texts, at);

    /// <summary>Reads prepared bindings.</summary>
    /// <exception cref="FormatException">They are damaged, or of another version.</exception>
    public static Bindings Read(byte[] bytes)
    {
        var reader = new ArchiveReader(bytes);
        var entries = new List<(string Id, string File, int Length, BindingSelection Selection)>();
        for (var count = reader.Count(); count > 0; count--)
            entries.Add((reader.Text(), reader.Text(), reader.Count(), reader.Selection()));
        var types = new PropertyTypes(
            reader.Types().ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal), reader.Types());
        var bindings = new List<Binding>(entries.Count);
        foreach (var (id, file, length, selection) in entries)
        {
            var start = reader._at;
            bindings.Add(new(
                id,
                file,
                selection,
                () => new ArchiveReader(reader, start).Value(0) as SchemaMap ?? throw new FormatException(Damaged),
                () => new ArchiveReader(reader, start).Member("select")));
            reader._at += length;
            if (reader._at > bytes.Length)
                throw new FormatException(Damaged);
        }

        return new(bytes, reader._rules, bindings, types);
    }

    private BindingSelection Selection()
    {
        var kind = (SelectionKind)Byte();
        var compatibles = new string[Count()];
        for (var i = 0; i < compatibles.Length; i++)
            compatibles[i] = Text();
        return Enum.IsDefined(kind) ? new(kind, compatibles) : throw new FormatException(Damaged);
    }

    private List<KeyValuePair<string, IReadOnlyList<PropertyType>>> Types()
    {
        var table = new List<KeyValuePair<string, IReadOnlyList<PropertyType>>>();
        for (var count = Count(); count > 0; count--)
        {
            var name = Text();
            var types = new PropertyType[Count()];
            for (var i = 0; i < types.Length; i++)
                types[i] = new(Text(), Byte() == 0 ? null : new((Dimension(), Dimension()), (Dimension(), Dimension())));
            table.Add(new(name, types));
        }

        return table;
    }

    // The value of a name in a map; what precedes it is skipped.
    private SchemaValue? Member(string name)
    {
        if ((ValueKind)Byte() != ValueKind.Map)
            throw new FormatException(Damaged);
        for (var count = Count(); count > 0; count--)
        {
            if (Text() == name)
                return Value(1);
            Skip(1);
        }

        return null;
    }

    private void Skip(int depth)
    {
        if (depth > ArchiveFormat.MaximumDepth)
            throw new FormatException(Damaged);
        var kind = (ValueKind)Byte();
        switch (kind)
        {
            case ValueKind.Text or ValueKind.Integer or ValueKind.NegativeInteger:
                Number();
                break;
            case ValueKind.Real:
                _at += 8;
                break;
            case ValueKind.List or ValueKind.Map:
                for (var count = Count(); count > 0; count--)
                {
                    if (kind == ValueKind.Map)
                        Number();
                    Skip(depth + 1);
                }

                break;
            case > ValueKind.Map:
                throw new FormatException(Damaged);
        }
    }

    private SchemaValue Value(int depth)
    {
        if (depth > ArchiveFormat.MaximumDepth)
            throw new FormatException(Damaged);
        switch ((ValueKind)Byte())
        {
            case ValueKind.Null:
                return SchemaNull.Instance;
            case ValueKind.True:
                return SchemaFlag.True;
            case ValueKind.False:
                return SchemaFlag.False;
            case ValueKind.Text:
                return new SchemaText(Text());
            case ValueKind.Integer:
                return new SchemaInteger((Int128)Number());
            case ValueKind.NegativeInteger:
                return new SchemaInteger(-(Int128)Number());
            case ValueKind.Real:
                _at += 8;
                return _at <= _bytes.Length
                    ? new SchemaReal(BinaryPrimitives.ReadDoubleLittleEndian(_bytes.AsSpan(_at - 8)))
                    : throw new FormatException(Damaged);
            case ValueKind.List:
                var list = new SchemaList();
                for (var count = Count(); count > 0; count--)
                    list.Items.Add(Value(depth + 1));
                return list;
            case ValueKind.Map:
                var map = new SchemaMap();
                for (var count = Count(); count > 0; count--)
                {
                    if (!map.TryAdd(Text(), Value(depth + 1)))
                        throw new FormatException(Damaged);
                }

                return map;
            default:
                throw new FormatException(Damaged);
        }
    }

    private string Text()
    {
        var number = Number();
        if (number >= (UInt128)_places.Length)
            throw new FormatException(Damaged);
        ref var text = ref _texts[(int)number];
        return text ??= Encoding.UTF8.GetString(_bytes.AsSpan(_places[(int)number].Start, _places[(int)number].Length));
    }

    // Of whatever there are more than one byte each would be too many.
    private int Count() =>
        Number() is var number && number <= (UInt128)Math.Max(0, _bytes.Length - _at) ? (int)number : throw new FormatException(Damaged);

    private int Dimension() => Number() is var number && number <= int.MaxValue ? (int)number : throw new FormatException(Damaged);

    private byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw new FormatException(Damaged);

    private UInt128 Number()
    {
        // Most are small, and numbers of 128 bits are slow.
        var b = Byte();
        if (b < 0x80)
            return b;
        UInt128 number = b & 0x7fu;
        for (var shift = 7; shift <= 70; shift += 7)
        {
            b = Byte();
            number |= (UInt128)(b & 0x7fu) << shift;
            if (b < 0x80)
                return number;
        }

        throw new FormatException(Damaged);
    }
}
