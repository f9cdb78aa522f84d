using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Gives symbols values.</summary>
internal sealed partial class MenuEditor
{
    private void Toggle(MenuNode node)
    {
        var value = _configuration.TristateOf(node.Symbol!);
        // The order of the kernel's: n, m, y, and around.
        for (var i = 1; i <= 3; i++)
        {
            if (_configuration.Set(node.Symbol!, (Tristate)(((int)value + i) % 3)))
                return;
        }

        Explain(node);
    }

    private void Set(MenuNode node, Tristate value)
    {
        if (!_configuration.Set(node.Symbol!, value) && _configuration.TristateOf(node.Symbol!) != value && !node.Symbol!.IsChoice)
            Explain(node);
    }

    private void AskValue(MenuNode node)
    {
        var symbol = node.Symbol!;
        if (!_configuration.IsChangeable(symbol))
        {
            Explain(node);
            return;
        }

        var hint = symbol.Type switch
        {
            SymbolType.Int => "A decimal number.",
            SymbolType.Hex => "A hexadecimal number.",
            _ => "A text.",
        };
        var value = _configuration.ValueOf(symbol);
        while (_dialogs.Ask(node.Prompt!.Text!, hint, value) is { } given)
        {
            if (_configuration.Set(symbol, given))
                return;
            value = given;
            _dialogs.Read($"'{given}' cannot be the value of {symbol}", new ValueExplanation(_configuration).Of(symbol));
        }
    }

    private void Choose(MenuNode choice)
    {
        var members = MenuRows.Children(choice).Where(_configuration.IsVisible).ToList();
        var view = new ListView(_screen)
        {
            Path = PathTo(choice),
            Hints = ("Arrows move, Enter or Space chooses, ? helps, Esc goes back without.", ""),
            Lines =
            [
                .. members.Select(
                    member => member.Symbol is null ? $"    *** {member.Prompt!.Text} ***" : $"({Mark(member)}) {member.Prompt!.Text}"),
            ],
            Index = members.FindIndex(member => IsOn(member)),
            Buttons = ["Select"],
        };
        while (true)
        {
            var key = view.ReadKey();
            var member = members[view.Index];
            _isLeaving = Keys.IsQuit(key);
            if (_isLeaving || key.Key == ConsoleKey.Escape)
                return;
            if (key.KeyChar is '?' or 'h')
                Explain(member);
            else if (key.Key is ConsoleKey.Enter or ConsoleKey.Spacebar && member.Symbol is { } symbol)
            {
                _configuration.Set(symbol, Tristate.Yes);
                return;
            }
        }

        bool IsOn(MenuNode member) => member.Symbol is { } symbol && symbol == _configuration.SelectionOf(choice);
        char Mark(MenuNode member) => IsOn(member) ? 'X' : ' ';
    }

    private void Explain(MenuNode? node)
    {
        if (node?.Symbol is not { Name: not null } symbol)
        {
            _dialogs.Read(node?.Prompt?.Text ?? "Help", node?.Help ?? MenuHelp.Text);
            return;
        }

        var help = symbol.Nodes.Select(other => other.Help).FirstOrDefault(text => text is not null)
            ?? "There is no help available for this option.";
        _dialogs.Read(node.Prompt?.Text ?? symbol.Name, $"{help.TrimEnd()}\n\n{new ValueExplanation(_configuration).Of(symbol)}");
    }
}
