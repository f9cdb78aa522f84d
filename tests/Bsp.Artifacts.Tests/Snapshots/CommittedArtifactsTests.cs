using Bsp.Boards;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Snapshots;

public sealed class CommittedArtifactsTests
{
    public static TheoryData<string, string> OurBoards =>
        [.. BoardRegistry.All().Select(pair => new TheoryDataRow<string, string>(pair.Board.Id, pair.Distribution.Id))];

    [Theory]
    [MemberData(nameof(OurBoards))]
    public void The_committed_artifacts_are_what_the_record_gives(string id, string distribution)
    {
        var folder = Repository.At("boards", id, "generated", distribution);
        var pair = BoardRegistry.All().Single(pair => pair.Board.Id == id && pair.Distribution.Id == distribution);
        var planned = ArtifactPlanner.Plan(pair.Board, pair.Distribution);

        var committed = Seq<GeneratedFile>.Of(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => new GeneratedFile(Path.GetRelativePath(folder, file), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal));

        Assert.Equal(planned.Select(file => file.Path), committed.Select(file => file.Path));
        foreach (var (expected, actual) in committed.Zip(planned))
            Assert.True(expected.Text == actual.Text, $"{id}/{expected.Path} is stale; ./build.sh Generate writes it anew");
    }
}
