using Bsp.Cli.Terminals;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Cli.Menus;

/// <summary>Traverses the menus of a configuration and changes it, with the keys of the kernel's menuconfig.</summary>
internal sealed partial class MenuEditor
{
    private static readonly (string First, string Second) MenuHints =
        ("Arrows move, Enter opens, Space changes, y/m/n set, Esc goes back. / search",
            "? why and help, C changes, U undo, R redo, z shows all. [*] in, <M> module");

    private static readonly string[] MenuButtons = ["Select", "Exit", "Help", "Save", "Load", "Changes", "Undo"];
    private readonly Screen _screen;
    private readonly Dialogs _dialogs;
    private readonly MenuFiles _files;
    private readonly MenuSession _session;
    private readonly WhyPage _why;
    private readonly SearchPage _search;
    private bool _showAll;
    private bool _isLeaving;

    /// <summary>An editor.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="files">Reads and writes configurations.</param>
    /// <param name="session">The configuration.</param>
    /// <param name="helps">The help texts; null where there are none.</param>
    public MenuEditor(ITerminal terminal, MenuFiles files, MenuSession session, HelpTexts? helps)
    {
        (_files, _session) = (files, session);
        _screen = new(terminal);
        _dialogs = new(_screen);
        _why = new(_screen, session, helps);
        _search = new(_screen, session, helps)
        {
            Explain = node => _why.Show(node, canGo: node.Prompt is not null),
            Go = node =>
            {
                GoTo(node);
                return _isLeaving;
            },
            Otherwise = input => ChangeSession(input),
        };
        ShowTitle();
    }

    private Configuration Values => _session.Configuration;

    private KconfigTree Tree => _session.Tree;

    /// <summary>Lets the user edit until he is done.</summary>
    /// <param name="notice">What he should know at first; empty for nothing.</param>
    /// <returns>How it ended, for the user to read.</returns>
    public string Run(string notice)
    {
        _screen.Notice = notice;
        while (true)
        {
            Edit(Tree.Root);
            _isLeaving = false;
            if (Leave() is { } said)
                return said;
        }
    }

    private void Edit(MenuNode menu, MenuNode? at = null)
    {
        var view = new ListView(_screen) { Path = MenuPath.To(menu), Hints = MenuHints, Buttons = MenuButtons };
        while (!_isLeaving)
        {
            var rows = new MenuRows(Values, menu, _showAll).Build();
            if (rows.All(row => row.Node == menu) && menu != Tree.Root)
                return;
            view.Items = [.. rows.Select(row => new ListItem(row.Text))];
            view.Index = at is null ? view.Index : Math.Max(IndexOf(rows, at), 0);
            ShowTitle();
            var input = view.Read();
            var row = rows.Count > 0 ? rows[view.Index] : null;
            if (input.Key is ConsoleKey.Escape or ConsoleKey.F5 || (input.Key == ConsoleKey.Enter && MenuButtons[view.Button] == "Exit"))
                return;
            if (input.IsQuit || input.Key == ConsoleKey.F9)
                _isLeaving = true;
            else if (input.Key == ConsoleKey.Enter)
                Press(MenuButtons[view.Button], row);
            else if (row is null || !Change(input, row))
                view.Index = NextWithLetter(input, rows, view.Index);
            // What has changed may show rows above, and hide some.
            at = rows.Count > 0 ? rows[view.Index].Node : null;
        }
    }

    private void Press(string button, MenuRow? row)
    {
        switch (button)
        {
            case "Select" when row is not null:
                Open(row);
                break;
            case "Help":
                Explain(row?.Node);
                break;
            case "Save":
                AskAndSave();
                break;
            case "Load":
                AskAndLoad();
                break;
            case "Changes":
                ShowChanges();
                break;
            case "Undo":
                Undo();
                break;
        }
    }

    private void Open(MenuRow row)
    {
        switch (row.Kind)
        {
            case MenuRowKind.Choice:
                Choose(row.Node);
                break;
            case MenuRowKind.Text:
                AskValue(row.Node);
                break;
            case MenuRowKind.Menu when MenuRows.IsEmpty(Values, row.Node) && !_showAll:
                _screen.Notice = "Nothing in this menu is offered; z shows it, and ? says why";
                break;
            case MenuRowKind.Menu:
            case MenuRowKind.Toggle when row.Node.Prompt?.Kind == PropertyKind.Menu:
                Edit(row.Node);
                break;
            case MenuRowKind.Toggle:
                Toggle(row.Node);
                break;
        }
    }

