using System.Globalization;

namespace Bsp.Model;

/// <summary>A number of bytes: a size, or an offset from the start of a disk.</summary>
/// <param name="Bytes">The number of bytes, from 0 to 1 EiB.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>
{
    /// <summary>Bytes in a sector, as GPT, dm-verity tables and genimage count them.</summary>
    public const int SectorSize = 512;

    // No disk is larger, and a sum of two cannot overflow.
    private const long Maximum = 1L << 60;

    /// <summary>The number of bytes, from 0 to 1 EiB.</summary>
    /// <exception cref="ModelException">The value is negative or larger.</exception>
    public long Bytes { get; } = Bytes switch
    {
        < 0 => throw new ModelException($"a size of {Bytes.ToString(CultureInfo.InvariantCulture)} bytes is negative"),
        > Maximum =>
            throw new ModelException(
                $"a size of {Bytes.ToString(CultureInfo.InvariantCulture)} bytes is more than 1 EiB, which no disk has"),
        _ => Bytes,
    };

    /// <summary>No bytes.</summary>
    public static ByteSize Zero => default;

    /// <summary>The number of whole 512-byte sectors.</summary>
    public long Sectors => Bytes / SectorSize;

    /// <summary>The sum of two sizes.</summary>
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(left.Bytes + right.Bytes);

    /// <summary>The difference of two sizes.</summary>
    /// <exception cref="ModelException">The result is negative.</exception>
    public static ByteSize operator -(ByteSize left, ByteSize right) => new(left.Bytes - right.Bytes);

    /// <summary>A multiple of a size.</summary>
    /// <exception cref="ModelException">The result is negative or more than 1 EiB.</exception>
    public static ByteSize operator *(ByteSize size, int factor) =>
        factor > 0 && size.Bytes > Maximum / factor
            ? throw new ModelException(
                $"{size} times {factor.ToString(CultureInfo.InvariantCulture)} is more than 1 EiB, which no disk has")
            : new(size.Bytes * factor);

    /// <summary>Whether one size is smaller.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Whether one size is larger.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Whether one size is smaller or equal.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Whether one size is larger or equal.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <inheritdoc/>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Whether this is a whole multiple of <paramref name="unit"/>.</summary>
    public bool IsMultipleOf(ByteSize unit) => unit.Bytes > 0 && Bytes % unit.Bytes == 0;

    /// <summary>The smallest multiple of <paramref name="unit"/> that is not smaller than this size.</summary>
    public ByteSize RoundUp(ByteSize unit) => new((Bytes + unit.Bytes - 1) / unit.Bytes * unit.Bytes);

    /// <summary>The size in the largest unit that divides it, such as <c>512 MiB</c>.</summary>
    public override string ToString() => this switch
    {
        { Bytes: 0 } => "0 bytes",
        _ when Bytes % (1L << 30) == 0 => Format(30, "GiB"),
        _ when Bytes % (1L << 20) == 0 => Format(20, "MiB"),
        _ when Bytes % (1L << 10) == 0 => Format(10, "KiB"),
        _ => Format(0, "bytes"),
    };

    private string Format(int shift, string unit) =>
        (Bytes >> shift).ToString(CultureInfo.InvariantCulture) + " " + unit;
}

/// <summary>Sizes as a data sheet writes them: <c>250.MiB()</c>.</summary>
public static class ByteSizeUnits
{
    /// <summary>That many bytes.</summary>
    public static ByteSize Bytes(this int count) => new(count);

    /// <summary>That many times 1,024 bytes.</summary>
    public static ByteSize KiB(this int count) => new((long)count << 10);

    /// <summary>That many times 1,048,576 bytes.</summary>
    public static ByteSize MiB(this int count) => new((long)count << 20);

    /// <summary>That many times 1,073,741,824 bytes.</summary>
    public static ByteSize GiB(this int count) => new((long)count << 30);
}
