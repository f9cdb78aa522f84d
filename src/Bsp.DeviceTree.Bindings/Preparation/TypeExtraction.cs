using System.Text.RegularExpressions;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>
/// Collects what all bindings say about the types of properties (extract_types, get_prop_types). The order of
/// bindings decides between types.
/// </summary>
internal abstract partial class TypeExtraction
{
    /// <summary>What is a node, and so no property.</summary>
    protected const string Node = "node";

    /// <summary>As a version does it.</summary>
    public static TypeExtraction Of(SchemaRules rules) => rules == SchemaRules.V2022 ? new TypeExtraction2022() : new TypeExtraction2025();

    /// <summary>Collects what a rewritten binding says.</summary>
    public abstract void Add(SchemaMap binding);

    /// <summary>The types of all names, without those of nodes.</summary>
    public abstract PropertyTypes Build();

    /// <summary>The names of types that references to schemas have in them.</summary>
    protected abstract Regex TypeNames { get; }

    /// <summary>What a schema says about the type of a property; null where it says nothing.</summary>
    /// <param name="name">The property.</param>
    /// <param name="schema">The schema.</param>
    protected string? TypeOf(string name, SchemaMap schema)
    {
        var reference = schema.Text("$ref") ?? "";
        if (IsNode(schema))
            return Node;
        if (TypeNames.Match(reference) is { Success: true, Value: var type })
            return type;
        if (schema.Text("type") == "boolean")
            return "flag";
        if (schema["items"] is { } items)
            return SchemaShape.IsText(items is SchemaList list ? list.Items.FirstOrDefault() : items) ? "string-array" : OfUnit(name);
        return SchemaFile().IsMatch(reference) ? Node : OfOther(name, reference);
    }

    /// <summary>Whether a schema is that of a node.</summary>
    protected virtual bool IsNode(SchemaMap schema) => schema.Text("type") == "object";

    /// <summary>The type that the unit in a name says; null where it has none.</summary>
    protected abstract string? OfUnit(string name);

    /// <summary>The property whose type it is, where a reference names one.</summary>
    protected virtual string? OfOther(string name, string reference) => null;

    [GeneratedRegex(@"\.yaml#?$", RegexOptions.CultureInvariant)]
    private static partial Regex SchemaFile();

    /// <summary>Whether a type has rows and columns.</summary>
    protected static bool HasDimensions(string? type) =>
        type is "phandle-array" || (type?.EndsWith("-matrix", StringComparison.Ordinal) ?? false);
}
