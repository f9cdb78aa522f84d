namespace Bsp.Cli.Tests;

/// <summary>The texts are those of the kernel's scripts/diffconfig for the same two files.</summary>
public sealed class DiffTests
{
    private const string Old =
        "CONFIG_EXT2_FS_XATTR=n\n# CONFIG_CRAMFS is not "
        + "set\nCONFIG_EXT2_FS=y\nCONFIG_LOG_BUF_SHIFT=14\nCONFIG_SAME=\"a=b\"\nCONFIG_GONE=m\n";
    private const string New =
        "# a comment\nCONFIG_CRAMFS=y\n# CONFIG_EXT2_FS is not "
        + "set\nCONFIG_LOG_BUF_SHIFT=16\nCONFIG_SAME=\"a=b\"\nCONFIG_TEXT=\"a|b\"\nCONFIG_NEW=m\n";

    [Theory]
    [InlineData("", "-EXT2_FS_XATTR n\n-GONE m\n CRAMFS n -> y\n EXT2_FS y -> n\n LOG_BUF_SHIFT 14 -> 16\n+NEW m\n+TEXT \"a|b\"\n")]
    [InlineData("--merge", "CONFIG_CRAMFS=y\n# CONFIG_EXT2_FS is not set\nCONFIG_LOG_BUF_SHIFT=16\nCONFIG_NEW=m\nCONFIG_TEXT=\"a|b\"\n")]
    [InlineData("--markdown", """
        | symbol | old | new |
        |---|---|---|
        | `CONFIG_EXT2_FS_XATTR` | `n` | – |
        | `CONFIG_GONE` | `m` | – |
        | `CONFIG_CRAMFS` | `n` | `y` |
        | `CONFIG_EXT2_FS` | `y` | `n` |
        | `CONFIG_LOG_BUF_SHIFT` | `14` | `16` |
        | `CONFIG_NEW` | – | `m` |
        | `CONFIG_TEXT` | – | `"a\|b"` |

        """)]
    public void Changes_are_printed_sorted(string option, string expected)
    {
        using var tree = new SampleTree();
        tree.Write("a", Old);
        tree.Write("b", New);
        var result = tree.Kconf([.. new[] { "diff", "a", "b", option }.Where(argument => argument.Length > 0)]);
        Assert.Equal((0, expected, ""), (result.Status, result.Out, result.Error));
    }

    [Fact]
    public void Json_has_null_where_there_is_no_value()
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_A=y\n");
        tree.Write("b", "CONFIG_B=\"é\\\"\"\n");
        Assert.Equal(
            "[\n  {\n    \"symbol\": \"A\",\n    \"old\": \"y\",\n    \"new\": null\n  },\n  {\n    \"symbol\": \"B\",\n"
            + "    \"old\": null,\n    \"new\": \"\\\"é\\\\\\\"\\\"\"\n  }\n]\n",
            tree.Kconf("diff", "a", "b", "--json").Out);
    }

    [Fact]
    public void The_configuration_and_the_one_before_it_are_compared_without_names()
    {
        using var tree = new SampleTree();
        tree.Write(".config.old", Old);
        tree.Write(".config", New);
        Assert.StartsWith("-EXT2_FS_XATTR n\n", tree.Kconf("diff").Out, StringComparison.Ordinal);
        Assert.Equal(1, tree.Kconf("diff", "--exit-code").Status);
        Assert.Equal(0, tree.Kconf("diff", ".config", ".config", "--exit-code").Status);
    }

    [Fact]
    public void What_cannot_be_compared_is_a_fault()
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_A\n");
        tree.Write("b", "");
        Assert.Equal(
            (2, "bsp: error: a:1: 'CONFIG_A' sets nothing; it should be CONFIG_NAME=value\n"),
            (tree.Kconf("diff", "a", "b").Status, tree.Kconf("diff", "a", "b").Error));
        Assert.Equal("bsp: error: there is no 'nowhere', the configuration\n", tree.Kconf("diff", "b", "nowhere").Error);
        Assert.Equal(2, tree.Kconf("diff", "b", "nowhere").Status);
        Assert.Equal(2, tree.Kconf("diff", "b").Status);
        Assert.Equal(2, tree.Kconf("diff", "b", "b", "--json", "--markdown").Status);
    }
}
