namespace Bsp.Cli.Tests.Menus;

/// <summary>What cannot be set: why, what would set it, what that costs, and that it does.</summary>
public sealed class MenuFixTests
{
    private const string Kconfig = """
        mainmenu "Fixes"

        config NET
        	bool "Networking"

        config OLD
        	bool "The old way"
        	default y

        config NEW_WAY
        	bool "The new way"
        	depends on NET && !OLD

        config USER
        	bool "What needs the old way"
        	depends on OLD
        	default y

        config NEVER
        	bool "Never"
        	depends on $(shell,echo n)

        config PORT
        	int "Port"
        	depends on NET

        config FORCING
        	bool "Forcing"
        	default y
        	select FORCED

        config FORCED
        	bool "Forced"

        """;

    [Fact]
    public void A_fix_says_what_it_costs_is_applied_with_one_key_and_taken_back_with_another()
    {
        using var tree = new SampleTree(Kconfig);
        using (var terminal = TmuxTerminal.Menus(tree))
        {
            terminal.WaitFor("[*] The old way");
            terminal.Type("- -   The new way", "z");
            var why = terminal.Type("<Fix: make it y>", "Down", "Down", "y");
            Assert.Contains("not met: NET (=n)", why, StringComparison.Ordinal);
            Assert.Contains("not met: !OLD (=n)", why, StringComparison.Ordinal);
            var fix = terminal.Type("<Apply>", "f");
            Assert.Contains("It holds with CONFIG_NET=y, CONFIG_OLD=n.", fix, StringComparison.Ordinal);
            Assert.Contains(
                """
                 It costs, turned off or down:
                   USER  y -> n  What needs the old way
                """,
                fix, StringComparison.Ordinal);
            terminal.Type("CONFIG_NEW_WAY=y holds now", "Enter");
            terminal.WaitFor("[*]   The new way");
            terminal.Type("Taken back: the fix for NEW_WAY=y", "U");
            terminal.WaitFor("[*] The old way");
            terminal.Type("Done again: the fix for NEW_WAY=y", "R");
            var changes = terminal.Type("What '.config' does not have yet: 3 by you, 2 that follow", "C");
            Assert.Contains("* NEW_WAY  n -> y       The new way", changes, StringComparison.Ordinal);
            Assert.Contains("  USER     y -> n       What needs the old way", changes, StringComparison.Ordinal);
            Assert.Contains("  PORT     (none) -> 0  Port", changes, StringComparison.Ordinal);
            terminal.Type("[*]   The new way", "Escape");
            terminal.Type("Save the configuration to", "C-c");
            terminal.Type("configuration written to .config", "y");
        }

        var saved = tree.Read(".config");
        Assert.Contains("CONFIG_NEW_WAY=y\n", saved, StringComparison.Ordinal);
        Assert.Equal(0, tree.Kconf("olddefconfig").Status);
        Assert.Equal(saved, tree.Read(".config"));
    }

    [Fact]
    public void That_there_is_no_fix_is_said_as_proved()
    {
        using var tree = new SampleTree(Kconfig.Replace("$(shell,echo n)", "n", StringComparison.Ordinal));
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("Search Configuration Parameter", "/");
        terminal.TypeText("NEVER");
        terminal.Type("(1) NEVER", "Enter");
        terminal.Type("<Fix: make it y>", "Enter");
        terminal.Type("There is no fix: no values of other symbols give it. It is proved.", "f");
    }

    [Fact]
    public void What_the_user_has_given_before_is_not_lost_without_a_word()
    {
        using var tree = new SampleTree(Kconfig);
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        // OLD is asked for: first off, then on.
        terminal.Type("[ ] The old way", "Down", "n");
        terminal.Type("[*] The old way", "y");
        terminal.Type("- -   The new way", "z");
        terminal.Type("<Fix: make it y>", "Down", "y");
        var fix = terminal.Type("<Apply>", "f");
        Assert.Matches(@"at the cost of\s+CONFIG_OLD=y,\s+which becomes n", fix);
    }

    [Fact]
    public void What_is_selected_is_turned_off_with_what_selects_it()
    {
        using var tree = new SampleTree(Kconfig);
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("-*- Forced");
        terminal.Type("selected by FORCING [=y]", "End", "n");
        terminal.Type("It holds with CONFIG_FORCING=n.", "f");
        terminal.Type("[ ] Forced", "Enter");
    }

    [Fact]
    public void A_number_that_is_not_offered_is_given_with_what_it_needs()
    {
        using var tree = new SampleTree(Kconfig);
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("Search Configuration Parameter", "/");
        terminal.TypeText("PORT");
        terminal.Type("(1) PORT", "Enter");
        terminal.Type("<Fix: give it a value>", "Enter");
        terminal.Type("The value of CONFIG_PORT", "f");
        terminal.Type("It holds with CONFIG_NET=y.", "8", "0", "Enter");
        terminal.Type("(1) PORT [=80]", "Enter");
    }
}
