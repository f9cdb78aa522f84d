using System.Text.Json.Nodes;

namespace Bsp.Cli.Tests;

/// <summary>U-Boot's defconfigs may include others; make runs the C preprocessor over them.</summary>
public sealed class IncludeTests
{
    private const string Board = "#include <configs/common.config>\n\n/* ours */\nCONFIG_WIFI=y // a remark\n";

    [Theory]
    [InlineData("defconfig", "board_defconfig", "--output", "-")]
    [InlineData("merge", "configs/board_defconfig", "--output", "-")]
    [InlineData("allnoconfig", "--seed", "configs/board_defconfig", "--output", "-")]
    [InlineData("olddefconfig", "--config", "configs/board_defconfig", "--output", "-")]
    [InlineData("explain", "--config", "configs/board_defconfig", "NET")]
    public void Commands_read_what_is_included(params string[] arguments)
    {
        using var tree = UBoot();
        var result = tree.Kconf(arguments);
        Assert.Equal(0, result.Status);
        Assert.Contains("CONFIG_NET", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("CONFIG_NET is not set", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("CONFIG_NET = n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_met_is_reported_where_it_is_written()
    {
        using var tree = UBoot();
        tree.Write("configs/common.config", "CONFIG_NET=y\nCONFIG_LEVEL=12\n#CONFIG_EXTRA is not set\n");
        var result = tree.Kconf("check", "configs/board_defconfig", "--format", "json");
        Assert.Equal(1, result.Status);
        var json = JsonNode.Parse(result.Out)!;
        Assert.EndsWith("configs/common.config", (string?)json["unmet"]![0]!["file"], StringComparison.Ordinal);
        Assert.Equal(2, (int?)json["unmet"]![0]!["line"]);
        Assert.Equal(3, (int?)json["requests"]);
    }

    [Fact]
    public void Two_defconfigs_are_compared_with_what_they_include()
    {
        using var tree = UBoot();
        tree.Write("configs/other_defconfig", "#include \"board_defconfig\"\nCONFIG_WIFI=n\n");
        Assert.Equal(
            " WIFI y -> n\n", tree.Kconf("diff", "configs/board_defconfig", "configs/other_defconfig").Out);
    }

    [Fact]
    public void A_missing_file_is_a_fault_with_its_place()
    {
        using var tree = UBoot();
        tree.Write("configs/bad_defconfig", "\n#include <configs/none.config>\n");
        var result = tree.Kconf("defconfig", "bad_defconfig");
        Assert.Equal(2, result.Status);
        Assert.Contains("bad_defconfig:2: there is no file", result.Error, StringComparison.Ordinal);
        Assert.Contains("there is no file 'configs/none.config'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_it_is_said_that_nothing_is_included()
    {
        using var tree = new SampleTree();
        tree.Write("a", "#include <configs/common.config>\n");
        Assert.Contains(
            "a:1: warning: \"#include <configs/common.config>\" includes nothing", tree.Kconf("check", "a").Out, StringComparison.Ordinal);
    }

    private static SampleTree UBoot()
    {
        var tree = new SampleTree(Sample.Kconfig.Replace("\tmodules\n", "\toption modules\n", StringComparison.Ordinal));
        tree.Write("Makefile", "VERSION = 2025\nPATCHLEVEL = 01\n");
        tree.Write("dts/Kconfig", "");
        tree.Write("board/Kconfig", "");
        tree.Write("configs/common.config", "CONFIG_NET=y\n");
        tree.Write("configs/board_defconfig", Board);
        return tree;
    }
}
