using Bsp.Kconfig.Conformance.Cases;

namespace Bsp.Kconfig.Conformance.Tests;

public sealed class SampleTests
{
    private static readonly string[] Items = [.. Enumerable.Range(0, 100).Select(i => $"item {i:D3}")];

    [Fact]
    public void The_same_seed_chooses_the_same_items_and_another_seed_others()
    {
        Assert.Equal(Sample.Of(Items, item => item, 10, 1), Sample.Of(Items, item => item, 10, 1));
        Assert.NotEqual(Sample.Of(Items, item => item, 10, 1), Sample.Of(Items, item => item, 10, 2));
    }

    [Fact]
    public void An_item_that_is_gone_changes_at_most_one_of_the_chosen()
    {
        var all = Sample.Of(Items, item => item, 10, 1);
        var fewer = Sample.Of([.. Items.Where(item => item != all[3])], item => item, 10, 1);

        Assert.Equal(9, all.Intersect(fewer).Count());
    }

    [Fact]
    public void A_sample_of_more_than_there_are_is_all() => Assert.Equal(Items, Sample.Of(Items, item => item, 1000, 1));
}
