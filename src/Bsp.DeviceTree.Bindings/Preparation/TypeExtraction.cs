using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Documents;

namespace Bsp.DeviceTrees.Bindings.Preparation;

/// <summary>Collects what all bindings say of the types of properties (extract_types, get_prop_types). The order of bindings decides between types.</summary>
internal abstract class TypeExtraction
{
    /// <summary>What is a node, and so no property.</summary>
    protected const string Node = "node";

    /// <summary>As a version does it.</summary>
    public static TypeExtraction Of(SchemaRules rules) => rules == SchemaRules.V2022 ? new TypeExtraction2022() : new TypeExtraction2025();

    /// <summary>Collects what a rewritten binding says.</summary>
    public abstract void Add(SchemaMap binding);

    /// <summary>The types of all names, without those of nodes.</summary>
    public abstract PropertyTypes Build();

    /// <summary>Whether a type has rows and columns.</summary>
    protected static bool HasDimensions(string? type) => type is "phandle-array" || (type?.EndsWith("-matrix", StringComparison.Ordinal) ?? false);
}
