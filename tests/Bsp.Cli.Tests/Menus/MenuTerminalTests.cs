namespace Bsp.Cli.Tests.Menus;

/// <summary>What the menus do to a terminal, and that it is as before when they are gone.</summary>
public sealed class MenuTerminalTests
{
    private const string Before = "alternate=0 cursor=1 mouse=0 sgr=0";
    private const string Within = "alternate=1 cursor=0 mouse=1 sgr=1";

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("INT")]
    [InlineData("QUIT")]
    public void A_signal_that_ends_it_leaves_the_terminal_as_it_was(string signal)
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        // The control: the modes are on, and keys are not shown.
        Assert.Equal(Within, terminal.Modes);
        Assert.Contains("-icanon", terminal.Settings, StringComparison.Ordinal);
        terminal.Signal(signal);
        AssertRestored(terminal);
    }

    [Theory]
    [InlineData("Escape", "n")]
    [InlineData("C-c", "n")]
    [InlineData("F9", "n")]
    public void Leaving_it_leaves_the_terminal_as_it_was(string leave, string answer)
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("Save the configuration to", leave);
        terminal.Type("Your configuration changes were NOT saved.", answer);
        AssertRestored(terminal);
        // Nothing of the menus is left, nor of the line that says what is read.
        Assert.DoesNotContain("Networking", terminal.Screen, StringComparison.Ordinal);
        Assert.DoesNotContain("Reading", terminal.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void A_click_selects_and_changes_the_right_button_explains_and_the_wheel_scrolls()
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Click("[*] Networking", 0, "[ ] Networking", 1);
        terminal.Click("[ ] Networking", 0, "[*] Networking", 6);
        terminal.Click("A decimal number from 1 to 9.", 0, "(3) Level");
        terminal.Click("(3) Level", 0, "<Cancel>", 2);
        terminal.Click("range 1 to 9", 2, "(3) Level");
        terminal.Click("(3) Level", 0, "<Back>", 1);
        // A menu opens; its mark changes it, its text opens it.
        terminal.Click("[ ] Extra", 0, "Extras  --->");
        terminal.Click("[*] Extra", 0, "[ ] Extra");
        terminal.Type("Extras  --->", "Escape");
        terminal.Resize(60, 11);
        terminal.Type("v more", "Home");
        terminal.Click("v more", 65, "v more");
        terminal.Click("^ more", 65, "v more");
    }

    [Fact]
    public void The_mouse_is_left_to_the_terminal_when_that_is_asked_for()
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree, "--no-mouse");
        terminal.WaitFor("[ ] Networking");
        Assert.Equal("alternate=1 cursor=0 mouse=0 sgr=0", terminal.Modes);
    }

    [Fact]
    public void Two_fast_Escapes_are_one_as_in_the_kernels_menuconfig()
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("Extras  --->");
        terminal.Type("[ ] Extra", "End", "Enter");
        terminal.Type("Extras  --->", "Escape", "Escape");
        Thread.Sleep(300);
        Assert.Contains("Extras  --->", terminal.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_terminal_it_says_so()
    {
        using var tree = new SampleTree();
        var result = tree.Kconf("menuconfig");
        Assert.Equal(2, result.Status);
        Assert.Contains("menuconfig needs a terminal", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
    }

    private static void AssertRestored(TmuxTerminal terminal)
    {
        for (var i = 0; i < 200 && terminal.Modes != Before; i++)
            Thread.Sleep(20);
        Assert.Equal(Before, terminal.Modes);
        Assert.Equal("keypad=0 arrows=0", terminal.KeypadModes);
        var settings = terminal.Settings;
        foreach (var setting in new[] { " icanon", " echo", " isig", " opost", " icrnl" })
            Assert.Contains(setting, settings.Replace('\n', ' '), StringComparison.Ordinal);
    }
}
