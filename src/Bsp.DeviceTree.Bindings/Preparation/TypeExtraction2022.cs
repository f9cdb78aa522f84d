using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>The types of dt-schema 2022.08.2 (dtschema/lib.py).</summary>
internal sealed partial class TypeExtraction2022 : TypeExtraction
{
    // What would be a type for every name.
    private static readonly string[] s_generic = [@"^[a-z][a-z0-9\-]*$", @"^[a-zA-Z][a-zA-Z0-9\-_]{0,63}$", "^.*$", ".*"];

    private readonly OrderedDictionary<string, List<Entry>> _properties = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override Regex TypeNames => TypeName();

    /// <inheritdoc/>
    public override void Add(SchemaMap binding)
    {
        if (binding["additionalProperties"] is SchemaMap others)
            Add(others);
        foreach (var keyword in new[] { "properties", "patternProperties" })
        {
            foreach (var (name, property) in (binding[keyword] as SchemaMap)?.Entries ?? [])
                Add(name, property, keyword == "patternProperties");
        }
    }

    /// <inheritdoc/>
    public override PropertyTypes Build()
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
        foreach (var alternatives in new[] { "allOf", "oneOf", "anyOf" })
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

        if (HasDimensions(entry.Type))
            entry.Dimensions = new(SchemaShape.Range(schema), SchemaShape.Range(schema["items"]));
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

            if (entry.Dimensions is { } dimensions && HasDimensions(known.Type))
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

    /// <inheritdoc/>
    protected override string? OfUnit(string name) => PropertyFixups2022.HasUnit(name) ? "uint32-matrix" : null;

    [GeneratedRegex("flag|u?int(8|16|32|64)(-(array|matrix))?|string(-array)?|phandle(-array)?", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

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
