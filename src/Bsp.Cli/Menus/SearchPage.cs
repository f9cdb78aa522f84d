using System.Globalization;
using Bsp.Cli.Terminals;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Cli.Menus;

/// <summary>Finds symbols, and shows each with its value, its place in the menus, and why it is not offered.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="session">The configuration.</param>
/// <param name="helps">The help texts; null where there are none.</param>
internal sealed class SearchPage(Screen screen, MenuSession session, HelpTexts? helps)
{
    private const string Indent = "     ";
    private readonly Dialogs _dialogs = new(screen);
    private string _last = "";

    /// <summary>Explains a symbol.</summary>
    /// <returns>Whether the user wants to go where it is.</returns>
    public required Func<MenuNode, bool> Explain { get; init; }

    /// <summary>Goes where a symbol is in the menus.</summary>
    /// <returns>Whether the user wants to leave the program.</returns>
    public required Func<MenuNode, bool> Go { get; init; }

    /// <summary>Does what input that means nothing here means in the menus.</summary>
    public required Action<Input> Otherwise { get; init; }

    /// <summary>Asks what to search, and shows what there is.</summary>
    /// <returns>Whether the user wants to leave the program.</returns>
    public bool Show()
    {
        if (_dialogs.Ask(
            "Search Configuration Parameter",
            "Words or regular expressions: names, with or without CONFIG_, prompts, help.", _last, isReplaced: true) is not { } given
            || given.Trim() is not { Length: > 0 } pattern)
            return false;
        _last = pattern;
        IReadOnlyList<(Symbol Symbol, bool IsInHelp)> found;
        try
        {
            found = new SymbolMatches(session.Tree, helps).Find(pattern);
        }
        catch (CliException e)
        {
            _dialogs.Read("Search", e.Message);
            return false;
        }

        if (found.Count > 0)
            return Show(pattern, found);
        _dialogs.Read($"Search: {pattern}", "No symbol matches.");
        return false;
    }

    private bool Show(string pattern, IReadOnlyList<(Symbol Symbol, bool IsInHelp)> found)
    {
        var view = new ListView(screen)
        {
            Path = string.Create(CultureInfo.InvariantCulture, $"Search: {pattern} ({found.Count} found)"),
            Hints = ("Enter, or its number, goes to the option, or says why it is not offered.", "? explains it, Esc goes back."),
            Buttons = ["Go", "Explain"],
            IsNumbered = true,
        };
        while (true)
        {
            var obstacles = new Obstacles(session.Configuration);
            view.Items = [.. found.Select(match => Item(match.Symbol, match.IsInHelp, obstacles))];
            var input = view.Read();
            var symbol = found[view.Index].Symbol;
            if (input.Key is ConsoleKey.Escape or ConsoleKey.F5)
                return false;
            if (input.IsQuit)
                return true;
            var explains = input.Text is "?" or "h" || input.Key is ConsoleKey.F1 or ConsoleKey.F2
                || (input.Key == ConsoleKey.Enter && view.Button == 1);
            if (!explains && input.Key != ConsoleKey.Enter && input.Kind != InputKind.Click)
            {
                Otherwise(input);
                continue;
            }

            var node = symbol.Nodes.FirstOrDefault(session.Configuration.IsVisible);
            if ((node is not null && !explains) || Explain(node ?? Offered(symbol)))
            {
                if (Go(node ?? Offered(symbol)))
                    return true;
            }
        }
    }

    private static MenuNode Offered(Symbol symbol) => symbol.Nodes.FirstOrDefault(node => node.Prompt is not null) ?? symbol.Nodes[0];

    private ListItem Item(Symbol symbol, bool isInHelp, Obstacles obstacles)
    {
        var configuration = session.Configuration;
        var node = symbol.Nodes.FirstOrDefault(configuration.IsVisible) ?? Offered(symbol);
        var first = $"{symbol} [={configuration.ValueOf(symbol)}]  {node.Prompt?.Text}";
        var place = TextPage.Wrapped(
            $"{Indent}{MenuPath.Around(node)}{(isInHelp ? "  (found in its help text)" : "")}", screen.Width);
        return configuration.IsVisible(node) ? new(first.TrimEnd(), [.. place])
            : new(first.TrimEnd(), [.. place, .. TextPage.Wrapped($"{Indent}not offered: {Why(symbol, obstacles)}", screen.Width)]);
    }

    private static string Why(Symbol symbol, Obstacles obstacles)
    {
        if (!symbol.HasPrompt)
            return "it has no prompt, only defaults and selects give it a value";
        var terms = obstacles.Of(symbol, Tristate.Module);
        return terms.Count > 0 ? string.Join(", ", terms) : "its menu is not visible";
    }
}
