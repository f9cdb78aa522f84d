namespace Bsp.SystemTests.Disks;

/// <summary>The checksum of GPT and of U-Boot's environment: CRC-32 with the polynomial of Ethernet.</summary>
public static class Crc32
{
    private const uint Polynomial = 0xedb88320;

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ Polynomial : sum >> 1;
        }

        return ~sum;
    }
}
