using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>What a row of a menu can do.</summary>
internal enum MenuRowKind
{
    /// <summary>Nothing: a comment, or a heading.</summary>
    Label,

    /// <summary>Opens a menu.</summary>
    Menu,

    /// <summary>Opens the members of a choice.</summary>
    Choice,

    /// <summary>Is turned on and off; opens a menu, too, where it is one.</summary>
    Toggle,

    /// <summary>Asks for a number or a text.</summary>
    Text,
}

/// <summary>A row of a menu.</summary>
/// <param name="Node">What it is of.</param>
/// <param name="Kind">What it can do.</param>
/// <param name="Text">As it is shown.</param>
internal sealed record MenuRow(MenuNode Node, MenuRowKind Kind, string Text);
