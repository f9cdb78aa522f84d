using Xunit;

namespace Bsp.Model.Tests;

public sealed class DiskLayoutTests
{
    [Fact]
    public void Partitions_without_an_offset_follow_the_one_before_aligned()
    {
        var disk = new DiskLayout
        {
            Size = 64.MiB(),
            Partitions = [Part("a", 1.KiB()), Part("b", 3.MiB()), Part("c", 1.MiB()) with { Offset = 16.MiB() }, Part("d", 1.MiB())],
        };

        Assert.Equal([1.MiB(), 2.MiB(), 16.MiB(), 17.MiB()], disk.Place().Select(placed => placed.Offset));
        Assert.Equal([1, 2, 3, 4], disk.Place().Select(placed => placed.Number));
    }

    [Fact]
    public void The_first_partition_follows_the_table()
    {
        ByteSize First(PartitionTable table) =>
            new DiskLayout { Table = table, Size = 1.MiB(), Alignment = 512.Bytes(), Partitions = [Part("a", 1.KiB())] }.Place()[0].Offset;

        Assert.Equal(17_408, First(PartitionTable.Gpt).Bytes);
        Assert.Equal(512, First(PartitionTable.Mbr).Bytes);
    }

    [Fact]
    public void A_partition_has_the_type_that_fits_its_content()
    {
        Assert.Equal(PartitionTypes.EfiSystem, new Partition("esp", 1.MiB(), new Filesystem(FilesystemUse.Esp, FilesystemType.Vfat)).Type);
        Assert.Equal(PartitionTypes.LinuxData, Part("a", 1.MiB()).Type);
    }

    private static Partition Part(string name, ByteSize size) => new(name, size, new SlotRoot("primary"));
}
