using System.Security.Cryptography;
using System.Text;

namespace Bsp.Artifacts.Disk;

/// <summary>UUIDs made from names: version 5 of RFC 9562, section 5.5.</summary>
public static class NameBasedUuid
{
    /// <summary>The UUID of a name within a namespace; always the same for the same two.</summary>
    public static Guid Make(Guid space, string name)
    {
        var bytes = InNetworkOrder(space.ToByteArray()).Concat(Encoding.UTF8.GetBytes(name)).ToArray();
        // SHA-1 is what the RFC prescribes; nothing secret or signed depends on it. HashData is not in netstandard2.0.
#pragma warning disable CA1850, CA5350
        using var sha1 = SHA1.Create();
        var hash = sha1.ComputeHash(bytes);
#pragma warning restore CA1850, CA5350
        var uuid = new byte[16];
        Array.Copy(hash, uuid, uuid.Length);
        uuid[6] = (byte)((uuid[6] & 0x0f) | 0x50);
        uuid[8] = (byte)((uuid[8] & 0x3f) | 0x80);
        return new(InNetworkOrder(uuid));
    }

    // System.Guid keeps its first three fields in little-endian order; swapping them is its own inverse.
    private static byte[] InNetworkOrder(byte[] guid) =>
        [guid[3], guid[2], guid[1], guid[0], guid[5], guid[4], guid[7], guid[6], .. guid.Skip(8)];
}
