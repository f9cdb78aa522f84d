using Bsp.Cli.Menus;
using Bsp.Testing;

namespace Bsp.Cli.Tests.Menus;

/// <summary>What the menus say of themselves.</summary>
public sealed class MenuHelpTests
{
    [Fact]
    public void The_page_of_the_command_has_the_help_that_the_menus_show() => Assert.Contains(
        $"```\n{MenuHelp.Text.Trim()}\n```\n", File.ReadAllText(Repository.At("docs", "menuconfig.md")), StringComparison.Ordinal);

    [Fact]
    public void The_help_fits_into_80_columns() =>
        Assert.DoesNotContain(MenuHelp.Text.Split('\n'), line => line.Length > 76);

    [Fact]
    public void Question_mark_and_F1_show_help()
    {
        using var tree = new SampleTree();
        using var terminal = TmuxTerminal.Menus(tree);
        terminal.WaitFor("[ ] Networking");
        terminal.Type("choose a button", "F1");
        terminal.Type("[ ] Networking", "Escape");
        terminal.Type("Networks without wires.", "z", "Down", "Down", "F2");
    }
}
