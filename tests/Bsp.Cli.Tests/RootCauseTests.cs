using System.Globalization;
using System.Text.Json.Nodes;

namespace Bsp.Cli.Tests;

public sealed class RootCauseTests
{
    private const string Clocks = """
        choice
        	prompt "clock"
        	default CLK_A
        config CLK_A
        	bool "a"
        config CLK_B
        	bool "b"
        endchoice
        config DRV
        	bool "driver"
        	select CLK_B
        config MAYBE
        	bool
        	default y
        	imply CLK_B

        """;

    [Theory]
    [InlineData("linux-6.9")]
    [InlineData("linux-6.1")]
    [InlineData("u-boot")]
    public void A_select_or_imply_of_a_choice_member_is_said_to_do_nothing(string dialect)
    {
        using var tree = new SampleTree(Clocks);
        tree.Write("a", "CONFIG_DRV=y\n");
        var result = tree.Kconf("check", "a", "--dialect", dialect);
        Assert.Equal(
            (0,
                "Kconfig:11: warning: select of CLK_B by DRV does nothing: it is a member of a choice in which CLK_A is on, "
                + "and CONFIG_CLK_B=y chooses it\n"
                + "Kconfig:15: warning: imply of CLK_B by MAYBE does nothing: it is a member of a choice in which CLK_A is on, "
                + "and CONFIG_CLK_B=y chooses it\n"
                + "all of 1 requests are met\n"),
            (result.Status, result.Out));
        Assert.Equal(
            "Kconfig", (string?)JsonNode.Parse(tree.Kconf("check", "a", "--format", "json").Out)!["warnings"]![0]!["file"]);
        tree.Write("b", "CONFIG_DRV=y\nCONFIG_CLK_B=y\n");
        Assert.Equal("all of 2 requests are met\n", tree.Kconf("check", "b", "--dialect", dialect).Out);
        tree.Write("c", "CONFIG_CLK_A=y\n");
        Assert.DoesNotContain("DRV", tree.Kconf("check", "c", "--dialect", dialect).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fails_for_one_reason_is_grouped_under_it()
    {
        const int Drivers = 30;
        var kconfig = TestModules + "config NET\n\ttristate \"net\"\n\nconfig INET\n\ttristate \"inet\"\n\tdepends on NET\n\tdefault y\n\n"
            + string.Concat(
                Enumerable.Range(0, Drivers).Select(i => string.Create(
                    CultureInfo.InvariantCulture,
                    $"config DRV{i}\n\ttristate \"d\"\n\tdepends on {(i % 2 == 0 ? "NET" : "INET")}\n\n")))
            + "config LONE\n\tbool \"lone\"\n\tdepends on OTHER\n\nconfig OTHER\n\tbool \"other\"\n";
        using var tree = new SampleTree(kconfig);
        var drivers = Enumerable.Range(0, Drivers).Select(i => string.Create(CultureInfo.InvariantCulture, $"CONFIG_DRV{i}=y\n"));
        tree.Write("a", "CONFIG_NET=m\nCONFIG_LONE=y\n" + string.Concat(drivers));
        var lines = tree.Kconf("check", "a").Out.Split('\n');
        var heading = Array.IndexOf(lines, $"note: {Drivers} requests are not met for one reason: NET (=m), defined at Kconfig:6");
        Assert.Contains("CONFIG_LONE", string.Join('\n', lines[..heading]), StringComparison.Ordinal);
        Assert.Equal(Drivers, lines[heading..].Count(line => line.StartsWith("a:", StringComparison.Ordinal)));
        const string Through = "CONFIG_DRV1 was assigned 'y' but got 'm'. Unmet: INET (=m), which needs NET (=m)";
        Assert.Contains(lines, line => line.EndsWith(Through, StringComparison.Ordinal));
        var root = JsonNode.Parse(tree.Kconf("check", "a", "--format", "json").Out)!["roots"]![0]!;
        Assert.Equal(("NET", "m", Drivers), ((string?)root["term"], (string?)root["value"], root["symbols"]!.AsArray().Count));
    }

    [Fact]
    public void A_default_that_the_compiler_decides_is_named_through_the_symbols_that_depend_on_it()
    {
        using var tree = new SampleTree(
            "cc-option = n\nconfig CC_HAS_X\n\tdef_bool $(cc-option,-fx)\n\n"
            + "config USES_X\n\tbool \"uses x\"\n\tdepends on CC_HAS_X\n\nconfig PLUGIN\n\tbool \"plugin\"\n\tdepends on USES_X\n");
        tree.Write("a", "CONFIG_PLUGIN=y\n");
        Assert.Contains(
            "Unmet: USES_X (=n), which needs def_bool $(cc-option,-fx) (=n) at Kconfig:3: the compiler says no, "
            + "and no symbol can change that\n",
            tree.Kconf("check", "a").Out, StringComparison.Ordinal);
        var explained = tree.Kconf("explain", "CC_HAS_X").Out;
        Assert.Contains("  def_bool $(cc-option,-fx) at Kconfig:3\n", explained, StringComparison.Ordinal);
        Assert.Contains(
            "  not met: def_bool $(cc-option,-fx) (=n) at Kconfig:3: the compiler says no", explained, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_marks_what_fails_and_shows_what_would_select_it_and_its_default()
    {
        using var tree = new SampleTree(
            "config HAVE_PLUG\n\tdef_bool y\n\nconfig PLUG\n\tbool \"plugins\"\n\tdefault HAVE_PLUG\n\tdepends on HAVE_PLUG\n"
            + "\tdepends on $(shell,test -e /nonexistent && echo y || echo n)\n\n"
            + "config ON\n\tbool \"on\"\n\nconfig WANTS\n\tbool \"wants\"\n\tselect PLUG if ON\n");
        var explained = tree.Kconf("explain", "PLUG").Out;
        Assert.Equal(
            """
            CONFIG_PLUG = n
              it is not offered: its dependencies are not met
              not met: $(shell,test -e /nonexistent && echo y || echo n) (=n) at Kconfig:8: the shell says no, and no symbol can change that
              with its dependencies met it would have default HAVE_PLUG at Kconfig:6
              would be selected by WANTS [=n] && ON [=n]
              defined at Kconfig:4 with the prompt "plugins"
                depends on $(shell,test -e /nonexistent && echo y || echo n) [=n]

            """,
            explained);
    }

    [Fact]
    public void What_selects_a_choice_member_is_said_to_do_nothing_by_explain()
    {
        using var tree = new SampleTree(Clocks);
        tree.Write(".config", "CONFIG_DRV=y\n");
        Assert.Contains(
            "selected by DRV [=y], which does nothing to a member of a choice", tree.Kconf("explain", "CLK_B").Out,
            StringComparison.Ordinal);
    }

    private const string TestModules = "config MODULES\n\tbool \"modules\"\n\tmodules\n\tdefault y\n\n";
}
