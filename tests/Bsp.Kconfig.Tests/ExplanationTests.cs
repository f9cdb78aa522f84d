namespace Bsp.Kconfig.Tests;

public sealed class ExplanationTests
{
    private const string Serial =
        """
        config TTY
        	bool "terminals"

        config SERIAL
        	bool "serial ports"
        	depends on TTY && (PCI || OF)

        config PCI
        	bool "PCI"

        config OF
        	bool "device trees"

        config CORE
        	bool

        config UART
        	bool "UART"
        	depends on SERIAL
        	select CORE

        """;

    [Fact]
    public void The_terms_that_prevent_it_are_named_with_their_values()
    {
        var unmet = Assert.Single(TestTree.Of(Serial).Unmet("CONFIG_SERIAL=y\n"));

        Assert.Equal(
            "Value requested for CONFIG_SERIAL not in final .config: CONFIG_SERIAL was assigned 'y' but got 'n'. Unmet: TTY (=n), "
            + "(PCI || OF) (=n)",
            unmet);
    }

    [Fact]
    public void The_positions_of_what_prevents_it_are_known()
    {
        var tree = TestTree.Of(Serial);
        var unmet = new RequestCheck(tree.Configure("")).Unmet(new Request("UART", "y", new("fragment", 1, 0)))!;

        Assert.Equal(UnmetReason.Dependencies, unmet.Reason);
        Assert.Equal(17, Assert.Single(unmet.Definitions).Line);
        Assert.Equal(4, Assert.Single(Assert.Single(unmet.Terms).Positions).Line);
    }

    [Fact]
    public void What_holds_is_not_reported() =>
        Assert.Empty(TestTree.Of(Serial).Unmet("CONFIG_TTY=y\nCONFIG_OF=y\nCONFIG_SERIAL=y\nCONFIG_UART=y\n# CONFIG_PCI is not set\n"));

