namespace Bsp.Cli.Tests;

public sealed class SnapshotTests
{
    [Fact]
    public void A_snapshot_takes_the_place_of_the_sources()
    {
        using var tree = new SampleTree();
        Assert.Equal(0, tree.Kconf("snapshot", "sample.kconfig").Status);
        File.Delete(tree.At("Kconfig"));
        Assert.Equal(2, tree.Kconf("alldefconfig", "--output", "-").Status);
        Assert.Equal(Sample.Defaults, tree.Kconf("alldefconfig", "--snapshot", "sample.kconfig", "--output", "-").Out);
    }

    [Fact]
    public void A_damaged_snapshot_is_a_fault()
    {
        using var tree = new SampleTree();
        tree.Kconf("snapshot", "sample.kconfig");
        tree.Write("damaged", tree.Read("sample.kconfig").Replace("Wireless", "Wirefree", StringComparison.Ordinal));
        tree.Write("none", "nonsense");
        foreach (var file in new[] { "damaged", "none", "nowhere" })
            Assert.Equal((2, ""), (tree.Kconf("alldefconfig", "--snapshot", file, "--output", "-").Status, tree.Kconf("alldefconfig", "--snapshot", file, "--output", "-").Out));
    }
}
