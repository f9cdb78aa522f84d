using Bsp.DeviceTrees.Bindings.Validation;

namespace Bsp.DeviceTrees.Bindings.Decoding;

/// <summary>
/// The types of all properties that bindings speak of, whatever the node: a blob has bytes only, and they are what tells texts
/// from cells (dtschema/lib.py, property_get_type).
/// </summary>
/// <param name="names">The types by name.</param>
/// <param name="patterns">The types by patterns of names, in the order of the patterns.</param>
internal sealed class PropertyTypes(
    IReadOnlyDictionary<string, IReadOnlyList<PropertyType>> names,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<PropertyType>>> patterns)
{
    private readonly Dictionary<string, IReadOnlyList<PropertyType>> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dimensions?> _dimensions = new(StringComparer.Ordinal);
    private List<(NamePattern Pattern, PropertyType Type)>? _compiled;

    /// <summary>The types by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PropertyType>> Names => names;

    /// <summary>The types by patterns of names.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<PropertyType>>> Patterns => patterns;

    /// <summary>The types of a name: those of bindings that have the name, else those of the patterns that it matches.</summary>
    public IReadOnlyList<PropertyType> Of(string name)
    {
        if (names.TryGetValue(name, out var types))
            return types;
        if (!_found.TryGetValue(name, out types))
            _found.Add(name, types = ByPattern(name));
        return types;
    }

    /// <summary>
    /// How many rows and columns a property has: what bindings say about the name, else what they say about the first pattern that it
    /// matches; null where they do not say it.
    /// </summary>
    public Dimensions? DimensionsOf(string name)
    {
        if (_dimensions.TryGetValue(name, out var dimensions))
            return dimensions;
        dimensions = names.GetValueOrDefault(name, []).Select(type => type.Dimensions).FirstOrDefault(known => known is not null);
        _compiled ??= Compile();
        dimensions ??= _compiled.Where(entry => entry.Type.Dimensions is not null && IsMatch(entry.Pattern, name))
            .Select(entry => entry.Type.Dimensions)
            .FirstOrDefault();
        _dimensions.Add(name, dimensions);
        return dimensions;
    }

    private List<(NamePattern Pattern, PropertyType Type)> Compile() =>
        [.. patterns.Select(pattern => (new NamePattern(pattern.Key), pattern.Value[0]))];

    private List<PropertyType> ByPattern(string name)
    {
        _compiled ??= Compile();
        var types = new List<PropertyType>();
        foreach (var (pattern, type) in _compiled)
        {
            // Of one type the first pattern with dimensions gives them.
            var known = types.FindIndex(other => other.Name == type.Name);
            if (known >= 0 && types[known].Dimensions is not null || !IsMatch(pattern, name))
                continue;
            if (known < 0)
                types.Add(type);
            else if (type.Dimensions is not null)
                types[known] = type;
        }

        return types;
    }

    // What is not a pattern says nothing of types; the binding that has it is a finding where it applies.
    private static bool IsMatch(NamePattern pattern, string name)
    {
        try
        {
            return pattern.IsMatch(name);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
