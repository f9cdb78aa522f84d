using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>The rows of a menu, in the form that people know from the kernel's menuconfig (scripts/kconfig/mconf.c, build_conf).</summary>
/// <param name="configuration">The values.</param>
/// <param name="menu">The menu.</param>
/// <param name="showAll">Whether rows are shown that are not offered.</param>
internal sealed class MenuRows(Configuration configuration, MenuNode menu, bool showAll)
{
    /// <summary>How wide the mark of a row is, such as <c>[*]</c>.</summary>
    public const int MarkWidth = 4;
    private readonly List<MenuRow> _rows = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<MenuRow> Build()
    {
        _rows.Clear();
        Add(menu, 0);
        return _rows;
    }

    /// <summary>Whether nothing in a menu is offered.</summary>
    public static bool IsEmpty(Configuration configuration, MenuNode node) => !Children(node).Any(configuration.IsVisible);

    /// <summary>The nodes right below one.</summary>
    public static IEnumerable<MenuNode> Children(MenuNode node)
    {
        for (var child = node.FirstChild; child is not null; child = child.Next)
            yield return child;
    }

    private void Add(MenuNode node, int indent)
    {
        var isVisible = configuration.IsVisible(node);
        if (node != menu && (showAll ? node.Prompt is null : !isVisible))
            return;
        if (AddRow(node, indent) is not { } deeper)
            return;
        foreach (var child in Children(node))
            Add(child, deeper);
    }

    /// <summary>Adds a node's own row.</summary>
    /// <returns>How far its children are indented; null where they are not shown here.</returns>
    private int? AddRow(MenuNode node, int indent)
    {
        if (node.Symbol is { } symbol)
            return AddSymbol(node, symbol, indent);
        if (node.Prompt is not { } prompt || node == menu)
            return indent;
        if (prompt.Kind != PropertyKind.Menu)
        {
            Row(MenuRowKind.Label, node, $"   {Space(indent)}*** {prompt.Text} ***");
            return indent + 2;
        }

        Row(MenuRowKind.Menu, node, $"   {Space(indent)}{prompt.Text}  {Arrow(node)}");
        return null;
    }

    private int? AddSymbol(MenuNode node, Symbol symbol, int indent)
    {
        var prompt = node.Prompt?.Text ?? symbol.Name;
        if (node == menu)
        {
            Row(MenuRowKind.Label, node, $"---{Space(indent)}{prompt}");
            return indent + 2;
        }

        if (symbol.IsChoice)
            return AddChoice(node, symbol, $"{Space(indent)}{prompt}", indent);
        var name = prompt + (configuration.UserValueOf(symbol) is not null || !configuration.IsChangeable(symbol) ? "" : " (NEW)");
        if (symbol.Type is not (SymbolType.Bool or SymbolType.Tristate))
        {
            var value = $"({configuration.ValueOf(symbol)})";
            Row(MenuRowKind.Text, node, value + new string(' ', Math.Max(indent + 4 - value.Length, 1)) + name);
            return indent + 2;
        }

        var isMenu = node.Prompt?.Kind == PropertyKind.Menu;
        Row(MenuRowKind.Toggle, node, $"{Box(symbol)}{Space(indent)}{name}{(isMenu ? "  " + Arrow(node) : "")}");
        return isMenu ? null : indent + 2;
    }

    private int? AddChoice(MenuNode node, Symbol symbol, string prompt, int indent)
    {
        var on = configuration.SelectionOf(node);
        var selected =
            Children(node).FirstOrDefault(child => child.Symbol is not null && child.Symbol == on && configuration.IsVisible(child));
        // Up to Linux 6.8 a choice may be off, or its members modules.
        var box = configuration.IsChangeable(symbol) ? Box(symbol) : "   ";
        if (selected is not null)
        {
            Row(MenuRowKind.Choice, node, $"{box}{prompt} ({selected.Prompt!.Text})  --->");
            return null;
        }

        Row(box.Trim().Length > 0 ? MenuRowKind.Toggle : MenuRowKind.Label, node, box + prompt);
        return indent + 2;
    }

    private string Box(Symbol symbol)
    {
        var mark = configuration.TristateOf(symbol) switch
        {
            Tristate.Yes => '*',
            Tristate.Module => 'M',
            _ => ' ',
        };
        if (!configuration.IsChangeable(symbol))
            return $"-{mark}-";
        if (configuration.TypeOf(symbol) == SymbolType.Bool)
            return $"[{mark}]";
        return configuration.CanBe(symbol, Tristate.No) ? $"<{mark}>" : $"{{{mark}}}";
    }

    private string Arrow(MenuNode node) => IsEmpty(configuration, node) ? "----" : "--->";

    private static string Space(int indent) => new(' ', indent + 1);

    private void Row(MenuRowKind kind, MenuNode node, string text) => _rows.Add(new(node, kind, text));
}
