using System.Globalization;
using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Finds symbols, and goes to them.</summary>
internal sealed partial class MenuEditor
{
    private void Search()
    {
        if (_dialogs.Ask(
            "Search Configuration Parameter", "A regular expression for names, with or without CONFIG_, and for prompts.",
            "") is not { Length: > 0 } pattern)
            return;
        IReadOnlyList<Symbol> found;
        try
        {
            found = new SymbolSearch(pattern, inPrompts: true).Find(Tree);
        }
        catch (CliException e)
        {
            _dialogs.Read("Search", e.Message);
            return;
        }

        if (found.Count == 0)
        {
            _dialogs.Read($"Search: {pattern}", "No symbol matches.");
            return;
        }

        var view = new ListView(_screen)
        {
            Path = string.Create(CultureInfo.InvariantCulture, $"Search: {pattern} ({found.Count} found)"),
            Hints = ("Enter goes to the symbol's menu, or says why it is not offered.", "? explains a symbol, Esc goes back."),
            Buttons = ["Go"],
        };
        while (!_isLeaving)
        {
            view.Lines =
            [
                .. found.Select(symbol => $"{symbol} [={_configuration.ValueOf(symbol)}]  {Place(symbol)}"),
            ];
            var key = view.ReadKey();
            var symbol = found[view.Index];
            if (key.Key == ConsoleKey.Escape)
                return;
            if (Keys.IsQuit(key))
                _isLeaving = true;
            else if (key.Key == ConsoleKey.Enter && symbol.Nodes.FirstOrDefault(_configuration.IsVisible) is { } node)
                GoTo(node);
            else if (key.Key == ConsoleKey.Enter || key.KeyChar is '?' or 'h')
                Explain(symbol.Nodes[0]);
        }
    }

    /// <summary>The prompt of a symbol, and the menus that it is in; of one without a prompt nothing.</summary>
    private static string Place(Symbol symbol)
    {
        if (symbol.Nodes.FirstOrDefault(node => node.Prompt is not null) is not { Prompt.Text: { } text } node)
            return "";
        var menu = node.Parent!;
        while (menu.Parent is not null && menu.Prompt?.Kind != PropertyKind.Menu)
            menu = menu.Parent;
        return menu.Parent is null ? text : $"{text}  ({PathTo(menu)["> ".Length..]})";
    }

    /// <summary>Opens the menu that a node is shown in.</summary>
    private void GoTo(MenuNode node)
    {
        var (shown, page) = (node, node.Parent!);
        while (page.Parent is not null && page.Prompt?.Kind != PropertyKind.Menu)
        {
            // Members are not shown, but their choice is.
            shown = page.Symbol is { IsChoice: true } ? page : shown;
            page = page.Parent;
        }

        Edit(page, shown);
    }
}
