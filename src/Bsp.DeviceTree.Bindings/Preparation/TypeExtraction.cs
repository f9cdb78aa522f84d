using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>Collects what all bindings say of the types of properties (dtschema/lib.py of dt-schema 2022.08.2, extract_types, get_prop_types). The order of bindings decides between types.</summary>
internal sealed partial class TypeExtraction
{
    private const string Node = "node";

    private static readonly string[] s_alternatives = ["allOf", "oneOf", "anyOf"];

    // What would be a type for every name.
    private static readonly string[] s_generic = [@"^[a-z][a-z0-9\-]*$", @"^[a-zA-Z][a-zA-Z0-9\-_]{0,63}$", "^.*$", ".*"];

    private readonly OrderedDictionary<string, List<Entry>> _properties = new(StringComparer.Ordinal);

    /// <summary>Collects what a binding says.</summary>
    public void Add(SchemaValue? value)
    {
        if (value is not SchemaMap schema)
            return;
        Add(schema["additionalProperties"]);
        foreach (var keyword in new[] { "properties", "patternProperties" })
        {
            foreach (var (name, property) in (schema[keyword] as SchemaMap)?.Entries ?? [])
                Add(name, property, keyword == "patternProperties");
        }
    }

    /// <summary>The types of all names, without those of nodes.</summary>
    public PropertyTypes Build()
    {
        foreach (var name in s_generic)
            _properties.Remove(name);
        var names = new SortedDictionary<string, IReadOnlyList<PropertyType>>(StringComparer.Ordinal);
        var patterns = new SortedDictionary<string, IReadOnlyList<PropertyType>>(StringComparer.Ordinal);
        foreach (var (name, all) in _properties)
        {
            var entries = all.Where(entry => entry.Type is not (null or Node)).ToList();
            if (entries.Count == 0)
                continue;
            if (!entries[0].IsPattern)
                names.Add(name, [.. entries.Where(entry => !entry.IsPattern).Select(entry => entry.ToType())]);
            else if (FixedText().IsMatch(name))
                patterns.Add(name, [.. entries.Select(entry => entry.ToType())]);
        }

        return new(names, [.. patterns]);
    }

    private void Add(string name, SchemaValue value, bool isPattern)
    {
        if (value is not SchemaMap schema || name is ['$', ..])
            return;
        if (!_properties.TryGetValue(name, out var entries))
            _properties.Add(name, entries = []);
        if (schema.HasAny("properties", "patternProperties", "additionalProperties"))
            Add(schema);
        foreach (var alternatives in s_alternatives)
        {
            foreach (var alternative in (schema[alternatives] as SchemaList)?.Items ?? [])
                Add(name, alternative, isPattern);
        }

        var entry = new Entry(TypeOf(name, schema), isPattern);
        if (entry.Type is null)
        {
            if (entries.Count == 0)
                entries.Add(entry);
            return;
        }

        if (entry.Type == "phandle-array" || IsMatrix(entry.Type))
            entry.Dimensions = new(PropertyFixups.Range(schema), PropertyFixups.Range(schema["items"]));
        if (!IsKnown(entries, entry))
            entries.Add(entry);
    }

    // Whether a type adds nothing; what it replaces goes.
    private static bool IsKnown(List<Entry> entries, Entry entry)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var known = entries[i];
            if (known.Type is null)
            {
                entries.RemoveAt(i);
                return false;
            }

            if (entry.Dimensions is { } dimensions && (known.Type == "phandle-array" || IsMatrix(known.Type)))
            {
                known.Dimensions = known.Dimensions is { } other && other != dimensions ? other.Merge(dimensions) : dimensions;
                return true;
            }

            if (known.Type.StartsWith(entry.Type!, StringComparison.Ordinal))
                return true;
            // An array is more than a scalar.
            if (entry.Type!.Contains(known.Type, StringComparison.Ordinal))
            {
                entries.RemoveAt(i);
                return false;
            }
        }

        return false;
    }

    private static bool IsMatrix(string type) => type.EndsWith("-matrix", StringComparison.Ordinal);

    private static string? TypeOf(string name, SchemaMap schema)
    {
        if (schema.Text("type") == "object")
            return Node;
        var reference = schema.Text("$ref") ?? "";
        if (TypeName().Match(reference) is { Success: true, Value: var type })
            return type;
        if (schema.Text("type") == "boolean")
            return "flag";
        if (schema["items"] is { } items)
        {
            return PropertyFixups.IsText(items is SchemaList list ? list.Items.FirstOrDefault() : items) ? "string-array"
                : PropertyFixups.HasUnit(name) ? "uint32-matrix"
                : null;
        }

        return Schema().IsMatch(reference) ? Node : null;
    }

    [GeneratedRegex("flag|u?int(8|16|32|64)(-(array|matrix))?|string(-array)?|phandle(-array)?", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\.yaml#?$", RegexOptions.CultureInvariant)]
    private static partial Regex Schema();

    [GeneratedRegex("[0-9a-zA-F-]{3}", RegexOptions.CultureInvariant)]
    private static partial Regex FixedText();

    private sealed class Entry(string? type, bool isPattern)
    {
        public string? Type { get; } = type;

        public bool IsPattern { get; } = isPattern;

        public Dimensions? Dimensions { get; set; }

        public PropertyType ToType() => new(Type!, Dimensions);
    }
}
