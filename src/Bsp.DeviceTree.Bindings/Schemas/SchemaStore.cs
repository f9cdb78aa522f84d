using System.Globalization;
using Bsp.DeviceTrees.Bindings.Documents;
using Bsp.DeviceTrees.Bindings.Validation;

namespace Bsp.DeviceTrees.Bindings.Schemas;

/// <summary>The schemas of bindings, each taken apart when it is needed first.</summary>
internal sealed class SchemaStore
{
    private readonly Dictionary<string, Binding> _bindings;
    private readonly Dictionary<string, Schema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamePattern> _patterns = new(StringComparer.Ordinal);

    /// <summary>The schemas of bindings.</summary>
    /// <param name="bindings">The bindings.</param>
    /// <param name="rules">The rules that say what keywords mean.</param>
    public SchemaStore(IEnumerable<Binding> bindings, SchemaRules rules) =>
        (_bindings, Rules) = (bindings.ToDictionary(binding => binding.Id, StringComparer.Ordinal), rules);

    /// <summary>The rules that say what keywords mean.</summary>
    public SchemaRules Rules { get; }

    /// <summary>The whole schema of a binding.</summary>
    public Schema Whole(Binding binding) => Get(binding, []);

    /// <summary>What says which nodes a binding is about.</summary>
    public Schema Select(Binding binding) =>
        binding.Select is { } select ? new SchemaCompiler(this, binding.Id).Compile(select) : Schema.False;

    /// <summary>What a reference names. Nothing meets a schema that does not exist, as with dt-validate.</summary>
    /// <param name="id">The binding with the reference.</param>
    /// <param name="reference">The reference.</param>
    public Schema Find(string id, string reference) =>
        SchemaUri.Resolve(id, reference) is { } uri && _bindings.TryGetValue(uri.Id, out var binding)
            ? Get(binding, uri.Pointer)
            : Schema.False;

    /// <summary>Whether there is what a reference names.</summary>
    public bool Has(SchemaUri uri) =>
        _bindings.TryGetValue(uri.Id, out var binding) && (uri.Pointer.Count == 0 || Walk(binding.Document, uri.Pointer) is not null);

    /// <summary>A pattern, which all that have it share.</summary>
    public NamePattern Pattern(string text)
    {
        if (!_patterns.TryGetValue(text, out var pattern))
            _patterns.Add(text, pattern = new(text));
        return pattern;
    }

    private Schema Get(Binding binding, IReadOnlyList<string> pointer)
    {
        var key = new SchemaUri(binding.Id, pointer).ToString();
        if (!_schemas.TryGetValue(key, out var schema))
        {
            _schemas.Add(
                key,
                schema = Walk(binding.Document, pointer) is { } value ? new SchemaCompiler(this, binding.Id).Compile(value) : Schema.False);
        }

        return schema;
    }

    private static SchemaValue? Walk(SchemaValue document, IReadOnlyList<string> pointer)
    {
        SchemaValue? value = document;
        foreach (var part in pointer)
        {
            value = value switch
            {
                SchemaMap map => map[part],
                SchemaList list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < list.Items.Count =>
                    list.Items[index],
                _ => null,
            };
        }

        return value;
    }
}
