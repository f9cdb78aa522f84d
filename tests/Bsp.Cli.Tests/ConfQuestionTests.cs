namespace Bsp.Cli.Tests;

/// <summary>
/// The questions are those of the kernel's conf, which tests/Bsp.Kconfig.Conformance compares with it on whole trees; here is
/// what a user meets.
/// </summary>
public sealed class ConfQuestionTests
{
    [Fact]
    public void Oldconfig_asks_for_what_is_new_and_takes_the_answers()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_MODULES=y\nCONFIG_LEVEL=4\nCONFIG_NAME=\"box\"\n# CONFIG_FORCING is not set\nCONFIG_BIG=y\n");
        tree.Input = "yes\nm\n\n1\nperhaps\ny\n\n\n";
        var result = tree.Kconf("conf", "--oldconfig", "Kconfig");
        Assert.Equal(
            (0, """
            *
            * Restart config...
            *
            *
            * Sample Configuration
            *
            Modules (MODULES) [Y/n/?] y
            Networking (NET) [N/y/?] (NEW) yes
              Wireless (WIFI) [N/m/y/?] (NEW) m
                Debug messages of wireless networks (WIFI_DEBUG) [N/y/?] (NEW) 
            Level (LEVEL) [4] 4
            Name (NAME) [box] box
            Forcing (FORCING) [N/y/?] n
            Needy (NEEDY) [N/y/?] (NEW) 1
            Needy (NEEDY) [N/y/?] (NEW) perhaps
            Needy (NEEDY) [N/y/?] (NEW) y
            Size
              1. Small (SMALL) (NEW)
            > 2. Big (BIG)
            choice[1-2?]: 
            *
            * Extras
            *
            Extra (EXTRA) [N/y/?] (NEW) 
            #
            # configuration written to .config
            #

            """),
            (result.Status, result.Out));
        Assert.Contains("CONFIG_NET=y\nCONFIG_WIFI=m\n# CONFIG_WIFI_DEBUG is not set\n", tree.Read(".config"), StringComparison.Ordinal);
        Assert.Contains("CONFIG_NEEDY=y\n# CONFIG_SMALL is not set\nCONFIG_BIG=y\n", tree.Read(".config"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_mark_is_answered_with_the_help_even_of_a_cached_tree()
    {
        using var tree = new SampleTree();
        tree.Write(
            ".config",
            Sample.Defaults.Replace("# CONFIG_NET is not set", "CONFIG_NET=y", StringComparison.Ordinal)
                + "# CONFIG_NEEDY is not set\n# CONFIG_WIFI_DEBUG is not set\n");
        Assert.Equal(0, tree.Kconf("conf", "--olddefconfig", "Kconfig").Status);
        tree.Write(".config", tree.Read(".config").Replace("# CONFIG_WIFI is not set\n", "", StringComparison.Ordinal));
        tree.Input = "?\ny\n";
        Assert.Contains(
            """
              Wireless (WIFI) [N/m/y/?] (NEW) ?

            CONFIG_WIFI:

            Networks without wires.

            Symbol: WIFI [=n]
            Type  : tristate
            Defined at Kconfig:11
              Prompt: Wireless
              Depends on: NET [=y]
              Location:
                -> Networking (NET [=y])
                  -> Wireless (WIFI [=n])



              Wireless (WIFI) [N/m/y/?] (NEW) y
            """,
            tree.Kconf("conf", "--syncconfig", "Kconfig").Out,
            StringComparison.Ordinal);
        Assert.Contains("CONFIG_WIFI=y\n", tree.Read("include/config/auto.conf"), StringComparison.Ordinal);
    }

    [Fact]
    public void Oldaskconfig_asks_for_everything_and_keeps_asking_until_an_answer_holds()
    {
        using var tree = new SampleTree();
        tree.Input = "\n\n12\nlevel\n9\na name\ny\n9\n2?\n2\ny\n";
        var result = tree.Kconf("conf", "Kconfig");
        Assert.Equal(0, result.Status);
        Assert.Contains(
            "Level (LEVEL) [3] (NEW) 12\nLevel (LEVEL) [3] (NEW) level\nLevel (LEVEL) [3] (NEW) 9\nName (NAME) [box] (NEW) a name\n",
            result.Out, StringComparison.Ordinal);
        Assert.Contains("choice[1-2?]: 9\nSize\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "choice[1-2?]: 2?\n\nThere is no help available for this option.\nSymbol: BIG [=n]\n", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "CONFIG_LEVEL=9\nCONFIG_NAME=\"a name\"\nCONFIG_FORCING=y\nCONFIG_NEEDY=y\n# CONFIG_SMALL is not set\nCONFIG_BIG=y\n",
            tree.Read(".config"), StringComparison.Ordinal);
    }

    [Fact]
    public void At_the_end_of_the_input_answers_are_the_defaults()
    {
        using var tree = new SampleTree();
        tree.Input = "y\ny";
        var result = tree.Kconf("conf", "--oldaskconfig", "Kconfig");
        Assert.Equal(0, result.Status);
        Assert.Contains("Error in reading or end of file.\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("CONFIG_NET=y\n", tree.Read(".config"), StringComparison.Ordinal);
        Assert.Contains("CONFIG_LEVEL=3\n", tree.Read(".config"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_without_an_answer_that_holds_ends_with_the_input_instead_of_never()
    {
        using var tree = new SampleTree("config ADDRESS\n\thex \"Address of the console\"\n");
        tree.Environment["BSP_KCONFIG_DIALECT"] = "linux-6.1";
        var result = tree.Kconf("conf", "--oldconfig", "Kconfig");
        Assert.Equal(1, result.Status);
        Assert.Contains("'Address of the console' has no valid value", result.Error, StringComparison.Ordinal);
        Assert.False(tree.Has(".config"));
    }

    [Fact]
    public void A_line_without_an_end_comes_in_pieces()
    {
        using var tree = new SampleTree();
        tree.Input = "\n\n\n" + new string('x', 1_000_000);
        var result = tree.Kconf("conf", "--oldaskconfig", "Kconfig");
        Assert.Equal(0, result.Status);
        Assert.Contains($"CONFIG_NAME=\"{new string('x', 4094)}\"\n", tree.Read(".config"), StringComparison.Ordinal);
    }
}