    /// <summary>Does what input other than Enter means for a row.</summary>
    /// <returns>False when it means nothing.</returns>
    private bool Change(Input input, MenuRow row)
    {
        switch (input)
        {
            case { Kind: InputKind.Click } when row.Kind == MenuRowKind.Toggle && input.Column < MenuRows.MarkWidth:
            case { Text: " " } when row.Kind == MenuRowKind.Toggle:
                Toggle(row.Node);
                break;
            case { Kind: InputKind.Click } or { Text: " " }:
                Open(row);
                break;
            case { Text: "y" or "Y" or "m" or "M" or "n" or "N" }:
                if (row.Kind is MenuRowKind.Toggle or MenuRowKind.Choice)
                    Set(row.Node, Tristates.Parse(input.Text.ToLowerInvariant())!.Value);
                break;
            case { Text: "?" or "h" or "H" } or { Key: ConsoleKey.F2 }:
                Explain(row.Node);
                break;
            case { Key: ConsoleKey.F1 or ConsoleKey.F3 }:
                Explain(null);
                break;
            case { Text: "/" } or { Key: ConsoleKey.F8 }:
                _isLeaving = _search.Show();
                break;
            case { Text: "z" or "Z" } or { Key: ConsoleKey.F4 }:
                _showAll = !_showAll;
                _screen.Notice = _showAll ? "All options are shown, also those that are not offered" : "";
                break;
            default:
                return ChangeSession(input);
        }

        return true;
    }

    /// <summary>Does what input means that is for the whole configuration.</summary>
    /// <returns>False when it means nothing.</returns>
    private bool ChangeSession(Input input)
    {
        switch (input)
        {
            case { Text: "U" }:
                Undo();
                break;
            case { Text: "R" } or { Control: 'R' }:
                Redo();
                break;
            case { Text: "C" }:
                ShowChanges();
                break;
            case { Text: "s" or "S" } or { Key: ConsoleKey.F6 }:
                AskAndSave();
                break;
            case { Text: "L" } or { Key: ConsoleKey.F7 }:
                AskAndLoad();
                break;
            default:
                return false;
        }

        return true;
    }

    private void Undo()
    {
        _screen.Notice = _session.Undo() is { } step ? $"Taken back: {step.Name}; R does it again" : "There is nothing to take back";
    }

    private void Redo()
    {
        _screen.Notice = _session.Redo() is { } step ? $"Done again: {step.Name}" : "There is nothing to do again";
    }

    /// <summary>Opens the menu that a node is shown in.</summary>
    private void GoTo(MenuNode node)
    {
        var (menu, row) = MenuPath.Of(node);
        var showed = _showAll;
        _showAll |= !Values.IsVisible(row);
        if (_showAll && !showed)
            _screen.Notice = "It is not offered: all options are shown; z shows those that are";
        Edit(menu, row);
        _showAll = showed;
    }

    private void Explain(MenuNode? node)
    {
        if (node is null)
            new TextPage(_screen, "Help", MenuHelp.Text).Show();
        else
            _why.Show(node);
    }

    private void ShowTitle()
    {
        var isChanged = _session.CanUndo && _session.Changes.Any(change => change.Reason != ChangeReason.Read);
        _screen.Title = $"{_session.File.Name}{(isChanged ? " (changed)" : "")} - {Tree.Root.Prompt?.Text}";
    }

    private static int IndexOf(IReadOnlyList<MenuRow> rows, MenuNode node)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Node == node)
                return i;
        }

        return -1;
    }

    /// <summary>The next row whose prompt begins with a letter.</summary>
    private static int NextWithLetter(Input input, IReadOnlyList<MenuRow> rows, int index)
    {
        for (var i = 1; i <= rows.Count; i++)
        {
            var next = (index + i) % rows.Count;
            if (rows[next].Node.Prompt?.Text is { } text && input.IsLetter(text.FirstOrDefault(char.IsLetterOrDigit)))
                return next;
        }

        return index;
    }
}
