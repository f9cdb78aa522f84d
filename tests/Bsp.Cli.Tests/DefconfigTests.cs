namespace Bsp.Cli.Tests;

public sealed class DefconfigTests
{
    private const string Small = "# CONFIG_MODULES is not set\nCONFIG_NET=y\nCONFIG_WIFI=y\nCONFIG_BIG=y\n";

    [Fact]
    public void What_savedefconfig_writes_makes_the_same_configuration_again()
    {
        using var tree = new SampleTree();
        tree.Write("board_defconfig", Small);
        Assert.Equal(0, tree.Kconf("defconfig", "board_defconfig").Status);
        var result = tree.Kconf("savedefconfig");
        Assert.Equal((0, "", ""), (result.Status, result.Out, result.Error));
        Assert.Equal(Small, tree.Read("defconfig"));
        Assert.Equal(Small, tree.Kconf("savedefconfig", "-").Out);
        tree.Kconf("savedefconfig", "other/defconfig");
        Assert.Equal(Small, tree.Read("other/defconfig"));
    }

    [Fact]
    public void A_defconfig_of_the_tree_is_found_by_its_name()
    {
        using var tree = new SampleTree();
        tree.Write("configs/board_defconfig", Small);
        tree.Write("arch/toaster/configs/toaster_defconfig", Small);
        Assert.Contains("CONFIG_BIG=y\n", tree.Kconf("defconfig", "board_defconfig", "--output", "-").Out, StringComparison.Ordinal);
        Assert.Contains(
            "CONFIG_BIG=y\n", tree.Kconf("defconfig", "toaster_defconfig", "--arch", "toaster", "--output", "-").Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_defconfig_is_a_fault()
    {
        using var tree = new SampleTree();
        var result = tree.Kconf("defconfig", "nowhere_defconfig");
        Assert.Equal((2, "bsp: error: there is no 'nowhere_defconfig', the defconfig\n"), (result.Status, result.Error));
        Assert.False(tree.Has(".config"));
    }

    [Theory]
    [InlineData("allnoconfig", "# CONFIG_MODULES is not set\n# CONFIG_NET is not set\n")]
    [InlineData("allyesconfig", "CONFIG_MODULES=y\nCONFIG_NET=y\nCONFIG_WIFI=y\n")]
    [InlineData("allmodconfig", "CONFIG_MODULES=y\nCONFIG_NET=y\nCONFIG_WIFI=m\n")]
    [InlineData("alldefconfig", "CONFIG_MODULES=y\n# CONFIG_NET is not set\n")]
    public void All_symbols_can_be_alike(string command, string begin)
    {
        using var tree = new SampleTree();
        var result = tree.Kconf(command, "--output", "-");
        Assert.Equal(0, result.Status);
        Assert.Contains("# Sample Configuration\n#\n" + begin, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_seed_holds_where_all_others_are_alike()
    {
        using var tree = new SampleTree();
        tree.Write("seed", "CONFIG_WIFI=y\n# CONFIG_EXTRA is not set\n");
        var result = tree.Kconf("allmodconfig", "--seed", "seed", "--output", "-");
        Assert.Contains("CONFIG_WIFI=y\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("# CONFIG_EXTRA is not set\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(2, tree.Kconf("allmodconfig", "--seed", "nowhere").Status);
    }

    [Fact]
    public void Symbols_that_a_configuration_does_not_name_are_listed()
    {
        using var tree = new SampleTree();
        tree.Write(
            ".config",
            "CONFIG_NET=y\nCONFIG_MODULES=y\nCONFIG_LEVEL=3\nCONFIG_SMALL=y\n# CONFIG_BIG is not set\n# CONFIG_EXTRA is not set\n");
        Assert.Equal("CONFIG_WIFI=n\nCONFIG_NAME=\"box\"\nCONFIG_FORCING=n\nCONFIG_NEEDY=n\n", tree.Kconf("list-new").Out);
    }
}
