using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Rendering;
using Bsp.Boards;
using Bsp.Boards.Families.Reference;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Samples;

/// <summary>The boards that every artifact is tested with.</summary>
internal static class TestBoards
{
    private static readonly BootableBoard[] Boards = [PcX8664.Board, QemuAarch64.Board, QemuX8664.Board, Rockchip.Board];

    /// <summary>Their ids: test names stay readable.</summary>
    public static TheoryData<string> Ids => [.. Boards.Select(board => board.Id)];

    public static BootableBoard Find(string id) => Boards.Single(board => board.Id == id);

    public static DebianDistribution Distribution => ReferenceDistribution.Reference;

    /// <summary>The same without a layout and a configuration of U-Boot, for boards whose records have all of their own.</summary>
    public static DebianDistribution Bare { get; } = ReferenceDistribution.Reference with
    {
        Layout = new(),
        UBootConfig = KernelFragment.Empty,
    };

    /// <summary>The distribution of a board.</summary>
    public static DebianDistribution DistributionOf(BootableBoard board) => board.Disk.Partitions.Count > 0 ? Bare : Distribution;

    /// <summary>The disk's artifact, also where others cannot be rendered.</summary>
    public static string GenimageConfig(BootableBoard board) =>
        ((IArtifactRenderer)new GenimageConfig()).Render(board, DistributionOf(board)).Single().Text;

    /// <summary>One artifact of a board.</summary>
    public static string Artifact(BootableBoard board, string path) =>
        ArtifactPlanner.Plan(board, DistributionOf(board)).Single(file => file.Path == path).Text;
}
