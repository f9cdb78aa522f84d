namespace Bsp.Build.Tests.Recipes;

/// <summary>What docs/contributing/common-tasks.md says of its recipes.</summary>
public sealed class RecipePageTests
{
    private static readonly string s_page = File.ReadAllText(Repository.At("docs", "contributing", "common-tasks.md"));

    [Fact]
    public void The_page_states_how_many_files_each_recipe_takes()
    {
        Assert.All(
            Recipe.All,
            recipe => Assert.Contains(
                $"By hand: {recipe.Files.Count} file", Section(recipe.Heading).Split('\n')[1..].First(line => line.Length > 0),
                StringComparison.Ordinal));
        Assert.All(
            s_page.Split("\n## ").Where(section => section.StartsWith("Add a", StringComparison.Ordinal)),
            section => Assert.Contains("By hand: ", section, StringComparison.Ordinal));
    }

    private static string Section(string heading) =>
        s_page.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));
}
