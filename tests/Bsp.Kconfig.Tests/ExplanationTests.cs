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

    [Fact]
    public void A_hexadecimal_number_may_be_spelt_otherwise()
    {
        var tree = TestTree.Of("config H\n\thex \"h\"\n");

        Assert.Empty(tree.Unmet("CONFIG_H=0x0010\n"));
        Assert.NotEmpty(tree.Unmet("CONFIG_H=ten\n"));
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
