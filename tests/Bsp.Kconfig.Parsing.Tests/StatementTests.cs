namespace Bsp.Kconfig.Parsing.Tests;

public sealed class StatementTests
{
    [Fact]
    public void All_statements_of_a_symbol_are_read()
    {
        var tree = TestTree.Good("""
            mainmenu "Title"

            menuconfig A
            	tristate "Prompt" if X
            	default y if Y && Z
            	select B if C
            	imply D
            	depends on E
            	help
            	  First line.

            	    Indented.

            config N
            	int "Number"
            	range 1 "10" if A
            	default 5
            config MODULES
            	def_bool y
            	modules

            """);
        Assert.Equal("Title", tree.Root.Prompt!.Text);
        var symbol = tree.Find("A")!;
        Assert.Equal(SymbolType.Tristate, symbol.Type);
        Assert.Equal(
            [PropertyKind.Menu, PropertyKind.Default, PropertyKind.Select, PropertyKind.Imply],
            symbol.Properties.Select(property => property.Kind));
        Assert.Equal("First line.\n\n  Indented.", symbol.Nodes[0].Help);
        Assert.Equal(new SourcePosition("Kconfig", 3, 1), symbol.Nodes[0].Position);
        var range = tree.Find("N")!.Properties.Single(property => property.Kind == PropertyKind.Range).Range!.Value;
        Assert.False(range.Low.IsConstant);
        Assert.True(range.High.IsConstant);
        Assert.Equal("MODULES", tree.Modules.Name);
    }

    [Fact]
    public void Blocks_nest_and_end()
    {
        var tree = TestTree.Good("""
            menu "Outer"
            	visible if V
            	depends on D
            if C
            choice
            	prompt "One of"
            	default B
            config A
            	bool "a"
            if X
            config B
            	bool "b"
            endif
            comment "Note"
            	depends on A
            endchoice
            endif
            endmenu
            config Z
            	bool
            """ + "\n");
        var outer = tree.Root.FirstChild!;
        Assert.Equal("Outer", outer.Prompt!.Text);
        Assert.Equal("Z", outer.Next!.Symbol!.Name);
        Assert.Equal(
            ["A", "B"], tree.Nodes().Single(node => node.Symbol is { IsChoice: true }).ChoiceMembers.Select(member => member.Name));
    }

    [Theory]
    [InlineData("endif\n", "Kconfig:1:1: unexpected 'endif': no block is open")]
    [InlineData("menu \"a\"\nif B\nendmenu\n", "Kconfig:3:1: unexpected 'endmenu' within if block|Kconfig:2:1: location of the 'if'")]
    [InlineData("if A\nmenu \"b\"\n",
        "Kconfig:2:1: missing end statement for this entry|Kconfig:1:1: missing end statement for this entry")]
    [InlineData("choice\n\tprompt \"c\"\n", "Kconfig:1:1: missing end statement for this entry")]
    [InlineData("depends on A\n", "Kconfig:1:1: invalid statement: 'depends on': there is no entry it could belong to")]
    [InlineData("menu \"m\"\n\tdefault y\nendmenu\n", "Kconfig:2:2: invalid statement: 'default': a menu has no such option")]
    [InlineData("config A\n\tbool\nmainmenu \"m\"\n", "Kconfig:3:1: invalid statement: 'mainmenu': it must be the first statement")]
    [InlineData("choice\n\tprompt \"c\"\nsource \"x\"\nendchoice\n", "Kconfig:3:1: invalid statement: 'source': it cannot be in a choice")]
    [InlineData("konfig A\n\tbool\n",
        "Kconfig:1:1: unknown statement \"konfig\"|Kconfig:2:2: invalid statement: 'bool': there is no entry it could belong to")]
    [InlineData("config \"A\"\n\tbool\n", "Kconfig:1:8: syntax error: expected a symbol, found 'A'")]
    [InlineData("config A B\n\tbool\n", "Kconfig:1:10: syntax error: expected the end of the line, found 'B'")]
    [InlineData("config A\n\tbool x\n", "Kconfig:2:7: syntax error: expected a quoted text or the end of the line, found 'x'")]
    [InlineData("config A\n\tbool\n\tselect \"B\"\n", "Kconfig:3:9: syntax error: expected a symbol, found 'B'")]
    [InlineData("config A\n\tbool\n\tdepends B\n", "Kconfig:3:10: syntax error: expected 'on', found 'B'")]
    [InlineData("config A\n\tint\n\trange 1\n", "Kconfig:3:9: syntax error: expected a symbol or number, found the end of the line")]
    [InlineData("config bool\n", "Kconfig:1:8: syntax error: expected a symbol, found 'bool'")]
    [InlineData("if\nendif\n", "Kconfig:1:3: syntax error: expected '!', '(' or a symbol, found the end of the line")]
    [InlineData("= A\n", "Kconfig:1:1: syntax error: expected a statement, found '='")]
    public void A_statement_out_of_place_is_reported(string text, string messages) =>
        Assert.Equal(messages.Split('|'), TestTree.Parse(text).Messages());

