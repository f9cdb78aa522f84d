using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>The types of dt-schema 2025.08 (dtschema/validator.py).</summary>
internal sealed partial class TypeExtraction2025 : TypeExtraction
{
    // A property may refer to itself in another place of its binding, but not without end.
    private const int MaximumDepth = 100;

    private static readonly string[] s_alternatives = ["allOf", "oneOf", "anyOf"];

    private readonly OrderedDictionary<string, List<Entry>> _properties = new(StringComparer.Ordinal);
    private SchemaMap _binding = new();
    private string _id = "";
    private int _depth;

    /// <inheritdoc/>
    protected override Regex TypeNames => TypeName();

    /// <inheritdoc/>
    public override void Add(SchemaMap binding)
    {
        (_binding, _id) = (binding, binding.Text("$id")!);
        AddAll(binding);
    }

    /// <inheritdoc/>
    public override PropertyTypes Build()
    {
        // What would be a type for every name.
        _properties.Remove(@"^[a-z][a-z0-9\-]*$");
        var names = new SortedDictionary<string, IReadOnlyList<PropertyType>>(StringComparer.Ordinal);
        var patterns = new SortedDictionary<string, IReadOnlyList<PropertyType>>(StringComparer.Ordinal);
        foreach (var (name, all) in _properties)
        {
            var entries = all.Where(entry => entry.Type is not Node).ToList();
            var types = entries.Where(entry => Resolve(entry.Type) is not null)
                .Select(entry => new PropertyType(Resolve(entry.Type)!, entry.Dimensions))
                .ToList();
            if (types.Count > 0)
                (entries[0].IsPattern ? patterns : names).Add(name, types);
        }

        return new(names, [.. patterns]);
    }

    // A type may be that of another property: $ref: other.yaml#/properties/name.
    private string? Resolve(string? type) =>
        type is null || TypeName().IsMatch(type)
            ? type
            : _properties.GetValueOrDefault(type, []).Select(entry => entry.Type).FirstOrDefault(other => other is not Node);

    private void AddAll(SchemaValue? value)
    {
        if (value is not SchemaMap schema)
            return;
        AddAll(schema["additionalProperties"]);
        foreach (var alternative in Alternatives(schema))
            AddAll(alternative);
        foreach (var keyword in new[] { "properties", "patternProperties" })
        {
            foreach (var (name, property) in (schema[keyword] as SchemaMap)?.Entries ?? [])
                Add(name, property, keyword == "patternProperties");
        }
    }

    private static IEnumerable<SchemaValue> Alternatives(SchemaMap schema) =>
        s_alternatives.SelectMany(keyword => (schema[keyword] as SchemaList)?.Items ?? []);

    private void Add(string name, SchemaValue value, bool isPattern)
    {
        if (name is ['$', ..])
            return;
        if (value is not SchemaMap schema)
        {
            if (value.IsTrue && !_properties.ContainsKey(name))
                _properties.Add(name, [new(null, isPattern, _id)]);
            return;
        }

        var reference = schema.Text("$ref") ?? "";
        if (reference.StartsWith("#/", StringComparison.Ordinal) && !AddReferred(name, reference, isPattern))
            return;
        foreach (var alternative in Alternatives(schema))
            Add(name, alternative, isPattern);

        if (!_properties.TryGetValue(name, out var entries))
            _properties.Add(name, entries = []);
        var type = TypeOf(name, schema);
        if (type is null)
        {
            if (entries.Count == 0)
                entries.Add(new(null, isPattern, _id));
            return;
        }

        var dimensions = HasDimensions(type)
            ? new Dimensions(SchemaShape.Range(schema), schema["items"] switch
            {
                null => (0, 0),
                SchemaList { Items: [var first, ..] } => SchemaShape.Range(first),
                var items => SchemaShape.Range(items),
            })
            : (Dimensions?)null;
        if (!IsKnown(entries, type, dimensions))
            entries.Add(new(type, isPattern, _id) { Dimensions = dimensions });
        if (schema.HasAny("properties", "patternProperties", "additionalProperties"))
            AddAll(schema);
    }

    // Whether what the reference names adds something.
    private bool AddReferred(string name, string reference, bool isPattern)
    {
        if (_properties.TryGetValue(name, out var entries) && entries.Exists(entry => entry.Bindings.Contains(_id)))
            return false;
        SchemaValue? target = _binding;
        foreach (var part in reference.Split('/').Skip(1))
            target = (target as SchemaMap)?[part];
        if (target is null || _depth == MaximumDepth)
            return true;
        _depth++;
        Add(name, target, isPattern);
        _depth--;
        return true;
    }

    // Whether a type adds nothing; what it replaces goes.
    private bool IsKnown(List<Entry> entries, string type, Dimensions? dimensions)
    {
        foreach (var known in entries)
        {
            if (known.Type is null)
            {
                entries.Remove(known);
                return false;
            }

            var isText = type.Contains("string", StringComparison.Ordinal) && known.Type.Contains("string", StringComparison.Ordinal);
            if (dimensions is { } more && HasDimensions(known.Type))
                known.Dimensions = known.Dimensions is { } other ? other.Cover(more) : more;
            else if (isText && type == "string-array")
                known.Type = type;
            else if (!isText && known.Type != type)
                continue;
            known.Bindings.Add(_id);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override bool IsNode(SchemaMap schema) =>
        base.IsNode(schema) || schema.HasAny("properties", "patternProperties", "additionalProperties");

    /// <inheritdoc/>
    protected override string? OfUnit(string name) => name.EndsWith("-microvolt", StringComparison.Ordinal) ? "int32-matrix"
        : name.EndsWith("-hz", StringComparison.Ordinal) && !name.StartsWith("opp", StringComparison.Ordinal) ? "uint32-matrix"
        : null;

    /// <inheritdoc/>
    protected override string? OfOther(string name, string reference) =>
        reference.Contains("/properties/", StringComparison.Ordinal)
            && reference[(reference.LastIndexOf('/') + 1)..] is var other && other != name
            ? other
            : null;

    [GeneratedRegex("address|flag|u?int(8|16|32|64)(-(array|matrix))?|string(-array)?|phandle(-array)?", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    private sealed class Entry(string? type, bool isPattern, string binding)
    {
        public string? Type { get; set; } = type;

        public bool IsPattern { get; } = isPattern;

        public Dimensions? Dimensions { get; set; }

        public HashSet<string> Bindings { get; } = new(StringComparer.Ordinal) { binding };
    }
}
