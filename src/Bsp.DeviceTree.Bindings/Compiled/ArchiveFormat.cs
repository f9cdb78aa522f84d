using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Bsp.DeviceTrees.Bindings.Compiled;

/// <summary>What the writer and the reader of prepared bindings agree on.</summary>
/// <remarks>
/// A heading, the CRC-32C of all that follows, and then: texts; bindings with their names, selections and lengths; types of
/// properties; the schemas, one after the other. Numbers are LEB128. A schema can be read without the others.
/// </remarks>
internal static class ArchiveFormat
{
    /// <summary>The bytes of the checksum.</summary>
    public const int ChecksumSize = 4;

    /// <summary>How deep values are nested at most; the reader of YAML takes less.</summary>
    public const int MaximumDepth = 200;

    /// <summary>The first line; the number changes with the format and with what is made of bindings.</summary>
    public static byte[] Heading(SchemaRules rules) => Encoding.ASCII.GetBytes($"bsp-bindings 3 dt-schema-{rules.Version}\n");

    /// <summary>
    /// The checksum of what follows it (RFC 3720, appendix B.4). It finds damage; one of cryptography would take longer to load
    /// than to compute.
    /// </summary>
    public static uint ChecksumOf(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes)
            checksum = BitOperations.Crc32C(checksum, b);
        return ~checksum;
    }
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
