using System.Globalization;
using Bsp.Cli.Terminals;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Gives symbols values.</summary>
internal sealed partial class MenuEditor
{
    private void Toggle(MenuNode node)
    {
        var value = Values.TristateOf(node.Symbol!);
        // The order of the kernel's: n, m, y, and around.
        for (var i = 1; i <= 3; i++)
        {
            if (Changed(() => _session.Set(node.Symbol!, (Tristate)(((int)value + i) % 3))))
                return;
        }

        _why.Show(node, value == Tristate.Yes ? Tristate.No : Tristate.Yes);
    }

    private void Set(MenuNode node, Tristate value)
    {
        var symbol = node.Symbol!;
        if (Changed(() => _session.Set(symbol, value)) || symbol.IsChoice)
            return;
        if (Values.TristateOf(symbol) != value)
            _why.Show(node, value);
        else if (!Values.IsChangeable(symbol))
            _screen.Notice = $"{symbol} is {value.Text()}, and cannot be changed here; ? says why";
    }

    private void AskValue(MenuNode node)
    {
        var symbol = node.Symbol!;
        if (!Values.IsChangeable(symbol))
        {
            _why.Show(node);
            return;
        }

        var hint = symbol.Type switch
        {
            SymbolType.Int => "A decimal number",
            SymbolType.Hex => "A hexadecimal number",
            _ => "A text",
        };
        if (Values.ActiveRange(symbol) is { } range)
            hint += $" from {Values.ValueOf(range.Low)} to {Values.ValueOf(range.High)}";
        var value = Values.ValueOf(symbol);
        while (_dialogs.Ask(node.Prompt!.Text!, hint + ".", value) is { } given)
        {
            if (Changed(() => _session.Set(symbol, given)))
                return;
            value = given;
            _dialogs.Read($"'{given}' cannot be the value of {symbol}", new ValueExplanation(Values).Of(symbol));
        }
    }

    private void Choose(MenuNode choice)
    {
        var members = MenuRows.Children(choice).Where(member => _showAll ? member.Prompt is not null : Values.IsVisible(member)).ToList();
        var view = new ListView(_screen)
        {
            Path = MenuPath.To(choice),
            Hints = ("Arrows move, Enter or Space chooses, ? helps, Esc goes back without.", ""),
            Index = members.FindIndex(IsOn),
            Buttons = ["Select"],
        };
        while (true)
        {
            view.Items =
            [
                .. members.Select(
                    member => new ListItem(
                        member.Symbol is null ? $"    *** {member.Prompt!.Text} ***" : $"({Mark(member)}) {member.Prompt!.Text}")),
            ];
            var input = view.Read();
            var member = members[view.Index];
            _isLeaving = input.IsQuit;
            if (_isLeaving || input.Key is ConsoleKey.Escape or ConsoleKey.F5)
                return;
            if (input.Text is "?" or "h" || input.Key == ConsoleKey.F2)
                _why.Show(member);
            else if (Chooses(input) && member.Symbol is { } symbol)
            {
                if (Changed(() => _session.Set(symbol, Tristate.Yes)) || !_why.Show(member, Tristate.Yes))
                    return;
            }
        }

        bool IsOn(MenuNode member) => member.Symbol is { } symbol && symbol == Values.SelectionOf(choice);
        char Mark(MenuNode member) => IsOn(member) ? 'X' : ' ';
        static bool Chooses(Input input) => input.Key == ConsoleKey.Enter || input.Text is " " or "y" || input.Kind == InputKind.Click;
    }

    /// <summary>Makes a change, and says how much else follows from it.</summary>
    /// <returns>False when it cannot be; nothing has changed then.</returns>
    private bool Changed(Func<bool> change)
    {
        var before = _session.Values;
        if (!change())
            return false;
        var symbols = _session.LastStep?.Symbols ?? [];
        var follow = before.ChangesTo(_session.Values).Count(one => !symbols.Contains(one.Symbol));
        if (follow > 0)
        {
            _screen.Notice = string.Create(
                CultureInfo.InvariantCulture,
                $"{follow} other {(follow == 1 ? "value" : "values")} changed with it; C shows them, U takes it back");
        }

        return true;
    }
}
