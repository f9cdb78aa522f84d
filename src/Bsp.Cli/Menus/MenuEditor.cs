using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Traverses the menus of a configuration and changes it, with the keys of the kernel's menuconfig.</summary>
internal sealed partial class MenuEditor
{
    private static readonly (string First, string Second) MenuHints =
        ("Arrows move, Enter opens, Space changes, y/m/n set, Esc goes back.",
            "? help, / search, z shows all. [*] in, <M> module, [ ] out, -*- held by others.");

    private static readonly string[] MenuButtons = ["Select", "Exit", "Help", "Save", "Load"];
    private readonly Screen _screen;
    private readonly Dialogs _dialogs;
    private readonly MenuFile _file;
    private Configuration _configuration;
    private bool _showAll;
    private bool _isLeaving;

    /// <summary>An editor.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="file">Where the configuration comes from and goes to.</param>
    /// <param name="configuration">The values.</param>
    public MenuEditor(ITerminal terminal, MenuFile file, Configuration configuration)
    {
        (_file, _configuration) = (file, configuration);
        _screen = new(terminal);
        _dialogs = new(_screen);
        ShowTitle();
    }

    private KconfigTree Tree => _configuration.Tree;

    /// <summary>Lets the user edit until he is done.</summary>
    /// <returns>How it ended, for the user to read.</returns>
    public string Run()
    {
        while (true)
        {
            Edit(Tree.Root);
            _isLeaving = false;
            if (_file.Has(_configuration))
                return $"'{_file.Name}' has this configuration.";
            switch (_dialogs.Choose($"Save the configuration to '{_file.Name}'?", "Yes", "No", "Cancel"))
            {
                case 0 when Save(_file.Name) is { } said:
                    return said;
                case 1:
                    return "Your configuration changes were NOT saved.";
            }
        }
    }

    private void Edit(MenuNode menu, MenuNode? at = null)
    {
        var view = new ListView(_screen) { Path = PathTo(menu), Hints = MenuHints, Buttons = MenuButtons };
        while (!_isLeaving)
        {
            var rows = new MenuRows(_configuration, menu, _showAll).Build();
            if (rows.All(row => row.Node == menu) && menu != Tree.Root)
                return;
            view.Lines = [.. rows.Select(row => row.Text)];
            view.Index = at is null ? view.Index : Math.Max(IndexOf(rows, at), 0);
            var key = view.ReadKey();
            var row = rows.Count > 0 ? rows[view.Index] : null;
            if (key.Key == ConsoleKey.Escape || (key.Key == ConsoleKey.Enter && MenuButtons[view.Button] == "Exit"))
                return;
            if (Keys.IsQuit(key))
                _isLeaving = true;
            else if (key.Key == ConsoleKey.Enter)
                Press(MenuButtons[view.Button], row);
            else if (row is null || !Change(key, row))
                view.Index = NextWithLetter(key, rows, view.Index);
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
            case "Save" when _dialogs.Ask("Save the configuration to", "The name of a file.", _file.Name) is { } name:
                if (Save(name) is { } said)
                    _dialogs.Read("Saved", said);
                break;
            case "Load" when _dialogs.Ask(
                "Load a configuration from", "The name of a file. What has not been saved is lost.", _file.Name) is { } name:
                Load(name);
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
            case MenuRowKind.Menu:
            case MenuRowKind.Toggle when row.Node.Prompt?.Kind == PropertyKind.Menu:
                Edit(row.Node);
                break;
            case MenuRowKind.Toggle:
                Toggle(row.Node);
                break;
        }
    }

    /// <summary>Does what a key other than Enter means for a row.</summary>
    /// <returns>False when it means nothing.</returns>
    private bool Change(ConsoleKeyInfo key, MenuRow row)
    {
        switch (char.ToLowerInvariant(key.KeyChar))
        {
            case ' ' when row.Kind == MenuRowKind.Toggle:
                Toggle(row.Node);
                break;
            case ' ':
                Open(row);
                break;
            case 'y' or 'm' or 'n' when row.Kind is MenuRowKind.Toggle or MenuRowKind.Choice:
                Set(row.Node, Tristates.Parse(char.ToLowerInvariant(key.KeyChar).ToString())!.Value);
                break;
            case 'y' or 'm' or 'n':
                break;
            case '?' or 'h':
                Explain(row.Node);
                break;
            case '/':
                Search();
                break;
            case 'z':
                _showAll = !_showAll;
                break;
            default:
                return false;
        }

        return true;
    }

    private string? Save(string name)
    {
        try
        {
            var said = _file.Save(_configuration, name);
            ShowTitle();
            return said;
        }
        catch (Exception e) when (e is CliException or IOException or UnauthorizedAccessException)
        {
            _dialogs.Read("The configuration was NOT saved", e.Message);
            return null;
        }
    }

    private void Load(string name)
    {
        try
        {
            (_configuration, var messages) = _file.Load(name);
            ShowTitle();
            if (messages.Count > 0)
                _dialogs.Read($"'{name}' is loaded, but", string.Join('\n', messages));
        }
        catch (CliException e)
        {
            _dialogs.Read("Nothing was loaded", e.Message);
        }
    }

    private void ShowTitle() => _screen.Title = $"{_file.Name} - {Tree.Root.Prompt?.Text}";

    private static string PathTo(MenuNode menu)
    {
        var names = new List<string>();
        for (var node = menu; node.Parent is not null; node = node.Parent)
        {
            if (node.Prompt is { Text: { } text } && (node == menu || node.Prompt.Kind == PropertyKind.Menu))
                names.Insert(0, text);
        }

        return "> " + string.Join(" > ", names);
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
    private static int NextWithLetter(ConsoleKeyInfo key, IReadOnlyList<MenuRow> rows, int index)
    {
        for (var i = 1; i <= rows.Count; i++)
        {
            var next = (index + i) % rows.Count;
            if (rows[next].Node.Prompt?.Text is { } text && Keys.IsLetter(key, text))
                return next;
        }

        return index;
    }
}
