namespace Bsp.Cli.Menus;

/// <summary>An item of a list: a line, and lines below it that say more.</summary>
/// <param name="Text">The line.</param>
/// <param name="Details">The lines below it.</param>
internal sealed record ListItem(string Text, params IReadOnlyList<string> Details);
