using Bsp.DeviceTrees.Bindings.Compiled;
using Bsp.DeviceTrees.Bindings.Decoding;
using Bsp.DeviceTrees.Bindings.Schemas;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>The bindings of a kernel with dt-schema's own, prepared: what trees are checked against. What is needed of them is read when
/// it is needed first, so that they are for one thread at a time.</summary>
public sealed class Bindings
{
    /// <summary>The name of the schema that all documented compatibles meet.</summary>
    internal const string CompatiblesId = "generated-compatibles";

    private readonly byte[] _bytes;

    internal Bindings(byte[] bytes, SchemaRules rules, IReadOnlyList<Binding> all, PropertyTypes types) =>
        (_bytes, Rules, All, Types) = (bytes, rules, all, types);

    /// <summary>The rules that they were prepared by, and that trees are checked by.</summary>
    public SchemaRules Rules { get; }

    /// <summary>How many there are.</summary>
    public int Count => All.Count(binding => binding.Id != CompatiblesId);

    /// <summary>Reads bindings that were prepared before.</summary>
    /// <param name="bytes">What <see cref="ToBytes"/> has made.</param>
    /// <exception cref="FormatException">They are damaged, or of another version.</exception>
    public static Bindings Read(byte[] bytes) => ArchiveReader.Read(bytes);

    /// <summary>The bindings in one file, which is read in little time; of the same bindings always the same bytes.</summary>
    public byte[] ToBytes() => _bytes;

    internal IReadOnlyList<Binding> All { get; }

    internal PropertyTypes Types { get; }
}