    [Fact]
    public void A_misspelt_symbol_is_reported_with_the_names_that_exist()
    {
        Assert.Equal(
            ["Value requested for CONFIG_SERAIL not in final .config: CONFIG_SERAIL was assigned 'y' but got 'n'. No such symbol; did you "
                + "mean SERIAL?"],
            TestTree.Of(Serial).Unmet("CONFIG_SERAIL=y\n"));
        Assert.Contains(
            "No such symbol", Assert.Single(TestTree.Of(Serial).Unmet("CONFIG_QUITE_ANOTHER_THING=y\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_exist_is_off() => Assert.Empty(TestTree.Of(Serial).Unmet("# CONFIG_NONE is not set\n"));

    [Fact]
    public void A_symbol_without_a_prompt_cannot_be_asked_for() =>
        Assert.Contains(
            "has no prompt: only defaults and selects give it a value", Assert.Single(TestTree.Of(Serial).Unmet("CONFIG_CORE=y\n")),
            StringComparison.Ordinal);

    [Fact]
    public void What_selects_a_symbol_is_named_when_it_should_be_off() => Assert.EndsWith(
        "CONFIG_CORE was assigned 'n' but got 'y'. Selected by: UART && SERIAL (=y)",
        Assert.Single(TestTree.Of(Serial).Unmet("CONFIG_TTY=y\nCONFIG_OF=y\nCONFIG_SERIAL=y\nCONFIG_UART=y\n# CONFIG_CORE is not set\n")),
        StringComparison.Ordinal);

    [Fact]
    public void The_other_member_of_a_choice_is_named()
    {
        var tree = TestTree.Of("choice\n\tprompt \"one\"\n\nconfig A\n\tbool \"a\"\n\nconfig B\n\tbool \"b\"\n\nendchoice\n");

        Assert.EndsWith(
            "Another member of its choice is on: B (=y)", Assert.Single(tree.Unmet("CONFIG_A=y\nCONFIG_B=y\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_out_of_range_is_reported_with_the_range()
    {
        var tree = TestTree.Of("config N\n\tint \"number\"\n\trange 1 10\n");

        Assert.EndsWith(
            "CONFIG_N was assigned '11' but got '10'. Out of range: 1 to 10", Assert.Single(tree.Unmet("CONFIG_N=11\n")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_modules_there_is_no_m()
    {
        var tree = TestTree.Of(TestTree.Modules + "config T\n\ttristate \"t\"\n");

        Assert.EndsWith(
            "Without modules there is no 'm': MODULES (=n)", Assert.Single(tree.Unmet("CONFIG_T=m\n")), StringComparison.Ordinal);
        Assert.Empty(tree.Unmet("CONFIG_MODULES=y\nCONFIG_T=m\n"));
    }

    [Theory]
    [InlineData("int", "3", "4", "3")]
    [InlineData("string", "\"x\"", "\"y\"", "\"x\"")]
    public void A_text_without_a_prompt_has_what_its_default_says(string type, string preset, string wanted, string shown) =>
        Assert.EndsWith(
            $"The symbol has no prompt: only defaults give it a value; the default is {shown} at Kconfig:3",
            Assert.Single(TestTree.Of($"config V\n\t{type}\n\tdefault {preset}\n").Unmet($"CONFIG_V={wanted}\n")),
            StringComparison.Ordinal);

    [Fact]
    public void What_no_file_defines_is_said_to_be_so() => Assert.EndsWith(
        "Unmet: NOWHERE (=n): no Kconfig file that is read defines NOWHERE",
        Assert.Single(TestTree.Of("config X\n\tbool \"x\"\n\tdepends on NOWHERE\n").Unmet("CONFIG_X=y\n")),
        StringComparison.Ordinal);

    [Fact]
    public void A_repeated_prefix_is_left_out_of_the_nearest_names() => Assert.EndsWith(
        "No such symbol; did you mean SERIAL?", Assert.Single(TestTree.Of(Serial).Unmet("CONFIG_CONFIG_SERIAL=y\n")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("CONFIG_OLD=y\nCONFIG_NEEDED=y\n", null)]
    [InlineData("CONFIG_OLD=y\n", "CONFIG_OLD was assigned 'y' but got 'n'. Its name is CONFIG_NEW now. Unmet: NEEDED (=n)")]
    public void What_has_another_name_now_is_looked_for_under_that(string fragment, string? unmet)
    {
        const string Text = "config OLD\n\tbool\n\ttransitional\n\nconfig NEEDED\n\tbool \"needed\"\n\n"
            + "config NEW\n\tbool \"new\"\n\tdefault OLD\n\tdepends on NEEDED\n";
        var tree = TestTree.Of(Text, KconfigDialect.LinuxNewest);
        if (unmet is null)
            Assert.Empty(tree.Unmet(fragment));
        else
            Assert.EndsWith(unmet, Assert.Single(tree.Unmet(fragment)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hexadecimal_number_may_be_spelt_otherwise()
    {
        var tree = TestTree.Of("config H\n\thex \"h\"\n");

        Assert.Empty(tree.Unmet("CONFIG_H=0x0010\n"));
        Assert.NotEmpty(tree.Unmet("CONFIG_H=ten\n"));
    }

    // What conf 6.12 keeps and refuses of these lines was looked up with it.
    [Theory]
    [InlineData("config A\n\tbool \"a\"\n", "CONFIG_A=y # needed in the field")]
    [InlineData("config A\n\tbool \"a\"\n", "CONFIG_A=yes")]
    [InlineData("config A\n\tbool \"a\"\n\tdefault y\n", "CONFIG_A=no")]
    [InlineData("config S\n\tstring \"s\"\n", "CONFIG_S=\"x\" # text")]
    [InlineData("config H\n\thex \"h\"\n", "CONFIG_H=10")]
    public void What_conf_keeps_is_not_called_lost(string kconfig, string line) => Assert.Empty(TestTree.Of(kconfig).Unmet(line + "\n"));

    [Theory]
    [InlineData("int", "3 # three", "an int is a decimal number without leading zeros, and nothing follows it")]
    [InlineData("int", "0x10", "an int is a decimal number; 0x10 is 16")]
    [InlineData("int", "010", "an int is a decimal number without leading zeros, and nothing follows it")]
    [InlineData("hex", "0x1 # one", "a hex is a hexadecimal number, and nothing follows it")]
    [InlineData("string", "text", "a text begins and ends with a quote")]
    [InlineData("string", "\"text", "a text begins and ends with a quote")]
    [InlineData("string", "n", "only a bool or a tristate can be off")]
    [InlineData("bool", "m", "a bool cannot be m")]
    [InlineData("bool", "1", "a bool is y or n")]
    public void What_conf_takes_for_no_value_is_said_to_be_none(string type, string value, string hint) =>
        Assert.EndsWith(
            $"It is not a value of the symbol's type: {hint}",
            Assert.Single(TestTree.Of($"config N\n\t{type} \"n\"\n").Unmet($"CONFIG_N={value}\n")), StringComparison.Ordinal);

    [Fact]
    public void A_text_in_a_dialect_without_escapes_ends_at_the_last_quote()
    {
        const string Text = "config S\n\tstring \"s\"\n";
        Assert.Empty(TestTree.Of(Text, KconfigDialect.UBoot).Unmet("CONFIG_S=\"a\"b\"\n"));
        Assert.NotEmpty(TestTree.Of(Text, KconfigDialect.UBoot).Unmet("CONFIG_S=\"a\" # text\n"));
    }

    [Theory]
    [InlineData("string", "\"a b\"", "a b")]
    [InlineData("int", "80", "80")]
    [InlineData("hex", "0x10", "0x10")]
    public void A_text_or_number_that_is_not_offered_has_no_value(string type, string written, string value) =>
        Assert.EndsWith(
            $"CONFIG_V was assigned '{value}' but has no value. Unmet: NET (=n)",
            Assert.Single(
                TestTree.Of($"config NET\n\tbool \"net\"\n\nconfig V\n\t{type} \"v\"\n\tdepends on NET\n")
                    .Unmet($"CONFIG_V={written}\n")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_choice_whose_members_shall_all_be_off_has_one_on(bool old)
    {
        const string Text = "choice\n\tprompt \"colour\"\n\nconfig RED\n\tbool \"red\"\n\n"
            + "config BLUE\n\tbool \"blue\"\n\n"
            + "endchoice\n";
        Assert.EndsWith(
            "CONFIG_RED was assigned 'n' but got 'y'. A choice has one member on, and no other that is offered is asked for",
            Assert.Single(
                TestTree.Of(Text, old ? KconfigDialect.Linux6_1 : KconfigDialect.Linux6_9)
                    .Unmet("# CONFIG_RED is not set\n# CONFIG_BLUE is not set\n")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_texts_of_terms_are_in_quotes_as_in_the_file()
    {
        var tree = TestTree.Of(
            "config LINE\n\tstring \"line\"\n\nconfig FORCE\n\tbool \"force\"\n\tdepends on LINE != \"\"\n\n"
            + "config ACME\n\tbool \"acme\"\n\tdepends on LINE = \"acme\"\n");

        Assert.EndsWith(
            "Unmet: LINE!=\"\" (=n): LINE needs a text", Assert.Single(tree.Unmet("CONFIG_FORCE=y\n")), StringComparison.Ordinal);
        Assert.EndsWith("Unmet: LINE=\"acme\" (=n)", Assert.Single(tree.Unmet("CONFIG_ACME=y\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_a_symbol_has_its_value_is_told_with_places()
    {
        var tree = TestTree.Of(Serial);
        var configuration = tree.Configure("CONFIG_TTY=y\nCONFIG_OF=y\nCONFIG_SERIAL=y\nCONFIG_UART=y\n");

        var text = new ValueExplanation(configuration).Of(tree.Find("CORE")!);

        Assert.Contains("CONFIG_CORE = y", text, StringComparison.Ordinal);
        Assert.Contains("selected by UART [=y] && SERIAL [=y]", text, StringComparison.Ordinal);
        Assert.Contains("defined at Kconfig:14", text, StringComparison.Ordinal);
    }
}
