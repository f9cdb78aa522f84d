using Bsp.Review.Files;
using Bsp.Review.Revisions;
using Xunit;

namespace Bsp.Review.Tests.Files;

/// <summary>Of every artifact it is known where it ends up.</summary>
public sealed class FileRulesTests
{
    public static TheoryData<string> Committed => [.. Artifacts()];

    [Theory]
    [MemberData(nameof(Committed))]
    public void Every_committed_artifact_is_known(string path) => Assert.True(IsKnown(path));

    [Theory]
    [InlineData("firmware.bin")]
    [InlineData("tree/board/aarch64/a-board/notes.txt")]
    public void One_that_nobody_has_judged_is_found(string path) => Assert.False(IsKnown(path));

    [Fact]
    public void Every_kind_of_artifact_is_committed_for_some_board() =>
        Assert.Superset(
            new HashSet<string> { "board.json", "linux_defconfig", "boot.cmd", "grub.cfg", "system.conf" },
            Artifacts().ToHashSet());

    private static bool IsKnown(string path) => BoardArtifacts.IsReadAsData(path) || FileRules.Knows(path);

    private static IEnumerable<string> Artifacts() =>
        Directory.EnumerateDirectories(Repository.At("boards"))
            .Select(board => Path.Combine(board, "generated"))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file)))
            .Distinct()
            .Order(StringComparer.Ordinal);
}
