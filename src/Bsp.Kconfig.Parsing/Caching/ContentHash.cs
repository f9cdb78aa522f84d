using System.Buffers.Binary;
using System.Globalization;

namespace Bsp.Kconfig.Parsing.Caching;

/// <summary>Tells whether a file is the same as before. It tells change, not forgery: who may change a tree may do so anyway.</summary>
internal static class ContentHash
{
    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;

    /// <summary>The hash of no file.</summary>
    public const string None = "";

    /// <summary>The hash of a content.</summary>
    public static string Of(ReadOnlySpan<byte> content)
    {
        var rest = content;
        // Two sums of eight bytes a step that mix in different ways: 128 bits in all.
        var (a, b) = ((ulong)rest.Length, ~(ulong)rest.Length);
        for (; rest.Length >= sizeof(ulong); rest = rest[sizeof(ulong)..])
            Add(BinaryPrimitives.ReadUInt64LittleEndian(rest));
        Span<byte> last = stackalloc byte[sizeof(ulong)];
        last.Clear();
        rest.CopyTo(last);
        Add(BinaryPrimitives.ReadUInt64LittleEndian(last));
        return string.Create(CultureInfo.InvariantCulture, $"{a:x16}{b:x16}");

        void Add(ulong part)
        {
            a = ulong.RotateLeft(a ^ (part * First), 29) * Second;
            b = (ulong.RotateLeft(b, 37) + part) * First;
        }
    }
}
