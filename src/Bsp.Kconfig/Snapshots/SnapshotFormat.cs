using System.Globalization;

namespace Bsp.Kconfig;

/// <summary>What the writer and the reader of snapshots agree on.</summary>
/// <remarks>
/// ASCII, because an editor hands files to an analyzer as text. The first line names the format, its version and the checksum of
/// all that follows. Then come texts, one a line, and numbers in digits of base 32, the least digit first: characters from
/// <c>0</c> to <c>O</c> end a number, after those from <c>P</c> to <c>o</c> it goes on.
/// </remarks>
internal static class SnapshotFormat
{
    /// <summary>The first word of a snapshot.</summary>
    public const string Name = "bsp-kconfig-snapshot";

    /// <summary>Changes with the format.</summary>
    public const int Version = 4;

    /// <summary>The first of the 32 characters that end a number.</summary>
    public const char Last = '0';

    /// <summary>The first of the 32 characters after which a number goes on.</summary>
    public const char More = 'P';

    /// <summary>The bits in a digit.</summary>
    public const int DigitBits = 5;

    /// <summary>The bits that say what a symbol is; its type is in the bits above them.</summary>
    public const int SymbolBits = 6;

    /// <summary>The checksum of nothing.</summary>
    public const ulong FirstChecksum = 14695981039346656037UL;

    /// <summary>The first line, with its line feed.</summary>
    public static string Heading(ulong checksum) =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1} {2:x16}\n", Name, Version, checksum);

    /// <summary>FNV-1a, 64 bits: it tells damage, not forgery.</summary>
    /// <param name="before">The checksum of what comes before.</param>
    /// <param name="text">Has the bytes.</param>
    /// <param name="start">The first byte.</param>
    /// <param name="end">After the last byte.</param>
    public static ulong Checksum(ulong before, byte[] text, int start, int end)
    {
        var hash = before;
        for (var i = start; i < end; i++)
            hash = unchecked((hash ^ text[i]) * 1099511628211UL);
        return hash;
    }
}
