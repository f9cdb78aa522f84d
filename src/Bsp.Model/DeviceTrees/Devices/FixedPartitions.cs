using System.Globalization;

namespace Bsp.Model;

/// <summary>
/// The partitions of a flash chip, in a child node of it (Documentation/devicetree/bindings/mtd/partitions/fixed-partitions.yaml).
/// Those of the disk that the board boots from are in <see cref="Board.Disk"/>.
/// </summary>
/// <param name="Partitions">The partitions, which must not overlap.</param>
public sealed record FixedPartitions(params Seq<FixedPartition> Partitions) : DtDevice
{
    /// <summary>The partitions, in the order of their offsets.</summary>
    /// <exception cref="ModelException">Two overlap.</exception>
    public Seq<FixedPartition> Partitions { get; init => field = CheckedPartitions(value); } = CheckedPartitions(Partitions);

    /// <inheritdoc/>
    public override DtNode Node =>
        new("partitions", new("compatible", "fixed-partitions"), Cell("#address-cells", 1), Cell("#size-cells", 1))
        {
            Nodes = Seq<DtNode>.Of(Partitions.Select(partition => partition.Node)),
        };

    private static Seq<FixedPartition> CheckedPartitions(Seq<FixedPartition> partitions)
    {
        var sorted = Seq<FixedPartition>.Of(partitions.OrderBy(partition => partition.Offset));
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i - 1].Offset + sorted[i - 1].Size > sorted[i].Offset)
            {
                throw new ModelException(
                    $"the flash partition '{sorted[i].Name}' ({Hex(sorted[i].Offset)}, {sorted[i].Size}) overlaps '{sorted[i - 1].Name}', "
                    + $"which ends at {Hex(sorted[i - 1].Offset + sorted[i - 1].Size)}");
            }
        }

        return sorted;
    }

    private static string Hex(ByteSize size) => "0x" + size.Bytes.ToString("x", CultureInfo.InvariantCulture);
}

/// <summary>A partition of a flash chip.</summary>
/// <param name="Name">What the kernel calls it: <c>label</c>.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Size">Its size.</param>
public sealed record FixedPartition(string Name, ByteSize Offset, ByteSize Size) : DtDevice
{
    /// <summary>Where it begins.</summary>
    /// <exception cref="ModelException">It is 4 GiB or more.</exception>
    public ByteSize Offset { get; init => field = Below4GiB(value); } = Below4GiB(Offset);

    /// <summary>Its size.</summary>
    /// <exception cref="ModelException">It is 4 GiB or more.</exception>
    public ByteSize Size { get; init => field = Below4GiB(value); } = Below4GiB(Size);

    /// <summary>The node's name, without the unit address.</summary>
    public string NodeName { get; init; } = "partition";

    /// <summary>A label that other nodes can refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>Whether writing to it is forbidden.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The NVMEM cells that drivers read from it; null where there are none.</summary>
    public NvmemLayout? Layout { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        NodeName + "@" + Offset.Bytes.ToString("x", CultureInfo.InvariantCulture),
        [
            new("label", Name),
            new("reg", new DtCells((uint)Offset.Bytes, (uint)Size.Bytes)),
            .. Flag("read-only", IsReadOnly),
        ])
    {
        Label = Label,
        Nodes = Layout is null ? [] : [Layout.Node],
    };

    private static ByteSize Below4GiB(ByteSize size) =>
        size.Bytes <= uint.MaxValue
            ? size
            : throw new ModelException($"{size} does not fit in the one cell that a flash partition has for it");
}
