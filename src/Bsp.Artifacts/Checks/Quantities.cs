using System.Globalization;
using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>Offsets and addresses as messages write them.</summary>
internal static class Quantities
{
    /// <summary>An offset, such as <c>0x100000</c>.</summary>
    public static string Hex(this ByteSize offset) => Hex((ulong)offset.Bytes);

    /// <summary>An address, such as <c>0x40400000</c>.</summary>
    public static string Hex(this ulong address) => "0x" + address.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>A partition with its offset and size: <c>partition 'var' (0x100000, 64 MiB)</c>.</summary>
    public static string Describe(this PlacedPartition placed) =>
        $"partition '{placed.Partition.Name}' ({placed.Offset.Hex()}, {placed.Partition.Size})";

    /// <summary>A raw region with its offset and size: <c>raw region 'idbloader' (0x8000, 4 MiB)</c>.</summary>
    public static string Describe(this RawRegion raw) => $"raw region '{raw.Name}' ({raw.Offset.Hex()}, {raw.Size})";
}
