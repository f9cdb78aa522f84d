namespace Bsp.Kconfig.Tests;

/// <summary>What U-Boot's copy of Kconfig, which is older than Linux 5, does in its own way.</summary>
public sealed class UBootTests
{
    private static KconfigTree Of(string text) => TestTree.Of(text, KconfigDialect.UBoot);

    private static string ValueOf(Configuration configuration, string name) => configuration.ValueOf(configuration.Tree.Find(name)!);

    [Fact]
    public void A_bound_is_written_as_a_plain_number()
    {
        const string Text = "config H\n\thex\n\tdefault 0x1\n\trange 0X00F0 0xFFF\n";

        Assert.Equal("0xf0", ValueOf(Of(Text).Configure(""), "H"));
        Assert.Equal("0X00F0", ValueOf(TestTree.Of(Text).Configure(""), "H"));
    }

    [Fact]
    public void Texts_are_neither_escaped_nor_unescaped()
    {
        var tree = Of("config S\n\tstring \"s\"\n");

        var configuration = tree.Configure("CONFIG_S=\"a \\\"b\\\" \\n\"\n");

        Assert.Equal("a \\\"b\\\" \\n", ValueOf(configuration, "S"));
        Assert.EndsWith("CONFIG_S=\"a \\\"b\\\" \\n\"\n", DotConfigWriter.Write(configuration), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_escaped_in_the_list_of_new_symbols() =>
        Assert.Equal(
            "CONFIG_S=\"in %d \\\\n\"\n", Conf.NewSymbols(Of("config S\n\tstring \"s\"\n\tdefault \"in %d \\\\n\"\n").Configure("")));

    [Fact]
    public void The_ends_of_menus_are_not_marked() => Assert.Equal(
        """
        #
        # Automatically generated file; DO NOT EDIT.
        # Test
        #

        #
        # Inner
        #
        CONFIG_A=y
        CONFIG_B=y

        """,
        DotConfigWriter.Write(
            Of("mainmenu \"Test\"\nmenu \"Inner\"\nconfig A\n\tdef_bool y\nendmenu\nconfig B\n\tdef_bool y\n").Configure("")));

    [Fact]
    public void An_implied_symbol_whose_dependencies_are_not_met_stays_off()
    {
        var tree = Of(
            "config OFF\n\tbool\n\nconfig ON\n\tdef_bool y\n\timply A\n\timply B\n\nconfig A\n\tbool\n\tdepends "
            + "on OFF\n\nconfig B\n\tbool\n");

        Assert.Equal("n", ValueOf(tree.Configure(""), "A"));
        Assert.Equal("y", ValueOf(tree.Configure(""), "B"));
    }

    [Fact]
    public void An_implied_symbol_is_built_in_even_where_it_depends_on_a_module()
    {
        const string Text = "config M\n\tdef_tristate m\n\nconfig ON\n\tdef_bool y\n\timply T\n\nconfig T\n\ttristate\n\tdepends on M\n";

        Assert.Equal("y", ValueOf(Of("config MODULES\n\tdef_bool y\n\toption modules\n\n" + Text).Configure(""), "T"));
        Assert.Equal("m", ValueOf(TestTree.Of("config MODULES\n\tdef_bool y\n\tmodules\n\n" + Text).Configure(""), "T"));
    }

    [Fact]
    public void Options_of_old_say_what_modules_are_and_what_is_on_in_allnoconfig()
    {
        var tree = Of(
            "config MODULES\n\tbool \"modules\"\n\toption modules\n\nconfig EXPERT\n\tbool \"expert\"\n\toption allnoconfig_y\n\n"
            + "config OTHER\n\tbool \"other\"\n\tdefault y\n");

        Assert.Equal("MODULES", tree.Modules.Name);
        Assert.Equal(
            "CONFIG_EXPERT=y",
            Assert.Single(
                DotConfigWriter.Write(new Conf(tree, []).All(NewValues.No)).Split('\n'),
                line => line.EndsWith("=y", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_list_of_defconfigs_is_written_nowhere() =>
        Assert.DoesNotContain(
            "LIST", DotConfigWriter.Write(Of("config LIST\n\tstring\n\toption defconfig_list\n\tdefault \"a\"\n").Configure("")),
            StringComparison.Ordinal);

    [Fact]
    public void A_number_that_is_not_set_is_passed_over()
    {
        var messages = new List<KconfigMessage>();

        new Conf(Of("config N\n\tint \"n\"\n\tdefault 3\n"), messages).Defconfig("# CONFIG_N is not set\n");

        Assert.Empty(messages);
    }
}
