using Bsp.Cli.Terminals;

namespace Bsp.Cli.Menus;

/// <summary>Pages that show or ask one thing.</summary>
/// <param name="screen">Where they are shown.</param>
internal sealed class Dialogs(Screen screen)
{
    /// <summary>Shows a text until the user has read it.</summary>
    public void Read(string title, string text) => new TextPage(screen, title, text).Show();

    /// <summary>Asks for a line of text.</summary>
    /// <param name="title">What is asked for.</param>
    /// <param name="hint">What may be given.</param>
    /// <param name="initial">What is there at first.</param>
    /// <param name="isReplaced">Whether the first character that is typed takes the place of what is there.</param>
    /// <returns>Null when the user would rather not say.</returns>
    public string? Ask(string title, string hint, string initial, bool isReplaced = false)
    {
        var (text, cursor, button) = (initial, initial.Length, 0);
        while (true)
        {
            var look = isReplaced ? Look.Faint : Look.Strong;
            var input = screen.Read(() => new()
            {
                Path = title,
                Hints = (hint, "Enter takes it, Ctrl-U clears it, Esc goes back without."),
                // The end of a long text is what is being typed.
                Body = [new(""), new("  > " + Window(text[..cursor] + "_" + text[cursor..], cursor), look)],
                Buttons = ["Ok", "Cancel"],
                Button = button,
            });
            if (input.Kind == InputKind.Click && screen.ButtonAt(input) is >= 0 and var clicked)
                return clicked == 0 ? text : null;
            switch (input)
            {
                case { Key: ConsoleKey.Enter }:
                    return button == 0 ? text : null;
                case { Key: ConsoleKey.Escape }:
                case { IsQuit: true }:
                    return null;
                case { Key: ConsoleKey.Tab }:
                    button = 1 - button;
                    break;
                // As in every line editor of a Unix terminal.
                case { Control: 'U' }:
                    (text, cursor) = (text[cursor..], 0);
                    break;
                default:
                    (text, cursor) = isReplaced && input.Text.Length > 0 ? (input.Text, input.Text.Length) : Edited(text, cursor, input);
                    isReplaced = false;
                    break;
            }
        }
    }

    private static (string Text, int Cursor) Edited(string text, int cursor, Input input) => input switch
    {
        { Key: ConsoleKey.LeftArrow } => (text, Math.Max(cursor - 1, 0)),
        { Key: ConsoleKey.RightArrow } => (text, Math.Min(cursor + 1, text.Length)),
        { Key: ConsoleKey.Home } or { Control: 'A' } => (text, 0),
        { Key: ConsoleKey.End } or { Control: 'E' } => (text, text.Length),
        { Key: ConsoleKey.Backspace } when cursor > 0 => (text.Remove(cursor - 1, 1), cursor - 1),
        { Key: ConsoleKey.Delete } when cursor < text.Length => (text.Remove(cursor, 1), cursor),
        { Text.Length: > 0 } => (text.Insert(cursor, input.Text), cursor + input.Text.Length),
        _ => (text, cursor),
    };

    private string Window(string text, int cursor)
    {
        var room = screen.Width - 6;
        var start = Math.Max(cursor + 1 - room, 0);
        return text.Length - start > room ? text.Substring(start, room) : text[start..];
    }
}
