namespace Bsp.Cli.Tests.Menus;

/// <summary>What a search in the menus finds and shows.</summary>
public sealed class MenuSearchTests
{
    [Fact]
    public void What_is_found_is_shown_with_its_value_its_menus_and_why_it_is_not_offered()
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("Search Configuration Parameter", "/");
        terminal.TypeText("debug wireless");
        var found = terminal.Type("(1 found)", "Enter");
        Assert.Contains(
            """
            (1) WIFI_DEBUG [=n]  Debug messages of wireless networks
                  >
                  not offered: WIFI (=n), which needs NET (=n)
            """,
            found, StringComparison.Ordinal);
        terminal.Type("[ ] Networking", "Escape");
        terminal.Type("> debug wireless_", "/");
        terminal.TypeText("^extra$");
        Assert.Contains("      > Extras\n", terminal.Type("(1) EXTRA [=n]  Extra\n", "Enter"), StringComparison.Ordinal);
        // Its number goes to it.
        terminal.Type("> Extras\n", "1");
        terminal.WaitFor("[ ] Extra (NEW)");
    }

    [Fact]
    public void Help_texts_are_searched_after_names_and_prompts()
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("Search Configuration Parameter", "/");
        terminal.TypeText("wires");
        terminal.Type(">  (found in its help text)", "Enter");
    }

    [Fact]
    public void What_is_not_offered_can_be_gone_to_all_the_same()
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("Search Configuration Parameter", "/");
        terminal.TypeText("WIFI_DEBUG");
        terminal.Type("(1) WIFI_DEBUG", "Enter");
        terminal.Type("it is not offered: its dependencies are not met", "Enter");
        terminal.Type("- -     Debug messages of wireless networks", "g");
    }
}
