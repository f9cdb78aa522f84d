using System.Buffers.Binary;
using System.Text;

namespace Bsp.SystemTests.Firmware;

/// <summary>
/// What the boot ROM of Rockchip's older chips reads of a card: a block that says where the first stage is, and that stage.
/// </summary>
/// <remarks>U-Boot's tools/rkcommon.c, header version 1. Newer chips (RK3568 on) have another, which begins with <c>RKNS</c>.</remarks>
/// <param name="Chip">The four letters before the first stage, such as <c>RK32</c>.</param>
/// <param name="Start">Where the first stage begins, in bytes from the block.</param>
/// <param name="InitSize">The size of the first stage, in bytes.</param>
/// <param name="BootSize">The size of both stages, in bytes: the second follows the first.</param>
public sealed record RockchipLoader(string Chip, int Start, int InitSize, int BootSize)
{
    private const int BlockSize = 512;
    private const uint Magic = 0x0ff0aa55;
    private static readonly byte[] s_key = [124, 78, 3, 4, 85, 5, 9, 7, 45, 44, 123, 56, 23, 13, 23, 17];

    /// <summary>Reads a loader.</summary>
    /// <param name="image">The bytes from the block on.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static RockchipLoader Read(ReadOnlySpan<byte> image)
    {
        if (image.Length < BlockSize)
            throw new FormatException($"{image.Length} bytes are not a whole number of blocks of {BlockSize}");
        var block = Decode(image[..BlockSize]);
        if (BinaryPrimitives.ReadUInt32LittleEndian(block) is var magic && magic != Magic)
            throw new FormatException($"the block begins with 0x{magic:x8}, not with 0x{Magic:x8}");
        var start = BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(12)) * BlockSize;
        var (init, boot) = (BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(506)) * BlockSize,
            BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(508)) * BlockSize);
        if (start < BlockSize || init == 0 || boot < init || start + boot > image.Length)
        {
            throw new FormatException(
                $"the first stage at {start} with {init} of {boot} bytes does not lie in an image of {image.Length} bytes");
        }

        return new(Encoding.ASCII.GetString(image.Slice(start, 4)), start, init, boot);
    }

    // RC4 (rc4.c of U-Boot), which is its own inverse; the key is the same for all chips and no secret.
    private static byte[] Decode(ReadOnlySpan<byte> data)
    {
        var state = new byte[256];
        for (var i = 0; i < state.Length; i++)
            state[i] = (byte)i;
        for (int i = 0, j = 0; i < state.Length; i++)
        {
            j = (j + state[i] + s_key[i % s_key.Length]) & 0xff;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var decoded = data.ToArray();
        for (int at = 0, i = 0, j = 0; at < decoded.Length; at++)
        {
            i = (i + 1) & 0xff;
            j = (j + state[i]) & 0xff;
            (state[i], state[j]) = (state[j], state[i]);
            decoded[at] ^= state[(state[i] + state[j]) & 0xff];
        }

        return decoded;
    }
}
