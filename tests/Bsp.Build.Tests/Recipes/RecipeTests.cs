using Bsp.Model;

namespace Bsp.Build.Tests.Recipes;

/// <summary>
/// The recipes of docs/contributing/common-tasks.md are complete: a copy of the repository in which somebody has written the files that
/// they name, and nothing else, has the board, the distribution and the diagnostic.
/// </summary>
/// <remarks>Only <c>Lock</c> and <c>Restore</c> are not run: they download.</remarks>
/// <param name="copy">The copy.</param>
public sealed class RecipeTests(RepositoryCopy copy) : IClassFixture<RepositoryCopy>
{
    [Fact]
    public async Task Nothing_else_is_written_by_hand() => Assert.Equal(
        Recipe.All.SelectMany(recipe => recipe.Files).Select(file => file.Path).Order(StringComparer.Ordinal),
        await copy.ChangedByHandAsync());

    [Fact]
    public void The_board_is_there_without_a_finding_and_has_its_artifacts()
    {
        Assert.Empty(copy.Findings);
        Assert.Equal([Recipe.Board + " on reference"], copy.Boards.Where(pair => pair.Board.Id == Recipe.Board).Select(NameOf));
        Assert.Contains($"boards/{Recipe.Board}/generated/reference/board.json", copy.Generated);
        Assert.Contains($"boards/{Recipe.Board}/generated/reference/{Recipe.Board}.dts", copy.Generated);
    }

    [Fact]
    public void The_distribution_gives_its_board_artifacts_with_its_kernel()
    {
        var pair = Assert.Single(copy.Boards, pair => pair.Distribution.Id == Recipe.Distribution);
        Assert.Equal("linux-6.16", pair.Distribution.KernelSource);
        Assert.Contains($"boards/{pair.Board.Id}/generated/{Recipe.Distribution}/linux_defconfig", copy.Generated);
    }

    [Fact]
    public void No_other_board_changes() => Assert.All(
        copy.Generated,
        path => Assert.Matches($"^boards/({Recipe.Board}/generated/reference|qemu-aarch64/generated/{Recipe.Distribution})/", path));

    [Fact]
    public async Task The_diagnostic_marks_the_fault_and_has_its_page()
    {
        const string passed = "Errors: 0, Failed: 0, Skipped: 0";
        Assert.Contains("Total: 1, " + passed, await copy.TestAsync("HastyWatchdogTests"), StringComparison.Ordinal);
        Assert.Contains(passed, await copy.TestAsync("DiagnosticPageTests"), StringComparison.Ordinal);
    }

    private static string NameOf(GeneratedBoard pair) => pair.Board.Id + " on " + pair.Distribution.Id;
}
