using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>The bindings of a kernel with dt-schema's own, prepared: what trees are checked against.</summary>
public sealed class Bindings
{
    /// <summary>The name of the schema that all documented compatibles meet.</summary>
    internal const string CompatiblesId = "generated-compatibles";

    internal Bindings(IReadOnlyList<Binding> all, PropertyTypes types) => (All, Types) = (all, types);

    /// <summary>How many there are.</summary>
    public int Count => All.Count(binding => binding.Id != CompatiblesId);

    internal IReadOnlyList<Binding> All { get; }

    internal PropertyTypes Types { get; }
}
