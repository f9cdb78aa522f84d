using System.Globalization;

namespace Bsp.Review;

/// <summary>Sizes and offsets as people read them.</summary>
internal static class Quantity
{
    private const long Mebibyte = 1 << 20;

    /// <summary>A size: <c>96 MiB</c>, or KiB or bytes where it is no whole number of these.</summary>
    public static string Size(long? bytes) => bytes switch
    {
        null => "the file's size",
        { } size when size % Mebibyte == 0 => Text($"{size / Mebibyte} MiB"),
        { } size when size % 1024 == 0 => Text($"{size / 1024} KiB"),
        { } size => Text($"{size} bytes"),
    };

    /// <summary>An offset: <c>0x3000000 (48 MiB)</c>.</summary>
    public static string Offset(long? bytes) => bytes is { } offset ? Text($"0x{offset:x} ({Size(offset)})") : "after a file of any size";

    /// <summary>A position on a disk: an offset, or how far it is from what it follows.</summary>
    public static string Offset(Revisions.DiskPosition position) => position switch
    {
        { After.Length: 0 } => Offset(position.Distance),
        { Distance: 0 } => "the end of " + position.After,
        _ => Text($"{Size(position.Distance)} after the end of {position.After}"),
    };

    /// <summary>A number with its noun: <c>1 board</c>, <c>2 boards</c>.</summary>
    public static string Count(int number, string noun) => Text($"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>Several items, or some of them with the number of the others.</summary>
    /// <param name="items">The items.</param>
    /// <param name="maximum">Up to how many are all there.</param>
    /// <param name="some">How many are there otherwise.</param>
    public static string Some(IReadOnlyCollection<string> items, int maximum, int some) =>
        items.Count <= maximum ? string.Join(", ", items) : Text($"{string.Join(", ", items.Take(some))} and {items.Count - some} more");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