    [Fact]
    public void All_errors_of_all_files_are_reported()
    {
        var result = TestTree.Parse([
            ("Kconfig", "config A\n\tbool\n\tdefault &&\n\tdefault ||\nsource \"b\"\nfoo\nsource \"c\"\n"),
            ("b", "bar\n\nif X &&\nconfig B\n\tbool\nendif\n")]);
        Assert.Equal(
            ["Kconfig:3:10", "Kconfig:4:10", "b:1:1", "b:3:8", "Kconfig:6:1", "Kconfig:7:1"],
            result.Messages.Select(message => message.Position.ToString()));
        Assert.Equal("can't open file \"c\"", result.Messages[^1].Text);
    }

    [Theory]
    [InlineData("config A\n\tbool\n\tdepends on B @ C\n", "Kconfig:3:15: ignoring unsupported character '@'")]
    [InlineData("config A\r\n\tbool\n", "Kconfig:1:9: ignoring unsupported character '\\x0d'")]
    [InlineData("config A\0\n\tbool\n", "Kconfig:1:9: ignoring unsupported character '\\x00'")]
    [InlineData("config A\n\tbool \"open\n", "Kconfig:2:7: multi-line strings not supported")]
    [InlineData("config A\n\tbool", "Kconfig:2:6: no new line at end of file")]
    [InlineData("config A\n\tbool \"x", "Kconfig:2:9: no new line at end of file")]
    public void What_the_lexer_passes_over_is_a_warning(string text, string message) =>
        Assert.Contains(message, TestTree.Parse(text).Messages());

    // conf of Linux 6.12 refuses it in the first file, and accepts it in others; conf of 6.1 accepts both.
    [Theory]
    [InlineData("config A\n\tbool \"a\"")]
    [InlineData("config A\n\tbool \"a\"\n\thelp")]
    [InlineData("config A\n\tbool \"a\" # a")]
    public void A_first_file_whose_last_statement_is_not_ended_is_refused_from_Linux_6_9_on(string text)
    {
        Assert.EndsWith("syntax error", TestTree.Parse(text, KconfigDialect.Linux6_9).Messages[^1].ToString(), StringComparison.Ordinal);
        Assert.NotNull(TestTree.Parse(text, KconfigDialect.Linux6_1).Tree);
    }

    [Theory]
    [InlineData("config A\n\tbool \"a\"\n# a")]
    [InlineData("config A\n\tbool \"a\"\n\t")]
    [InlineData("config A\n\tbool \"a\"\n\thelp\n\t  text")]
    public void What_is_no_statement_need_not_be_ended(string text) =>
        Assert.Empty(TestTree.Parse(text, KconfigDialect.Linux6_9).Messages);

    [Theory]
    [InlineData("source \"b\"\n")]
    [InlineData("menuconfig C\n\tbool \"c\"\n")]
    public void Linux_takes_neither_files_nor_menuconfig_in_a_choice_and_U_Boot_takes_both(string statement)
    {
        var text = $"choice\n\tprompt \"c\"\nconfig A\n\tbool \"a\"\n{statement}endchoice\n";
        Assert.Contains("cannot be in a choice", Parse(KconfigDialect.Linux6_1), StringComparison.Ordinal);
        Assert.Contains("cannot be in a choice", Parse(KconfigDialect.Linux6_9), StringComparison.Ordinal);
        Assert.Equal("", Parse(KconfigDialect.UBoot));

        string Parse(KconfigDialect dialect) =>
            string.Concat(TestTree.Parse([("Kconfig", text), ("b", "config B\n\tbool \"b\"\n")], dialect).Messages());
    }

    [Theory]
    [InlineData("\"a 'b' c\"", "a 'b' c")]
    [InlineData("'a \"b\" c'", "a \"b\" c")]
    [InlineData("\"a\\\"b\\\\c\\d\"", "a\"b\\cd")]
    [InlineData("\"a # b\" # c", "a # b")]
    [InlineData("\"ä\"", "ä")]
    public void A_quoted_text_is_what_its_author_meant(string written, string meant) =>
        Assert.Equal(meant, TestTree.Good($"config A\n\tbool {written}\n").Find("A")!.Properties[0].Text);

    [Theory]
    [InlineData("\thelp\n\t  a\nconfig B\n\tbool\n", "a")]
    [InlineData("\thelp\n\n\n\t  a\n\n\t  b\n\tdefault y\nconfig B\n\tbool\n", "a\n\nb")]
    [InlineData("\thelp\n        a\n\tb\n\n# c\nconfig B\n\tbool\n", "a\nb")]
    [InlineData("\thelp\n  a\n\n\tconfig B\n bool\n", "a\n\n      config B")]
    [InlineData("\thelp\n  a", "a")]
    public void A_help_text_ends_where_it_is_indented_less(string text, string help)
    {
        var tree = TestTree.Good("config A\n\tbool\n" + text);
        Assert.Equal(help, tree.Find("A")!.Nodes[0].Help);
    }
}
