using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bsp.Cli.Dtc;

/// <summary>Writes what is in a blob, token for token (fdtdump.c, dump_blob).</summary>
/// <param name="blob">The blob.</param>
/// <param name="output">Receives the text.</param>
/// <param name="debugs">Whether the offset of each part is printed.</param>
internal sealed class BlobDump(byte[] blob, TextWriter output, bool debugs)
{
    private const uint Magic = 0xd00dfeed;
    private const uint NewestVersion = 17;
    private const int HeaderSize = 40;
    private const int IndentWidth = 4;

    // As other readers; each level widens every line below.
    private const int MaximumDepth = 500;

    private int _depth;

    /// <summary>Whether bytes begin with the header of a blob that is whole.</summary>
    public static bool HasHeader(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < HeaderSize)
            return false;
        var size = Field(bytes, 4);
        return Field(bytes, 0) == Magic && Field(bytes, 20) <= NewestVersion && Field(bytes, 24) <= NewestVersion
            && size <= (uint)bytes.Length && Field(bytes, 8) < size && Field(bytes, 12) <= size && Field(bytes, 16) < size;
    }

    /// <summary>Writes it.</summary>
    /// <exception cref="FormatException">The blob is damaged; what is before the damage has been written.</exception>
    public void Write()
    {
        var version = Cell(20);
        WriteHeader(version);
        WriteReservations();
        var at = (int)Cell(8);
        while (Cell(at) is not 9 and var token)
        {
            Debug(at, $"tag: 0x{token:x8} ({NameOf(token)})");
            at += 4;
            switch (token)
            {
                case 1:
                    var node = Text(at);
                    at = Aligned(at + node.Length + 1, 4);
                    Line($"{(node.Length == 0 ? "/" : Encoding.UTF8.GetString(node))} {{");
                    if (++_depth > MaximumDepth)
                        throw new FormatException($"nodes are nested more than {MaximumDepth} deep (at offset 0x{at:x})");
                    break;
                case 2:
                    _depth--;
                    Line("};");
                    break;
                case 3:
                    at = WriteProperty(at, version);
                    break;
                case 4:
                    Line("// [NOP]");
                    break;
                default:
                    throw new FormatException($"unknown tag 0x{token:x8} (at offset 0x{at - 4:x})");
            }
        }
    }

    private static uint Field(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32BigEndian(bytes[offset..]);

    private static int Aligned(int offset, int alignment) => (offset + alignment - 1) & ~(alignment - 1);

    private static string NameOf(uint token) => token switch
    {
        1 => "FDT_BEGIN_NODE",
        2 => "FDT_END_NODE",
        3 => "FDT_PROP",
        4 => "FDT_NOP",
        _ => "FDT_???",
    };

    private static string Hex(ulong number) => number == 0 ? "0" : "0x" + number.ToString("x", CultureInfo.InvariantCulture);

    private void WriteHeader(uint version)
    {
        output.Write("/dts-v1/;\n");
        output.Write($"// magic:\t\t0x{Cell(0):x}\n// totalsize:\t\t0x{Cell(4):x} ({Cell(4)})\n");
        output.Write($"// off_dt_struct:\t0x{Cell(8):x}\n// off_dt_strings:\t0x{Cell(12):x}\n// off_mem_rsvmap:\t0x{Cell(16):x}\n");
        output.Write($"// version:\t\t{version}\n// last_comp_version:\t{Cell(24)}\n");
        if (version >= 2)
            output.Write($"// boot_cpuid_phys:\t0x{Cell(28):x}\n");
        if (version >= 3)
            output.Write($"// size_dt_strings:\t0x{Cell(32):x}\n");
        if (version >= 17)
            output.Write($"// size_dt_struct:\t0x{Cell(36):x}\n");
        output.Write('\n');
    }

    private void WriteReservations()
    {
        for (var at = (int)Cell(16); ; at += 16)
        {
            var entry = Slice(at, 16);
            var (address, size) = (BinaryPrimitives.ReadUInt64BigEndian(entry), BinaryPrimitives.ReadUInt64BigEndian(entry[8..]));
            if (address == 0 && size == 0)
                return;
            output.Write($"/memreserve/ {Hex(address)} {Hex(size)};\n");
        }
    }

    private int WriteProperty(int at, uint version)
    {
        var length = Cell(at);
        var nameOffset = (long)Cell(12) + Cell(at + 4);
        at += 8;
        if (length > (uint)blob.Length || nameOffset > blob.Length)
            throw new FormatException($"a property extends past the end of the blob (at offset 0x{at - 8:x})");
        if (version < 16 && length >= 8)
            at = Aligned(at, 8);
        var name = Encoding.UTF8.GetString(Text((int)nameOffset));
        var value = Slice(at, (int)length);
        Debug((int)nameOffset, $"string: {name}");
        Debug(at, "value");
        Line($"{name}{Format(value)};");
        return Aligned(at + value.Length, 4);
    }

    private static string Format(ReadOnlySpan<byte> value)
    {
        if (value.Length == 0)
            return "";
        if (FdtText.IsPrintable(value))
            return $" = \"{Encoding.ASCII.GetString(value[..^1]).Replace("\0", "\", \"", StringComparison.Ordinal)}\"";
        var text = new StringBuilder(value.Length % 4 == 0 ? " = <" : " = [");
        var step = value.Length % 4 == 0 ? 4 : 1;
        for (var i = 0; i < value.Length; i += step)
            text.Append(i > 0 ? " " : "").Append(step == 4 ? $"0x{Field(value, i):x8}" : $"{value[i]:x2}");
        return text.Append(step == 4 ? '>' : ']').ToString();
    }

    private void Line(string text) => output.Write(new string(' ', Math.Max(0, _depth) * IndentWidth) + text + "\n");

    private void Debug(int at, string text)
    {
        if (debugs)
            output.Write($"// {at:x4}: {text}\n");
    }

    private uint Cell(int offset) => Field(Slice(offset, 4), 0);

    private ReadOnlySpan<byte> Text(int offset)
    {
        var rest = blob.AsSpan(offset);
        return rest.IndexOf((byte)0) is >= 0 and var end
            ? rest[..end]
            : throw new FormatException($"a name does not end (at offset 0x{offset:x})");
    }

    private ReadOnlySpan<byte> Slice(int offset, int length) =>
        offset >= 0 && offset <= blob.Length - length
            ? blob.AsSpan(offset, length)
            : throw new FormatException($"the blob is cut short (at offset 0x{offset:x})");
}
