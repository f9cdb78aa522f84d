using System.Text.Json;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Artifacts.Tests.Tools;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Disk;

public sealed class GenimageConfigTests
{
    public static TheoryData<string> Boards => TestBoards.Ids;

    [Theory]
    [MemberData(nameof(Boards))]
    public void Genimage_makes_exactly_the_table_that_the_record_describes(string id)
    {
        var board = TestBoards.Find(id);
        var disk = TestBoards.DistributionOf(board).Layout.ApplyTo(board);
        using var scratch = new TempFolder();
        var image = MakeDisk(scratch, board);

        using var json = JsonDocument.Parse(HostTool.Check("sfdisk", ["--json", image]));
        var table = json.RootElement.GetProperty("partitiontable");
        Assert.Equal(disk.Size.Bytes, new FileInfo(image).Length);
        Assert.Equal("gpt", table.GetProperty("label").GetString());
        Assert.Equal(DiskIds.Disk(board), table.GetProperty("id").GetGuid());
        Assert.Equal(
            disk.Place()
                .Select(
                    placed =>
                        (placed.Offset.Sectors, placed.Partition.Size.Sectors, placed.Partition.Type,
                            DiskIds.Partition(board, placed.Partition), placed.Partition.Name.Value)),
            table.GetProperty("partitions").EnumerateArray().Select(entry =>
                (entry.GetProperty("start")
                    .GetInt64(), entry.GetProperty("size")
                        .GetInt64(), entry.GetProperty("type")
                            .GetGuid(), entry.GetProperty("uuid").GetGuid(), entry.GetProperty("name").GetString()!)));
    }

    [Fact]
    public void Raw_regions_are_written_at_their_offsets_and_stay_out_of_the_table()
    {
        using var scratch = new TempFolder();
        using var disk = File.OpenRead(MakeDisk(scratch, Rockchip.Board));

        foreach (var raw in Rockchip.Board.Disk.Raw)
            Assert.Equal("content of " + raw.File, ReadAt(disk, raw.Offset, raw.File.Value.Length + 11));
        Assert.Equal("content of root.img", ReadAt(disk, Rockchip.Board.Disk.Place()[2].Offset, 19));
    }

    [Fact]
    public void A_hybrid_table_has_the_chosen_partitions_in_its_MBR()
    {
        using var scratch = new TempFolder();
        using var disk = File.OpenRead(MakeDisk(scratch, Rockchip.Board));
        var mbr = new byte[512];
        disk.ReadExactly(mbr);

        // Master boot record: entries of 16 bytes from 446; type at 4, first sector at 8.
        var entries = Enumerable.Range(0, 4).Select(i => mbr.AsMemory(446 + (16 * i), 16)).ToList();
        var aux = Assert.Single(entries, entry => entry.Span[4] == 0x0c);
        Assert.Equal((uint)Rockchip.Board.Disk.Place()[0].Offset.Sectors, BitConverter.ToUInt32(aux.Span[8..]));
        Assert.Single(entries, entry => entry.Span[4] == 0xee);
        Assert.Equal(DiskIds.DiskSignature(Rockchip.Board), BitConverter.ToUInt32(mbr, 440));
    }

    [Fact]
    public void An_MBR_disk_has_its_partitions_types_and_signature()
    {
        var board = Rockchip.Board with
        {
            Disk = new()
            {
                Table = PartitionTable.Mbr,
                Size = 64.MiB(),
                Partitions =
                [
                    new("aux", 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Vfat)) { Bootable = true },
                    new("var", 32.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)),
                ],
            },
        };
        using var scratch = new TempFolder();
        using var json = JsonDocument.Parse(HostTool.Check("sfdisk", ["--json", MakeDisk(scratch, board)]));
        var table = json.RootElement.GetProperty("partitiontable");

        Assert.Equal("dos", table.GetProperty("label").GetString());
        Assert.Equal($"0x{DiskIds.DiskSignature(board):x8}", table.GetProperty("id").GetString());
        Assert.Equal(["c", "83"], table.GetProperty("partitions").EnumerateArray().Select(entry => entry.GetProperty("type").GetString()!));
        Assert.Equal(
            [2048, 34816], table.GetProperty("partitions").EnumerateArray().Select(entry => entry.GetProperty("start").GetInt64()));
    }

    private static string MakeDisk(TempFolder scratch, BootableBoard board) => Genimage.Run(
        scratch,
        TestBoards.GenimageConfig(board),
        TestBoards.DistributionOf(board).Layout.ApplyTo(board) is var disk
            ? disk.Partitions.Select(partition => DiskInputs.FileFor(partition.Content)).Concat(disk.Raw.Select(raw => raw.File.Value))
            : []);

    private static string ReadAt(FileStream disk, ByteSize offset, int length)
    {
        var bytes = new byte[length];
        disk.Position = offset.Bytes;
        disk.ReadExactly(bytes);
        return System.Text.Encoding.ASCII.GetString(bytes);
    }
}
