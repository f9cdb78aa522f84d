using Bsp.Artifacts.Tests.Samples;
using Xunit;

namespace Bsp.Artifacts.Tests.Snapshots;

public sealed class ArtifactSnapshotTests
{
    public static TheoryData<string> Paths => [.. ArtifactPlanner.Plan(Rockchip.Board, TestBoards.Bare).Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_artifacts_of_a_rich_board_are_as_approved(string path) =>
        Snapshot.Matches(TestBoards.Artifact(Rockchip.Board, path), Rockchip.Board.Id + "/" + path);
}
