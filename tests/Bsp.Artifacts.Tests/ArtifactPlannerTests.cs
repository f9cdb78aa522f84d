using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests;

public sealed class ArtifactPlannerTests
{
    public static TheoryData<BootableBoard> Boards => [QemuAarch64.Board, QemuX8664.Board];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Artifacts_are_ordered_by_path_and_no_path_is_used_twice(BootableBoard board)
    {
        var paths = ArtifactPlanner.Plan(board, TestBoards.DistributionOf(board)).Select(file => file.Path).ToList();

        Assert.Equal(paths.Distinct().OrderBy(path => path, StringComparer.Ordinal), paths);
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Artifacts_have_LF_line_ends_and_end_with_one(BootableBoard board)
    {
        // GRUB's environment block is filled up to its size, and GRUB writes into what fills it.
        foreach (var file in ArtifactPlanner.Plan(board, TestBoards.DistributionOf(board)).Where(file => file.Path != "grubenv"))
        {
            Assert.DoesNotContain("\r", file.Text);
            Assert.EndsWith("\n", file.Text);
            Assert.False(file.Text.EndsWith("\n\n"), file.Path + " ends with an empty line");
        }
    }
}
