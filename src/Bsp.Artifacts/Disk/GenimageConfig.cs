using System.Globalization;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Disk;

/// <summary><c>genimage.cfg</c>: the disk image, every offset, size and GUID stated.</summary>
internal sealed class GenimageConfig : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Disk/genimage.cfg.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        var disk = distribution.Layout.ApplyTo(board);
        yield return new(ArtifactNames.Genimage, Template.Render(new
        {
            Image = DiskInputs.Disk,
            Size = disk.Size.Bytes,
            SizeText = disk.Size.ToString(),
            Table = disk.Table switch
            {
                PartitionTable.Gpt => "gpt",
                PartitionTable.Hybrid => "hybrid",
                PartitionTable.Mbr => "mbr",
                _ => throw new ModelException($"genimage writes no table of the kind {disk.Table}"),
            },
            DiskUuid = disk.Table == PartitionTable.Mbr ? "" : DiskIds.Disk(board).ToString("D"),
            DiskSignature = disk.Table == PartitionTable.Gpt
                ? ""
                : "0x" + DiskIds.DiskSignature(board).ToString("x8", CultureInfo.InvariantCulture),
            Raw = disk.Raw.Select(raw => new
            {
                raw.Name,
                raw.File,
                Offset = raw.Offset.Bytes,
                OffsetText = raw.Offset.ToString(),
                Size = raw.Size.Bytes,
                SizeText = raw.Size.ToString(),
            }).ToList(),
            Partitions = disk.Place().Select(placed => Entry(board, disk.Table, placed)).ToList(),
        }));
    }

    private static object Entry(BootableBoard board, PartitionTable table, PlacedPartition placed)
    {
        var partition = placed.Partition;
        var inMbr = table == PartitionTable.Mbr || (table == PartitionTable.Hybrid && partition.MbrType is not null);
        return new
        {
            partition.Name,
            File = DiskInputs.FileFor(partition.Content),
            Offset = placed.Offset.Bytes,
            OffsetText = placed.Offset.ToString(),
            Size = partition.Size.Bytes,
            SizeText = partition.Size.ToString(),
            Type = table == PartitionTable.Mbr ? "" : partition.Type.ToString("D"),
            Uuid = table == PartitionTable.Mbr ? "" : DiskIds.Partition(board, partition).ToString("D"),
            MbrType = inMbr ? "0x" + MbrTypes.For(partition).ToString("x2", CultureInfo.InvariantCulture) : "",
            partition.Bootable,
        };
    }
}
