using Bsp.Artifacts.Disk;
using Bsp.Boards;
using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Disk;

public sealed class DiskIdsTests
{
    private static Seq<Partition> Partitions => ReferenceDistribution.Reference.Layout.ApplyTo(QemuX8664.Board).Partitions;

    [Fact]
    public void Every_identifier_on_a_disk_is_unique()
    {
        var board = QemuX8664.Board;
        var ids = Partitions
            .SelectMany(
                partition => new[]
                {
                    DiskIds.Partition(board, partition), DiskIds.Filesystem(board, partition), DiskIds.HashSeed(board, partition),
                })
            .Append(DiskIds.Disk(board))
            .ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Two_boards_with_the_same_layout_have_different_partition_GUIDs()
    {
        var board = QemuX8664.Board;
        var other = board with { Id = "other" };

        Assert.NotEqual(DiskIds.Partition(board, Partitions[0]), DiskIds.Partition(other, Partitions[0]));
    }

    [Fact]
    public void A_GUID_in_the_record_is_kept()
    {
        var id = new Guid("0f1e2d3c-4b5a-4978-8796-a5b4c3d2e1f0");

        Assert.Equal(id, DiskIds.Partition(QemuX8664.Board, Partitions[0] with { Id = id }));
    }
}
