using Bsp.Review.Pages;
using Xunit;

namespace Bsp.Review.Tests.Pages;

/// <summary>What holds of the pages of every review.</summary>
internal static class Invariants
{
    private static readonly int[] Limits = [3_000, 4_000, 6_000, 10_000, 20_000, MarkdownPage.DefaultLimit];

    /// <summary>The comment is whole at any cut and below its limit, and what programs read follows its schema.</summary>
    public static void Hold(ReviewResult review)
    {
        foreach (var limit in Limits)
            IsWhole(review, limit);
        Assert.Empty(ReviewSchema.FaultsOf(JsonPage.Of(review)));
    }

    /// <summary>The comment is below a limit, and nothing in it is left open.</summary>
    public static void IsWhole(ReviewResult review, int limit)
    {
        var page = MarkdownPage.Of(review, limit);
        Assert.True(page.Length <= limit, $"{page.Length} characters of {limit}");
        var faults = MarkdownStructure.Of(page).Faults;
        Assert.True(faults.Count == 0, string.Join('\n', faults) + "\n\n" + page);
    }
}
