using System.Buffers.Binary;
using System.Text;
using Bsp.Build;

namespace Bsp.Firmware.Userland;

/// <summary>What the dynamic linker reads of a program or library (System V gABI 4.1, chapters 4 and 5).</summary>
/// <param name="Machine">The instruction set, <c>e_machine</c>.</param>
/// <param name="Interpreter">The dynamic linker that the program asks for; null for a library or a static program.</param>
/// <param name="Needed">The sonames of the libraries that it needs.</param>
/// <param name="SearchPaths">Where it looks for them first (DT_RUNPATH, else DT_RPATH), with <c>$ORIGIN</c> as it stands.</param>
public sealed record ElfFile(ElfMachine Machine, string? Interpreter, IReadOnlyList<string> Needed, IReadOnlyList<string> SearchPaths)
{
    private const int LoadSegment = 1, DynamicSegment = 2, InterpreterSegment = 3;
    private const long NeededTag = 1, StringTableTag = 5, RPathTag = 15, RunPathTag = 29;

    /// <summary>Reads a file; null when it is no ELF file.</summary>
    /// <exception cref="BuildFailedException">It is an ELF file that is cut short, or not 64-bit little-endian.</exception>
    public static ElfFile? Read(string path)
    {
        using (var stream = File.OpenRead(path))
        {
            Span<byte> magic = stackalloc byte[4];
            if (stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false) < 4 || !magic.SequenceEqual("\u007fELF"u8))
                return null;
        }

        try
        {
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new BuildFailedException($"'{path}' is a damaged ELF file", exception);
        }
        catch (NotSupportedException exception)
        {
            throw new BuildFailedException($"'{path}': {exception.Message}", exception);
        }
    }

    private static ElfFile Parse(ReadOnlySpan<byte> file)
    {
        // e_ident: EI_CLASS 2 is 64 bits, EI_DATA 1 is little-endian; the only ones that boards have.
        if (file[4] != 2 || file[5] != 1)
            throw new NotSupportedException("only 64-bit little-endian ELF files are read");
        var machine = (ElfMachine)BinaryPrimitives.ReadUInt16LittleEndian(file[18..]);
        var segments = Segments(file);
        string? interpreter = null;
        if (segments.Find(segment => segment.Type == InterpreterSegment) is { Size: > 0 } named)
            interpreter = Text(file.Slice((int)named.Offset, (int)named.Size));
        return segments.Find(segment => segment.Type == DynamicSegment) is { Size: > 0 } dynamic
            ? WithDynamic(file, machine, interpreter, segments, dynamic)
            : new(machine, interpreter, [], []);
    }

    private static ElfFile WithDynamic(
        ReadOnlySpan<byte> file, ElfMachine machine, string? interpreter, List<Segment> segments, Segment dynamic)
    {
        List<(long Tag, long Value)> entries = [];
        for (var at = dynamic.Offset; at + 16 <= dynamic.Offset + dynamic.Size; at += 16)
        {
            entries.Add(
                (BinaryPrimitives.ReadInt64LittleEndian(file[(int)at..]), BinaryPrimitives.ReadInt64LittleEndian(file[(int)(at + 8)..])));
        }

        var address = entries.Find(entry => entry.Tag == StringTableTag).Value;
        var holder =
            segments.Find(segment => segment.Type == LoadSegment && segment.Address <= address && address < segment.Address + segment.Size)
                ?? throw new NotSupportedException("its string table is in no segment");
        var strings = address - holder.Address + holder.Offset;
        List<string> needed = [], runPaths = [], rPaths = [];
        foreach (var (tag, value) in entries)
        {
            var into = tag switch { NeededTag => needed, RunPathTag => runPaths, RPathTag => rPaths, _ => null };
            into?.Add(Text(file[(int)(strings + value)..]));
        }

        // ld.so(8): DT_RPATH counts only where there is no DT_RUNPATH.
        var paths = (runPaths.Count > 0 ? runPaths : rPaths).SelectMany(list => list.Split(':', StringSplitOptions.RemoveEmptyEntries));
        return new(machine, interpreter, needed, [.. paths]);
    }

    private static List<Segment> Segments(ReadOnlySpan<byte> file)
    {
        var table = BinaryPrimitives.ReadInt64LittleEndian(file[32..]);
        var size = BinaryPrimitives.ReadUInt16LittleEndian(file[54..]);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file[56..]);
        List<Segment> segments = [];
        for (var i = 0; i < count; i++)
        {
            var entry = file[(int)(table + (i * size))..];
            segments.Add(new(
                BinaryPrimitives.ReadInt32LittleEndian(entry),
                BinaryPrimitives.ReadInt64LittleEndian(entry[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(entry[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(entry[32..])));
        }

        return segments;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    private sealed record Segment(int Type, long Offset, long Address, long Size);
}

/// <summary>Instruction sets, as ELF numbers them.</summary>
public enum ElfMachine
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>AMD64, also known as x86_64.</summary>
    X64 = 62,

    /// <summary>ARM, 64 bits.</summary>
    Arm64 = 183,
}
