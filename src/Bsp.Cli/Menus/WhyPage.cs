using Bsp.Cli.Reports;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Cli.Menus;

/// <summary>Says what an option is and why its value is what it is, and offers to find what gives it another one.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="session">The configuration.</param>
/// <param name="helps">The help texts; null where there are none.</param>
internal sealed class WhyPage(Screen screen, MenuSession session, HelpTexts? helps)
{
    private static readonly Tristate[] Values = [Tristate.Yes, Tristate.Module, Tristate.No];
    private readonly FixPage _fixes = new(screen, session);

    /// <summary>Shows it.</summary>
    /// <param name="node">The option.</param>
    /// <param name="wanted">The value that it should have, and cannot; null where nobody has asked for one.</param>
    /// <param name="canGo">Whether the user may want to see where it is in the menus.</param>
    /// <returns>Whether he does.</returns>
    public bool Show(MenuNode node, Tristate? wanted = null, bool canGo = false)
    {
        while (true)
        {
            var values = node.Symbol is { Name: not null } named ? Missing(named, wanted) : [];
            var isText = node.Symbol is { Name: not null } text && IsHiddenText(text);
            var isBlocked = wanted is not null || isText || !(node.Symbol is null || session.Configuration.IsVisible(node));
            List<Button> buttons =
            [
                new("Back", ""),
                .. values.Select((value, i) => new Button($"Fix: make it {value.Text()}", (i == 0 ? "f" : "") + value.Text())),
                .. isText ? [new Button("Fix: give it a value", "f")] : (Button[])[],
                .. canGo ? [new Button("Go there", "g")] : (Button[])[],
            ];
            var page = new TextPage(
                screen, Title(node), PrintableText.Lines(new WhyText(session.Configuration, helps).Of(node, isBlocked)), buttons)
            {
                More = (values.Count > 0 || isText ? "f finds what would set it. " : "") + (canGo ? "g goes there." : ""),
            };
            var pressed = page.Show();
            if (pressed <= 0)
                return false;
            if (pressed == buttons.Count - 1 && canGo)
                return true;
            if (_fixes.Find(node.Symbol!, isText ? null : values[pressed - 1]))
                return false;
        }
    }

    /// <summary>The values that an option neither has nor can be given, the wanted one first.</summary>
    private List<Tristate> Missing(Symbol symbol, Tristate? wanted)
    {
        var configuration = session.Configuration;
        if (!Configuration.IsTristate(symbol.Type))
            return [];
        return
        [
            .. Values.Where(value => configuration.TristateOf(symbol) != value && !configuration.CanBe(symbol, value))
                .Where(value => value != Tristate.Module || (symbol.Type == SymbolType.Tristate && symbol.Choice is null))
                .OrderByDescending(value => value == wanted),
        ];
    }

    private bool IsHiddenText(Symbol symbol) =>
        !Configuration.IsTristate(symbol.Type) && !symbol.IsChoice && !session.Configuration.IsChangeable(symbol);

    private static string Title(MenuNode node) => node.Symbol is { Name: { } name }
        ? $"{node.Prompt?.Text ?? name} ({name})"
        : node.Prompt?.Text ?? "Help";
}
