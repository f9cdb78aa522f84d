using System.Text.Json.Nodes;

namespace Bsp.Cli.Tests;

/// <summary>What of a fragment sets nothing is said; conf says nothing of it (scripts/kconfig/confdata.c, conf_read_simple).</summary>
public sealed class LostLineTests
{
    [Theory]
    [InlineData("#CONFIG_NET is not set\n", "\"#CONFIG_NET is not set\" sets nothing: \"# CONFIG_NET is not set\" would")]
    [InlineData("#  CONFIG_NET is not set\n", "sets nothing: \"# CONFIG_NET is not set\" would")]
    [InlineData("# CONFIG_NET is not set \n", "sets nothing: \"# CONFIG_NET is not set\" would")]
    [InlineData("# CONFIG_NET is Not set\n", "sets nothing: \"# CONFIG_NET is not set\" would")]
    [InlineData("# NET is not set\n", "sets nothing: \"# CONFIG_NET is not set\" would")]
    [InlineData("# CONFIG_NETT is not set\n", "\"# CONFIG_NETT is not set\" sets nothing: no such symbol; did you mean NET?")]
    [InlineData("\ufffd\ufffdC\0O\0N\0F\0I\0G\0_\0N\0E\0T\0=\0y\0\n\0", "there are zero bytes in it, as in UTF-16")]
    [InlineData("CONFIG_NET:=y\n", "\"CONFIG_NET:=y\" sets nothing: no symbol has such a name")]
    [InlineData("CONFIG_NET\u001b[31m=y\n", "sets nothing: no symbol has such a name")]
    [InlineData("CONFIG_NET-X=y\n", "sets nothing: no symbol has such a name")]
    [InlineData("CONFIG_NET =y\n", "\"CONFIG_NET =y\" sets nothing: no blank may precede '='")]
    [InlineData("CONFIG_NAME=box\n", "\"CONFIG_NAME=box\" sets nothing: a text begins and ends with a quote")]
    [InlineData("\uFEFFCONFIG_NET=y\n", "the byte order mark before it makes conf pass over the line")]
    public void A_line_that_sets_nothing_is_named(string fragment, string message)
    {
        using var tree = new SampleTree();
        tree.Write("a", fragment);
        var result = tree.Kconf("check", "a", "--dialect", "linux-6.9");
        Assert.Contains("a:1: warning: ", result.Out, StringComparison.Ordinal);
        Assert.Contains(message, result.Out, StringComparison.Ordinal);
        Assert.EndsWith(" more line(s) set nothing\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# CONFIG_NET is not set\n")]
    [InlineData("# CONFIG_NET is not set\r\nCONFIG_NAME=\"a\"\r\n")]
    [InlineData("# CONFIG_NET is set where it is not set\n")]
    [InlineData("# WORD is not set\n")]
    [InlineData("#CONFIG_NET=y\n")]
    [InlineData("CONFIG_LEVEL=4\nCONFIG_NAME=\"\"\n")]
    public void Lines_that_conf_reads_and_remarks_are_not(string fragment)
    {
        using var tree = new SampleTree();
        tree.Write("a", fragment);
        var result = tree.Kconf("check", "a", "--dialect", "linux-6.9");
        Assert.Equal((0, ""), (result.Status, result.Error));
        Assert.DoesNotContain("warning", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_a_later_fragment_takes_back_is_named()
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_NET=y\nCONFIG_LEVEL=4\nCONFIG_EXTRA=y\n");
        tree.Write("b", "CONFIG_EXTRA=y\nCONFIG_LEVEL=5\n# CONFIG_NET is not set\n");
        var result = tree.Kconf("check", "a", "b");
        Assert.Equal(
            (0,
                "a:2: warning: \"CONFIG_LEVEL=4\" sets nothing: \"CONFIG_LEVEL=5\" at b:2 comes after it\n"
                + "a:1: warning: \"CONFIG_NET=y\" sets nothing: \"# CONFIG_NET is not set\" at b:3 comes after it\n"
                + "all of 3 requests are met, and 2 more line(s) set nothing\n"),
            (result.Status, result.Out));
    }

    [Fact]
    public void Up_to_Linux_6_8_more_may_follow_a_line_that_unsets()
    {
        using var tree = new SampleTree();
        tree.Write("a", "# CONFIG_NET is not set \n");
        Assert.DoesNotContain("warning", tree.Kconf("check", "a", "--dialect", "linux-6.1").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("merge", "a", "--output", "-")]
    [InlineData("defconfig", "a", "--output", "-")]
    [InlineData("olddefconfig", "--config", "a", "--output", "-")]
    [InlineData("allnoconfig", "--seed", "a", "--output", "-")]
    public void All_commands_that_read_values_say_so(params string[] arguments)
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_NET=y\n#CONFIG_NET is not set\n");
        Assert.Contains(
            "a:2: warning: \"#CONFIG_NET is not set\" sets nothing", tree.Kconf(arguments).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_and_sarif_have_them_as_well()
    {
        using var tree = new SampleTree();
        tree.Write("a", "\n# CONFIG_NETT is not set\n");
        var json = JsonNode.Parse(tree.Kconf("check", "a", "--format", "json").Out)!["lost"]![0]!;
        Assert.Equal(("a", 2), ((string?)json["file"], (int?)json["line"]));
        var result = JsonNode.Parse(tree.Kconf("check", "a", "--format", "sarif").Out)!["runs"]![0]!["results"]![0]!;
        Assert.Equal(("kconfig/lost", "warning"), ((string?)result["ruleId"], (string?)result["level"]));
    }

    [Theory]
    [InlineData("check", "a")]
    [InlineData("merge", "a", "--output", "-")]
    [InlineData("defconfig", "a")]
    public void Nothing_in_a_fragment_commands_the_terminal(params string[] arguments)
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_NETT=\"\u001b[2J\"\nCONFIG_LEVEL=\u001b[31m\n\u001b]0;title\u0007\n#CONFIG_NET is not set\u009b\n");
        var result = tree.Kconf(arguments);
        Assert.NotEmpty(result.Error);
        Assert.DoesNotContain(result.Error + result.Out, c => char.IsControl(c) && c is not ('\n' or '\t'));
    }

    [Fact]
    public void The_texts_of_a_fix_are_in_quotes_so_that_conf_reads_them()
    {
        const string Vendor = "config VENDOR\n\tstring \"vendor\"\n\tdefault \"none\"\n\n"
            + "config EXT\n\tbool \"ext\"\n\tdepends on VENDOR = \"acme\"\n";
        using var tree = new SampleTree(Vendor);
        tree.Write("a", "CONFIG_EXT=y\n");
        Assert.Contains("  note: it holds with CONFIG_VENDOR=\"acme\"\n", tree.Kconf("check", "a", "--fix").Out, StringComparison.Ordinal);
        var json = JsonNode.Parse(tree.Kconf("check", "a", "--fix", "--format", "json").Out)!;
        Assert.Equal("CONFIG_VENDOR=\"acme\"", (string?)json["unmet"]![0]!["fix"]![0]);
        tree.Write("b", "CONFIG_VENDOR=\"acme\"\nCONFIG_EXT=y\n");
        Assert.Equal(0, tree.Kconf("check", "b").Status);
    }
}
