using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Where nodes are in the menus.</summary>
internal static class MenuPath
{
    /// <summary>A menu and the menus around it, such as <c>&gt; Device Drivers &gt; USB support</c>.</summary>
    public static string To(MenuNode menu)
    {
        var names = new List<string>();
        for (var node = menu; node.Parent is not null; node = node.Parent)
        {
            if (node.Prompt is { Text: { } text } && (node == menu || node.Prompt.Kind == PropertyKind.Menu))
                names.Insert(0, text);
        }

        return names.Count == 0 ? ">" : "> " + string.Join(" > ", names);
    }

    /// <summary>The menus around a node, and the choice that it is in; a lone <c>&gt;</c> for those of the first menu.</summary>
    public static string Around(MenuNode node) => node.Parent is { Symbol.IsChoice: true, Prompt: not null } choice
        ? To(choice)
        : To(node.Parent?.MenuAround ?? node);

    /// <summary>The menu that a node is shown in, and the row that it is shown as: for members of a choice that of the choice.</summary>
    public static (MenuNode Menu, MenuNode Row) Of(MenuNode node)
    {
        var (row, menu) = (node, node.Parent ?? node);
        while (menu.Parent is not null && menu.Prompt?.Kind != PropertyKind.Menu)
        {
            row = menu.Symbol is { IsChoice: true } ? menu : row;
            menu = menu.Parent;
        }

        return (menu, row);
    }
}
