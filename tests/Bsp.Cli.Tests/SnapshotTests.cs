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
        {
            Assert.Equal(
                (2, ""),
                (tree.Kconf("alldefconfig", "--snapshot", file, "--output", "-").Status,
                    tree.Kconf("alldefconfig", "--snapshot", file, "--output", "-").Out));
        }
    }

    [Fact]
    public void A_snapshot_that_is_cut_off_anywhere_is_a_fault()
    {
        using var tree = new SampleTree();
        tree.Kconf("snapshot", "sample.kconfig");
        var whole = tree.Read("sample.kconfig");
        for (var length = 0; length < whole.Length; length += 7)
        {
            tree.Write("cut", whole[..length]);
            var result = tree.Kconf("alldefconfig", "--snapshot", "cut", "--output", "-");
            Assert.Equal((2, ""), (result.Status, result.Out));
            Assert.StartsWith("bsp: error: 'cut': this ", result.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--arch", "arm")]
    [InlineData("--env", "CC=clang")]
    [InlineData("--dialect", "linux")]
    public void What_says_how_sources_are_read_is_refused_beside_a_snapshot(string option, string value)
    {
        using var tree = new SampleTree();
        tree.Kconf("snapshot", "sample.kconfig");
        var result = tree.Kconf("alldefconfig", "--snapshot", "sample.kconfig", option, value);
        Assert.Equal(2, result.Status);
        Assert.Contains($"{option} says how sources are read", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_named_with_the_reason()
    {
        using var tree = new SampleTree();
        foreach (var arguments in new string[][]
        {
            ["snapshot", "/proc/none/sample.kconfig"], ["alldefconfig", "--output", "/proc/none/.config"],
        })
        {
            var result = tree.Kconf(arguments);
            Assert.Equal(2, result.Status);
            Assert.Contains($"'{arguments[^1]}' cannot be written: ", result.Error, StringComparison.Ordinal);
        }
    }
}
