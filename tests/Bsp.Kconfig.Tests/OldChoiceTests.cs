namespace Bsp.Kconfig.Tests;

/// <summary>Choices up to Linux 6.8: symbols of their own, which may be tristate and optional.</summary>
public sealed class OldChoiceTests
{
    private const string OfBool =
        """
        mainmenu "Test"

        choice
        	prompt "which"
        	default SECOND

        config FIRST
        	bool "first"

        config SECOND
        	bool "second"

        config THIRD
        	bool "third"

        endchoice

        """;

    private const string OfTristate =
        TestTree.Modules +
        """
        choice
        	tristate "which"

        config DRIVER_A
        	tristate "a"

        config DRIVER_B
        	tristate "b"

        config BUILT_IN
        	bool "built in"

        endchoice

        """;

    private static KconfigTree Of(string text) => TestTree.Of(text, KconfigDialect.Linux6_1);

    private static string Values(Configuration configuration, params string[] names) =>
        string.Concat(names.Select(name => configuration.ValueOf(configuration.Tree.Find(name)!)));

    [Fact]
    public void The_default_of_a_choice_is_on_where_nothing_is_asked_for() =>
        Assert.Equal("nyn", Values(Of(OfBool).Configure(""), "FIRST", "SECOND", "THIRD"));

    [Fact]
    public void The_last_member_that_is_turned_on_wins_and_conf_says_so()
    {
        var messages = new List<KconfigMessage>();

        var configuration = new Conf(Of(OfBool), messages).Defconfig("CONFIG_FIRST=y\nCONFIG_THIRD=y\n");

        Assert.Equal("nny", Values(configuration, "FIRST", "SECOND", "THIRD"));
        Assert.Equal(["defconfig:2: warning: override: THIRD changes choice state"], messages.Select(message => message.ToString()));
    }

    [Fact]
    public void A_choice_cannot_be_turned_off_unless_it_is_optional()
    {
        const string Off = "# CONFIG_FIRST is not set\n# CONFIG_SECOND is not set\n# CONFIG_THIRD is not set\n";
        var optional = Of(
            OfBool.Replace("\tprompt \"which\"\n\tdefault SECOND\n", "\tprompt \"which\"\n\toptional\n", StringComparison.Ordinal));

        Assert.Equal("nyn", Values(Of(OfBool).Configure(Off), "FIRST", "SECOND", "THIRD"));
        Assert.Equal("nnn", Values(optional.Configure(Off), "FIRST", "SECOND", "THIRD"));
    }

    [Fact]
    public void Members_of_a_tristate_choice_can_be_modules_side_by_side() =>
        Assert.Equal(
            "mmn",
            Values(
                Of(OfTristate).Configure("CONFIG_MODULES=y\nCONFIG_DRIVER_A=m\nCONFIG_DRIVER_B=m\n"), "DRIVER_A", "DRIVER_B", "BUILT_IN"));

    [Fact]
    public void A_bool_member_is_offered_only_where_one_member_is_on()
    {
        var built = Of(OfTristate).Configure("CONFIG_MODULES=y\nCONFIG_BUILT_IN=y\n");
        var modules = Of(OfTristate).Configure("CONFIG_MODULES=y\nCONFIG_DRIVER_A=m\n");

        Assert.Equal("nny", Values(built, "DRIVER_A", "DRIVER_B", "BUILT_IN"));
        Assert.Equal(Tristate.No, modules.VisibilityOf(modules.Tree.Find("BUILT_IN")!));
    }

    [Fact]
    public void Without_modules_a_tristate_choice_has_one_member_that_is_on() =>
        Assert.Equal("yn", Values(Of(OfTristate).Configure("CONFIG_DRIVER_A=y\n"), "DRIVER_A", "DRIVER_B"));

    [Fact]
    public void A_named_choice_can_be_continued_elsewhere()
    {
        const string Named =
            "choice WHICH\n\tprompt \"which\"\n\nconfig FIRST\n\tbool \"first\"\n\nendchoice\n\nchoice WHICH\n\nconfig SECOND\n"
            + "\tbool \"second\"\n\nendchoice\n";
        var result = TestTree.Parse(Named, KconfigDialect.Linux6_1);

        Assert.Equal("ny", Values(result.Tree!.Configure("CONFIG_SECOND=y\n"), "FIRST", "SECOND"));
    }

    [Fact]
    public void A_minimal_configuration_leaves_the_default_of_a_choice_out()
    {
        Assert.Equal("", DefconfigWriter.Write(Of(OfBool).Configure("CONFIG_SECOND=y\n")));
        Assert.Equal("CONFIG_THIRD=y\n", DefconfigWriter.Write(Of(OfBool).Configure("CONFIG_THIRD=y\n")));
    }

    [Fact]
    public void A_value_that_is_assigned_moves_the_choice()
    {
        var configuration = Of(OfBool).Configure("CONFIG_FIRST=y\n");

        Assert.True(configuration.Assign(configuration.Tree.Find("THIRD")!, "y"));
        Assert.Equal("nny", Values(configuration, "FIRST", "SECOND", "THIRD"));
        Assert.True(configuration.Assign(configuration.Tree.Find("THIRD")!, "n"));
        Assert.Equal("nyn", Values(configuration, "FIRST", "SECOND", "THIRD"));
    }

    [Fact]
    public void A_number_without_a_default_is_empty_and_one_out_of_range_does_not_count()
    {
        var tree = Of("config N\n\tint \"n\"\n\nconfig R\n\tint \"r\"\n\trange 1 10\n\tdefault 4\n");

        Assert.EndsWith("CONFIG_N=\nCONFIG_R=4\n", DotConfigWriter.Write(tree.Configure("CONFIG_R=50\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void All_yes_and_all_modules_reach_into_choices()
    {
        var tree = Of(OfTristate);

        Assert.Equal("yyn", Values(new Conf(tree, []).All(NewValues.Yes), "MODULES", "DRIVER_A", "DRIVER_B"));
        Assert.Equal("mm", Values(new Conf(tree, []).All(NewValues.Module, "CONFIG_MODULES=y\n"), "DRIVER_A", "DRIVER_B"));
    }

    [Fact]
    public void Snapshots_keep_old_choices()
    {
        var again = SnapshotReader.Read(SnapshotWriter.Write(Of(OfTristate)));

        Assert.Equal("mm", Values(again.Configure("CONFIG_MODULES=y\nCONFIG_DRIVER_A=m\nCONFIG_DRIVER_B=m\n"), "DRIVER_A", "DRIVER_B"));
        Assert.Equal("nny", Values(again.Configure("CONFIG_MODULES=y\nCONFIG_BUILT_IN=y\n"), "DRIVER_A", "DRIVER_B", "BUILT_IN"));
    }
}
