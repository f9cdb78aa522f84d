using System.Buffers.Binary;

namespace Bsp.Cli.Dtc;

/// <summary>Which format a file has where nobody says so (dtc.c, guess_input_format).</summary>
internal static class DtcFormats
{
    private const uint BlobMagic = 0xd00dfeed;

    /// <summary>The format of what is read: of a folder, of a file by its first bytes or its name.</summary>
    public static string OfInput(CliHost host, string file)
    {
        var path = host.Absolute(file);
        if (Directory.Exists(path))
            return "fs";
        return File.Exists(path) ? BeginsAsBlob(path) ? "dtb" : OfName(file) ?? "dts" : "dts";
    }

    /// <summary>The format of what is written, by its name.</summary>
    public static string OfOutput(string file, string input) => OfName(file) ?? (input == "dts" ? "dtb" : "dts");

    private static string? OfName(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".dts" => "dts",
        ".yaml" => "yaml",
        ".dtb" or ".dtbo" => "dtb",
        _ => null,
    };

    private static bool BeginsAsBlob(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> first = stackalloc byte[4];
        return stream.ReadAtLeast(first, 4, throwOnEndOfStream: false) == 4 && BinaryPrimitives.ReadUInt32BigEndian(first) == BlobMagic;
    }
}
