using System.Runtime.CompilerServices;
using Bsp.Artifacts.Tests.Samples;
using Bsp.Boards;
using Bsp.Model;
using Xunit;

namespace Bsp.Artifacts.Tests.Snapshots;

public sealed class CommittedArtifactsTests
{
    public static TheoryData<string> OurBoards => [QemuAarch64.Board.Id, QemuX8664.Board.Id];

    [Theory]
    [MemberData(nameof(OurBoards))]
    public void The_committed_artifacts_are_what_the_record_gives(string id)
    {
        var folder = Path.Combine(RepositoryRoot(), "boards", id, "generated", TestBoards.Distribution.Id);
        var planned = ArtifactPlanner.Plan(TestBoards.Find(id), TestBoards.Distribution);

        var committed = Seq<GeneratedFile>.Of(Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => new GeneratedFile(Path.GetRelativePath(folder, file), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal));

        Assert.Equal(planned.Select(file => file.Path), committed.Select(file => file.Path));
        foreach (var (expected, actual) in committed.Zip(planned))
            Assert.True(expected.Text == actual.Text, $"{id}/{expected.Path} is stale; ./build.sh Generate writes it anew");
    }

    private static string RepositoryRoot([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "..", ".."));
}
