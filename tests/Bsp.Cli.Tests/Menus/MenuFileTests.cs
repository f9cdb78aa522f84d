namespace Bsp.Cli.Tests.Menus;

/// <summary>What has changed, and what becomes of files.</summary>
public sealed class MenuFileTests
{
    [Fact]
    public void What_reading_has_changed_is_told_from_what_the_user_has()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_MODULES=y\nCONFIG_NET=y\nCONFIG_LEVEL=3\nCONFIG_NAME=\"box\"\nCONFIG_SMALL=y\nCONFIG_GONE=y\n");
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[*] Networking");
        terminal.Type("< >   Wireless", "Down");
        terminal.Type("<M>   Wireless", "Down", "m");
        var changes = terminal.Type("What '.config' does not have yet: 1 by you, 1 since it was read", "C");
        Assert.Contains("* WIFI  n -> m       Wireless", changes, StringComparison.Ordinal);
        Assert.Contains("r GONE  y -> (none)  (there is no such symbol any more)", changes, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_change_is_taken_back_and_done_again_loading_included()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\n");
        tree.Write("other", "CONFIG_EXTRA=y\n");
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[*] Networking");
        terminal.Type("[ ] Networking", "Down", "n");
        terminal.Type("(5) Level", "Down", "Enter", "C-u", "5", "Enter");
        terminal.Type("Load a configuration from", "L");
        terminal.Type("other - Sample Configuration", "C-u", "o", "t", "h", "e", "r", "Enter");
        terminal.WaitFor("(3) Level");
        terminal.Type("Taken back: loading 'other'", "U");
        terminal.WaitFor(".config (changed) - Sample Configuration");
        terminal.WaitFor("(5) Level");
        terminal.Type("Taken back: LEVEL 3 -> 5", "U");
        terminal.WaitFor("(3) Level");
        terminal.Type("Taken back: NET y -> n", "U");
        terminal.WaitFor("[*] Networking");
        terminal.Type("There is nothing to take back", "U");
        terminal.Type("Done again: NET y -> n", "R");
        terminal.Type("Done again: LEVEL 3 -> 5", "R");
        terminal.Type("Done again: loading 'other'", "R");
        terminal.WaitFor("(3) Level");
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_reported_and_nothing_is_lost()
    {
        using var tree = new SampleTree();
        using (var terminal = TmuxTerminal.Menus(tree))
        {
            terminal.WaitFor("[ ] Networking");
            terminal.Type("[*] Networking", "Down", "y");
            terminal.Type("Save the configuration to '.config'?", "C-c");
            terminal.Type("> .config_", "a");
            var said = terminal.Type(
                "The configuration was NOT saved", "C-u", "/", "p", "r", "o", "c", "/", "x", "/", "y", "Enter");
            Assert.Contains("'/proc/x/y' cannot be written: No such file or directory", said, StringComparison.Ordinal);
            terminal.Type("Save the configuration to '.config'?", "Enter");
            terminal.Type("configuration written to .config", "y");
        }

        Assert.Contains("CONFIG_NET=y\n", tree.Read(".config"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_is_not_there_yet_begins_with_the_defaults()
    {
        using var tree = new SampleTree();
        using (var terminal = TmuxTerminal.Menus(tree, "--config", "new/.config"))
        {
            terminal.WaitFor("There is no 'new/.config' yet: these are the defaults");
            terminal.Type("There is no 'new/.config' yet; no value differs from the defaults", "Escape");
            terminal.Type("configuration written to new/.config", "y");
        }

        Assert.Equal(Sample.Defaults, tree.Read("new/.config"));
    }

    [Fact]
    public void Warnings_of_the_file_are_still_there_when_the_menus_are_gone()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\nCONFIG_LEVEL=x\n");
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("1 warning: it is on the screen that comes back when you leave");
        terminal.Type("Save the configuration to", "C-c");
        terminal.Type("symbol value 'x' invalid for LEVEL", "n");
    }

    [Fact]
    public void Menus_are_those_of_the_remembered_tree_with_its_help_texts()
    {
        using var tree = new SampleTree();
        for (var time = 0; time < 2; time++)
        {
            using var terminal = TmuxTerminal.Menus(tree);
            terminal.WaitFor("[ ] Networking");
            terminal.Type("Networks without wires.", "z", "Down", "Down", "?");
        }
    }
}
