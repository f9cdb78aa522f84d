namespace Bsp.Cli.Tests.Menus;

/// <summary>menuconfig in a real terminal.</summary>
public sealed class MenuConfigTests
{
    [Fact]
    public void A_symbol_is_searched_changed_and_saved_and_the_file_is_what_olddefconfig_makes_of_it()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\n");
        using (var terminal = Start(tree))
        {
            terminal.WaitFor("Sample Configuration");
            terminal.Type("Search Configuration Parameter", "/");
            terminal.TypeText("wifi");
            terminal.Type("(2) WIFI_DEBUG [=n]  Debug messages of wireless networks", "Enter");
            terminal.Type("< >   Wireless", "1");
            terminal.Type("<M>   Wireless", "m");
            // What depends on it is offered at once.
            Assert.Contains("[ ]     Debug messages", terminal.Screen, StringComparison.Ordinal);
            terminal.Type("Search: wifi", "Escape");
            terminal.Type("<M>   Wireless", "Escape");
            Assert.Matches("\\* WIFI +n -> m +Wireless", terminal.Type("Save the configuration to '.config'?", "Escape"));
            terminal.Type("configuration written to .config", "Enter");
        }

        var saved = tree.Read(".config");
        Assert.Contains("CONFIG_WIFI=m\n", saved, StringComparison.Ordinal);
        Assert.Equal(0, tree.Kconf("olddefconfig").Status);
        Assert.Equal(saved, tree.Read(".config"));
    }

    [Fact]
    public void Values_of_all_kinds_are_changed_with_the_keys_that_menuconfig_has()
    {
        using var tree = new SampleTree();
        using (var terminal = Start(tree))
        {
            terminal.WaitFor("[*] Modules");
            terminal.Type("[*] Networking", "Down", "Space");
            // By its first letter: 'Level'.
            terminal.Type("(3) Level", "l");
            terminal.Type("A decimal number from 1 to 9.", "Enter");
            terminal.Type("> 12_", "BSpace", "1", "2");
            // Out of its range.
            terminal.Type("range 1 to 9", "Enter");
            terminal.Type("> 12_", "Escape");
            terminal.Type("> 7_", "C-u", "7");
            terminal.Type("(7) Level", "Enter");
            terminal.Type("A text.", "Down", "Enter");
            terminal.Type("> a\"b\\_", "C-u", "a", "\"", "b", "\\");
            terminal.Type("(a\"b\\) Name", "Enter");
            terminal.Type("Size (Small)  --->", "End", "Up");
            terminal.Type("(X) Small", "Enter");
            terminal.Type("Size (Big)  --->", "Down", "Space");
            terminal.Type("[ ] Extra", "Down", "Enter");
            terminal.Type("[*] Extra", "y");
            terminal.Type("Save the configuration to", "Right", "Right", "Right", "Enter");
            terminal.Type("> other.config_", "C-u", "o", "t", "h", "e", "r", ".", "c", "o", "n", "f", "i", "g");
            terminal.Type("configuration written to other.config", "Enter");
            terminal.Type("'other.config' has this configuration.", "C-c");
        }

        var saved = tree.Read("other.config");
        Assert.Contains("CONFIG_NET=y\n", saved, StringComparison.Ordinal);
        Assert.Contains("CONFIG_LEVEL=7\n", saved, StringComparison.Ordinal);
        Assert.Contains("CONFIG_NAME=\"a\\\"b\\\\\"\n", saved, StringComparison.Ordinal);
        Assert.Contains("# CONFIG_SMALL is not set\nCONFIG_BIG=y\n", saved, StringComparison.Ordinal);
        Assert.Contains("CONFIG_EXTRA=y\n", saved, StringComparison.Ordinal);
        Assert.False(tree.Has(".config"));
    }

    [Fact]
    public void What_cannot_be_changed_says_why()
    {
        using var tree = new SampleTree();
        tree.Write(".config", "CONFIG_NET=y\nCONFIG_FORCING=y\n");
        using var terminal = Start(tree);
        terminal.WaitFor("-*- Needy");
        // 'n' would unset it, but something selects it.
        terminal.Type("selected by FORCING [=y]", "End", "Up", "Up", "n");
        // A key right after Escape would be one with Alt.
        terminal.Type("-*- Needy", "Escape");
        terminal.Type("Networks without wires.", "Home", "Down", "Down", "?");
        terminal.Type("-*- Needy", "Escape");
        terminal.Type("No symbol matches.", "/", "x", "y", "z", "Enter");
        terminal.Type("-*- Needy", "Escape");
        terminal.Type("'(' is not a regular expression", "/", "(", "Enter");
        terminal.Type("-*- Needy", "Escape");
        terminal.Type("Your configuration changes were NOT saved.", "C-c", "n");
    }

    [Fact]
    public void Another_configuration_is_loaded_and_a_missing_one_is_reported()
    {
        using var tree = new SampleTree();
        tree.Write("other", "CONFIG_NET=y\nCONFIG_LEVEL=x\n");
        using var terminal = Start(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("Load a configuration from", "L");
        terminal.Type("there is no 'missing'", "C-u", "m", "i", "s", "s", "i", "n", "g", "Enter");
        terminal.Type("[ ] Networking", "Escape");
        terminal.Type("Load a configuration from", "L");
        terminal.Type("> _", "C-u");
        // It is there, and can be opened, but not be read.
        terminal.TypeText("/proc/self/mem");
        terminal.Type("'/proc/self/mem' cannot be read: Input/output error", "Enter");
        terminal.Type("[ ] Networking", "Escape");
        terminal.Type("Load a configuration from", "L");
        terminal.Type("symbol value 'x' invalid for LEVEL", "C-u", "o", "t", "h", "e", "r", "Enter");
        terminal.Type("[*] Networking", "Escape");
        Assert.Contains("other - Sample Configuration", terminal.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void The_screen_follows_the_size_of_the_terminal()
    {
        using var tree = new SampleTree();
        using var terminal = Start(tree);
        terminal.WaitFor("Extras  --->");
        // No key means anything where nothing can be read.
        terminal.Resize(30, 5);
        terminal.WaitFor("the terminal has 30 x 5");
        terminal.Type("the terminal has 30 x 5", "y", "Escape", "Space");
        terminal.Resize(60, 11);
        terminal.WaitFor("v more");
        Assert.DoesNotContain("Extras  --->", terminal.Screen, StringComparison.Ordinal);
        terminal.Type("Extras  --->", "End");
    }

    [Fact]
    public void Texts_of_files_command_no_terminal()
    {
        using var tree = new SampleTree("config A\n\tbool \"red \u001b[31m alarm \u0007\"\n\thelp\n\t  title \u001b]0;owned\u0007 text\n");
        using var terminal = Start(tree);
        terminal.WaitFor("[ ] red ?[31m alarm ?");
        terminal.Type("title ?]0;owned? text", "?");
    }

    private static TmuxTerminal Start(SampleTree tree) => TmuxTerminal.Menus(tree);
}
