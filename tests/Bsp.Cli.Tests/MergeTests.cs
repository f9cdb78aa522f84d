namespace Bsp.Cli.Tests;

/// <summary>The texts are those of the kernel's scripts/kconfig/merge_config.sh.</summary>
public sealed class MergeTests
{
    private static SampleTree Fragments()
    {
        var tree = new SampleTree();
        tree.Write("base", "CONFIG_NET=y\nCONFIG_WIFI=y\nCONFIG_LEVEL=4\n");
        // Without a line feed at its end.
        tree.Write("a", "CONFIG_LEVEL=5\n# CONFIG_EXTRA is not set\nCONFIG_WIFI=m");
        tree.Write("b", "CONFIG_EXTRA=y\nCONFIG_NET=y\n");
        return tree;
    }

    [Fact]
    public void The_later_fragment_wins_and_what_it_redefines_is_reported()
    {
        using var tree = Fragments();
        var result = tree.Kconf("merge", "base", "a", "b");
        Assert.Equal("""
            Using base as base
            Merging a
            Value of CONFIG_LEVEL is redefined by fragment a:
            Previous value: CONFIG_LEVEL=4
            New value: CONFIG_LEVEL=5

            Value of CONFIG_WIFI is redefined by fragment a:
            Previous value: CONFIG_WIFI=y
            New value: CONFIG_WIFI=m

            Merging b
            Value of CONFIG_EXTRA is redefined by fragment b:
            Previous value: # CONFIG_EXTRA is not set
            New value: CONFIG_EXTRA=y

            #
            # configuration written to .config
            #

            """, result.Out);
        Assert.Equal((0, ""), (result.Status, result.Error));
        foreach (var line in new[] { "CONFIG_LEVEL=5\n", "CONFIG_WIFI=m\n", "CONFIG_EXTRA=y\n" })
            Assert.Contains(line, tree.Read(".config"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_in_symbol_stays_so_where_that_is_asked_for()
    {
        using var tree = Fragments();
        var result = tree.Kconf("merge", "-y", "-r", "base", "a", "b");
        Assert.Contains("New value: CONFIG_WIFI=m\n-y passed, will not demote y to m\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("Value of CONFIG_NET is redundant by fragment b:\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("CONFIG_WIFI=y\n", tree.Read(".config"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_value_is_reported_with_the_reason()
    {
        using var tree = new SampleTree();
        tree.Write("a", "CONFIG_WIFI=y\n# CONFIG_UNHEARD_OF is not set\n");
        var result = tree.Kconf("merge", "a");
        Assert.Equal(0, result.Status);
        Assert.EndsWith(
            "Value requested for CONFIG_WIFI not in final .config\nRequested value:  CONFIG_WIFI=y\n"
            + "Actual value:     # CONFIG_WIFI is not set\nReason:           Unmet: NET (=n)\n\n",
            result.Out, StringComparison.Ordinal);
        Assert.Equal(1, tree.Kconf("merge", "--strict", "a").Status);
    }

    [Fact]
    public void Strict_refuses_what_is_redefined()
    {
        using var tree = Fragments();
        var result = tree.Kconf("merge", "base", "a", "--strict", "--quiet");
        Assert.Equal((1, "bsp: error: a fragment redefines a value, which --strict forbids\n"), (result.Status, result.Error));
        Assert.False(tree.Has(".config"));
    }

    [Fact]
    public void Reports_keep_out_of_a_configuration_on_standard_output()
    {
        using var tree = Fragments();
        var result = tree.Kconf("merge", "base", "a", "-n", "--output", "-");
        Assert.StartsWith("#\n# Automatically generated file", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("Using base as base\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("# CONFIG_MODULES is not set\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_lines_are_named_in_their_own_fragment()
    {
        using var tree = Fragments();
        tree.Write("b", "CONFIG_EXTRA=y\n\nCONFIG_LEVEL=much\n");
        Assert.Contains(
            "b:3: warning: symbol value 'much' invalid for LEVEL\n", tree.Kconf("merge", "base", "a", "b").Error, StringComparison.Ordinal);
        Assert.Equal(2, tree.Kconf("merge", "base", "nowhere").Status);
        Assert.Equal(2, tree.Kconf("merge").Status);
    }
}
