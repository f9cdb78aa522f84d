using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bsp.DeviceTrees.Bindings.Documents;

/// <summary>Reads a binding's file, without what no check needs: its examples, description and maintainers.</summary>
internal sealed class YamlReader
{
    // Bindings nest 20 deep, and have no aliases at all.
    private const int MaximumDepth = 100;
    private const int MaximumValues = 200_000;

    private readonly Parser _parser;
    private readonly Dictionary<string, (SchemaValue Value, int Size)> _anchors = new(StringComparer.Ordinal);
    private int _values;

    // A dash before a comma or bracket is a text; YamlDotNet takes it for the beginning of an item.
    private YamlReader(string text) => _parser = new(new StringReader(SchemaProse.Remove(text)
        .Replace(" -,", " '-',", StringComparison.Ordinal)
        .Replace(" -]", " '-']", StringComparison.Ordinal)));

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">It is not YAML, or more than a binding can be; the message has the line.</exception>
    public static SchemaValue Read(string text)
    {
        try
        {
            var reader = new YamlReader(text);
            reader.Expect<StreamStart>();
            reader.Expect<DocumentStart>();
            var value = reader.Value(0);
            reader.Expect<DocumentEnd>();
            reader.Expect<StreamEnd>();
            return value;
        }
        catch (YamlException exception)
        {
            throw new FormatException($"line {exception.Start.Line}: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            // YamlDotNet 18.1's scanner loses count of keys in some damaged texts.
            throw new FormatException($"it is not YAML: {exception.Message}", exception);
        }
    }

    private void Expect<T>()
        where T : ParsingEvent
    {
        if (!_parser.MoveNext() || _parser.Current is not T)
        {
            throw Wrong(
                "here should be the "
                + $"{typeof(T).Name switch { nameof(StreamEnd) or nameof(DocumentEnd) => "end", _ => "beginning of a document" }}");
        }
    }

    private SchemaValue Value(int depth)
    {
        if (!_parser.MoveNext())
            throw Wrong("the document is cut short");
        return Current(depth);
    }

    private SchemaValue Current(int depth)
    {
        if (depth > MaximumDepth)
            throw Wrong($"values are nested more than {MaximumDepth} deep");
        Count(1);
        var before = _values;
        switch (_parser.Current)
        {
            case Scalar scalar:
                return RecordAnchor(scalar, IsPlain(scalar) ? YamlScalars.Resolve(scalar.Value) : new SchemaText(scalar.Value), before);
            case SequenceStart start:
                return RecordAnchor(start, List(depth), before);
            case MappingStart start:
                return RecordAnchor(start, Map(depth), before);
            case AnchorAlias alias:
                // What is named is copied, for what is made of a schema is made in its place; so it counts.
                var (value, size) = _anchors.TryGetValue(alias.Value.Value, out var known)
                    ? known
                    : throw Wrong($"there is no anchor '{alias.Value.Value}' before it");
                Count(size);
                return value.Copy();
            default:
                throw Wrong("here should be a value");
        }
    }

    private static bool IsPlain(Scalar scalar) => scalar is { Style: ScalarStyle.Plain, Tag.IsEmpty: true };

    private SchemaValue RecordAnchor(NodeEvent node, SchemaValue value, int before)
    {
        if (!node.Anchor.IsEmpty)
            _anchors[node.Anchor.Value] = (value.Copy(), _values - before + 1);
        return value;
    }

    private void Count(int values)
    {
        _values += values;
        if (_values > MaximumValues)
            throw Wrong($"there are more than {MaximumValues} values");
    }

    private SchemaList List(int depth)
    {
        var list = new SchemaList();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
            list.Items.Add(Current(depth + 1));
        return list;
    }

    private SchemaMap Map(int depth)
    {
        var map = new SchemaMap();
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            if (_parser.Current is not Scalar name)
                throw Wrong("a name should be a text");
            var start = name.Start;
            var value = Value(depth + 1);
            if (!map.TryAdd(name.Value, value))
            {
                throw new FormatException(
                    string.Create(CultureInfo.InvariantCulture, $"line {start.Line}: '{name.Value}' is defined twice"));
            }
        }

        return map;
    }

    private FormatException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"line {_parser.Current?.Start.Line ?? 1}: {what}"));
}
