using System.Buffers.Binary;

namespace Bsp.SystemTests.Disks;

/// <summary>
/// A GUID partition table with its copy at the end of the disk, checked as firmware checks it (UEFI Specification 2.10, section 5.3).
/// </summary>
public static class GuidTable
{
    private const int SectorSize = 512;

    /// <summary>What is wrong with the table; nothing where both copies are whole and say the same.</summary>
    /// <param name="disk">The disk.</param>
    public static IReadOnlyList<string> Faults(Stream disk)
    {
        var faults = new List<string>();
        var last = (disk.Length / SectorSize) - 1;
        var first = Header(disk, 1, faults);
        var second = Header(disk, last, faults);
        if (faults.Count > 0)
            return faults;
        if (Number(first, 32) != last || Number(second, 32) != 1)
            faults.Add($"the headers point to sectors {Number(first, 32)} and {Number(second, 32)} for each other, not to {last} and 1");
        // Disk, usable sectors, number and sum of the entries; only places differ.
        if (!first.AsSpan(40, 32).SequenceEqual(second.AsSpan(40, 32)) || !first.AsSpan(80, 12).SequenceEqual(second.AsSpan(80, 12)))
            faults.Add("the two headers say different things");
        return faults;
    }

    private static byte[] Header(Stream disk, long sector, List<string> faults)
    {
        var header = Read(disk, sector * SectorSize, SectorSize);
        if (!header.AsSpan(0, 8).SequenceEqual("EFI PART"u8))
        {
            faults.Add($"sector {sector} holds no table");
            return header;
        }

        var sum = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(16));
        var size = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(12));
        var plain = header[..Math.Clamp(size, 20, SectorSize)];
        plain.AsSpan(16, 4).Clear();
        if (Crc32.Of(plain) != sum)
            faults.Add($"the header in sector {sector} has the sum {Crc32.Of(plain):x8}, and says {sum:x8}");
        if (Number(header, 24) != sector)
            faults.Add($"the header in sector {sector} says that it is in sector {Number(header, 24)}");
        var entries = Read(
            disk, Number(header, 72) * SectorSize,
            BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(80)) * BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(84)));
        var entriesSum = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(88));
        if (Crc32.Of(entries) != entriesSum)
            faults.Add($"the entries of the header in sector {sector} have the sum {Crc32.Of(entries):x8}, and it says {entriesSum:x8}");
        return header;
    }

    private static long Number(byte[] header, int offset) => BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(offset));

    private static byte[] Read(Stream disk, long offset, int count)
    {
        disk.Position = offset;
        var bytes = new byte[count];
        disk.ReadExactly(bytes);
        return bytes;
    }
}
