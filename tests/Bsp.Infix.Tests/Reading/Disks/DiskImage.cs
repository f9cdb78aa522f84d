using System.Buffers.Binary;
using System.Text;

namespace Bsp.Infix.Tests.Reading.Disks;

/// <summary>Reads the partition tables of a disk image: the MBR, and the GPT of the UEFI Specification 2.10, section 5.3.</summary>
internal static class DiskImage
{
    private const int Sector = 512;

    public static JsonObject Read(string path)
    {
        using var image = File.OpenRead(path);
        return new() { ["image_size"] = image.Length, ["mbr"] = ReadMbr(Bytes(image, 0, Sector)), ["gpt"] = ReadGpt(image) };
    }

    private static JsonArray ReadMbr(byte[] sector)
    {
        Assert.Equal(0xAA55, BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(510)));
        var slots = Enumerable.Range(0, 4).Select(slot => (Slot: slot, Bytes: sector.AsMemory(446 + (16 * slot), 16)));
        return Json.Array(slots.Where(x => x.Bytes.Span[4] != 0).Select(x => (JsonNode?)new JsonObject
        {
            ["slot"] = x.Slot,
            ["boot"] = x.Bytes.Span[0] == 0x80,
            ["type"] = (int)x.Bytes.Span[4],
            ["start_lba"] = BinaryPrimitives.ReadUInt32LittleEndian(x.Bytes.Span[8..]),
            ["sectors"] = BinaryPrimitives.ReadUInt32LittleEndian(x.Bytes.Span[12..]),
        }));
    }

    private static JsonArray ReadGpt(FileStream image)
    {
        var header = Bytes(image, Sector, Sector);
        if (Encoding.ASCII.GetString(header, 0, 8) != "EFI PART")
            return [];
        var at = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(72)) * Sector;
        var (count, size) = (BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(80)),
            BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(84)));
        var entries = Enumerable.Range(0, count).Select(nr => (Nr: nr + 1, Bytes: Bytes(image, at + ((long)nr * size), size)));
        return Json.Array(entries.Where(x => x.Bytes.AsSpan(0, 16).ContainsAnyExcept((byte)0)).Select(x => ReadEntry(x.Nr, x.Bytes)));
    }

    private static JsonObject ReadEntry(int nr, byte[] entry)
    {
        var (first, last) = (BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(32)),
            BinaryPrimitives.ReadInt64LittleEndian(entry.AsSpan(40)));
        return new JsonObject
        {
            ["nr"] = nr,
            ["name"] = Encoding.Unicode.GetString(entry, 56, 72).TrimEnd('\0'),
            ["start"] = first * Sector,
            ["size"] = (last + 1 - first) * Sector,
            ["type_uuid"] = new Guid(entry.AsSpan(0, 16)).ToString().ToUpperInvariant(),
            ["attrs"] = BinaryPrimitives.ReadUInt64LittleEndian(entry.AsSpan(48)),
        };
    }

    private static byte[] Bytes(FileStream image, long at, int count)
    {
        var bytes = new byte[count];
        image.Position = at;
        image.ReadExactly(bytes);
        return bytes;
    }
}
