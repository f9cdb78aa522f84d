using Bsp.Cli.Terminals;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>What differs from the file, with what may be done about it.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="session">The configuration.</param>
/// <param name="buttons">What may be done.</param>
internal sealed class ChangesPage(Screen screen, MenuSession session, params IReadOnlyList<Button> buttons)
{
    /// <summary>What is asked; empty for nothing.</summary>
    public string Question { get; init; } = "";

    /// <summary>What the keys do.</summary>
    public required string Hint { get; init; }

    /// <summary>Explains an option.</summary>
    public required Action<MenuNode> Explain { get; init; }

    /// <summary>Shows it until a button is pressed.</summary>
    /// <returns>The button; -1 when the user went back.</returns>
    public int Show()
    {
        var view = new ListView(screen)
        {
            Path = Question.Length > 0 ? Question : "Changes",
            Hints = (
                Hint,
                "* by you, the others follow from it; r: since the file was read. ? explains."),
            Buttons = [.. buttons.Select(button => button.Label)],
        };
        while (true)
        {
            var changes = session.Changes;
            view.Heading = [ChangeLines.Summary(session, changes), ""];
            var lines = ChangeLines.Of([.. changes.Select(change => (change.Symbol, change.Value))], screen.Width - 4);
            view.Items = [.. changes.Zip(lines, (change, line) => new ListItem($" {ChangeLines.Mark(change.Reason)} {line}"))];
            var input = view.Read();
            if (input.Key is ConsoleKey.Escape or ConsoleKey.F5 || input.IsQuit)
                return -1;
            if (input.Key == ConsoleKey.Enter)
                return view.Button;
            if (input.Text == "?" && changes.Count > 0 && changes[view.Index].Symbol is { } symbol)
                Explain(symbol.Nodes.FirstOrDefault(node => node.Prompt is not null) ?? symbol.Nodes[0]);
            else if (buttons.ToList().FindIndex(button => button.Keys.Any(input.IsLetter)) is >= 0 and var pressed)
                return pressed;
        }
    }
}
