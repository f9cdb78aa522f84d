using System.Text;

namespace Bsp.DeviceTrees.Bindings.Compiled;

/// <summary>What the writer and the reader of prepared bindings agree on.</summary>
/// <remarks>
/// A heading, the SHA-256 of all that follows, and then: texts; bindings with their names, selections and lengths; types of properties; the schemas, one behind the other.
/// Numbers are LEB128. A schema can be read without the others.
/// </remarks>
internal static class ArchiveFormat
{
    /// <summary>The bytes of SHA-256.</summary>
    public const int ChecksumSize = 32;

    /// <summary>How deep values are nested at most; the reader of YAML takes less.</summary>
    public const int Deepest = 200;

    /// <summary>The first line; the number changes with the format and with what is made of bindings.</summary>
    public static byte[] Heading(SchemaRules rules) => Encoding.ASCII.GetBytes($"bsp-bindings 2 dt-schema-{rules.Version}\n");
}

/// <summary>What a value is.</summary>
internal enum ValueKind : byte
{
    Null,
    True,
    False,
    Text,
    Integer,
    NegativeInteger,
    Real,
    List,
    Map,
}
