namespace Bsp.Kconfig.Parsing.Tests;

public sealed class OldDialectTests
{
    [Fact]
    public void Boolean_is_bool_where_it_still_was()
    {
        const string Text = "config A\n\tboolean \"a\"\n";
        foreach (var dialect in KconfigDialect.All)
        {
            var result = TestTree.Parse(Text, dialect);
            if (dialect.HasBoolean)
                Assert.Equal(SymbolType.Bool, result.Tree!.Find("A")!.Type);
            else
                Assert.Equal(["Kconfig:2:2: unknown statement \"boolean\""], result.Messages());
        }
    }

    [Fact]
    public void U_Boot_has_unquoted_file_names_old_help_and_options()
    {
        var result = TestTree.Parse(
            [
                ("Kconfig", "mainmenu \"U-Boot $(V)\"\nconfig MODULES\n\tbool\n\toption modules allnoconfig_y\nsource arch/x.y/Kconfig\n"),
                ("arch/x.y/Kconfig", "config A\n\tbool\n\t---help---\n\t  Text.\nconfig default\n\tbool\n\tdepends on bool\n"),
            ],
            KconfigDialect.UBoot,
            new() { ["V"] = "1" });
        Assert.Empty(result.Messages);
        Assert.Equal("U-Boot 1", result.Tree!.Root.Prompt!.Text);
        Assert.Equal("MODULES", result.Tree.Modules.Name);
        Assert.Equal("Text.", result.Tree.Find("A")!.Nodes[0].Help);
        Assert.NotNull(result.Tree.Find("default"));
    }

    [Fact]
    public void Without_macros_a_dollar_is_one_and_file_names_have_variables()
    {
        var result = TestTree.Parse(
            [("Kconfig", "mainmenu \"$VERSION title\"\nsource \"$BASE/in\"\n"), ("/b/in", "config A\n\tstring \"a$(B)\"\n")],
            KconfigDialect.Buildroot,
            new() { ["BASE"] = "/b", ["VERSION"] = "7" });
        Assert.Empty(result.Messages);
        Assert.Equal("7 title", result.Tree!.Root.Prompt!.Text);
        Assert.Equal("a$(B)", result.Tree.Find("A")!.Properties[0].Text);
    }

    [Fact]
    public void An_old_choice_has_a_name_a_type_and_may_be_optional()
    {
        var tree = TestTree.Good(
            "choice NAME\n\ttristate \"c\"\n\toptional\nconfig A\n\ttristate \"a\"\nendchoice\n", KconfigDialect.Linux6_1);
        Assert.Equal(SymbolType.Tristate, tree.Nodes().First().Symbol!.Type);
    }

    [Fact]
    public void What_a_dialect_does_not_have_is_an_error()
    {
        Assert.NotEmpty(TestTree.Parse("choice NAME\n\tprompt \"c\"\nendchoice\n").Messages);
        Assert.NotEmpty(TestTree.Parse("choice\n\tprompt \"c\"\n\toptional\nendchoice\n").Messages);
        Assert.NotEmpty(TestTree.Parse("config A\n\tbool\n\toption modules\n").Messages);
        Assert.NotEmpty(TestTree.Parse("config A\n\tbool\n\tdepends on B if C\n").Messages);
        Assert.NotEmpty(TestTree.Parse("config A\n\tbool\n\ttransitional\n").Messages);
    }

    [Fact]
    public void In_U_Boot_a_menu_says_when_it_is_visible_before_what_it_depends_on()
    {
        const string Late = "menu \"m\"\n\tdepends on y\n\tvisible if y\nendmenu\n";
        Assert.Equal(
            ["Kconfig:3:2: invalid statement: 'visible': it must come before 'depends on'"],
            TestTree.Parse(Late, KconfigDialect.UBoot).Messages());
        Assert.Empty(TestTree.Parse(Late, KconfigDialect.Linux6_1).Messages);
        Assert.Empty(TestTree.Parse("menu \"m\"\n\tvisible if y\n\tdepends on y\nendmenu\n", KconfigDialect.UBoot).Messages);
    }

    [Fact]
    public void A_conditional_dependency_holds_where_its_condition_is_n()
    {
        var tree = TestTree.Good(
            "config A\n\tbool \"a\"\n\tdepends on B if C && !D\nconfig B\n\tbool\nconfig C\n\tbool\nconfig D\n\tbool\n",
            KconfigDialect.LinuxNewest);
        // C and D are bool, so that the comparisons become the symbols.
        Assert.Equal("B || !C || D", tree.Find("A")!.DirectDependency!.ToString());
    }
}
