using Bsp.Cli.Terminals;

namespace Bsp.Cli.Menus;

/// <summary>A text that is read, with buttons below it.</summary>
/// <param name="screen">Where it is shown.</param>
/// <param name="title">What it is about.</param>
/// <param name="text">The text.</param>
/// <param name="buttons">The buttons; without any, one that goes back.</param>
internal sealed class TextPage(Screen screen, string title, string text, params IReadOnlyList<Button> buttons)
{
    private const int WheelLines = 3;
    private static readonly Button[] OnlyBack = [new("Back", "")];
    private readonly IReadOnlyList<Button> _buttons = buttons.Count > 0 ? buttons : OnlyBack;
    private int _top;
    private int _button;

    /// <summary>What the keys do.</summary>
    public string Hint { get; init; } = "Arrows and Page Up/Down scroll. Esc goes back.";

    /// <summary>What more of them do.</summary>
    public string More { get; init; } = "";

    /// <summary>Shows it until a button is pressed.</summary>
    /// <returns>The button; -1 when the user went back.</returns>
    public int Show()
    {
        while (true)
        {
            var input = screen.Read(Draw);
            if (input.IsQuit || input.Key is ConsoleKey.Escape or ConsoleKey.F5)
                return -1;
            if (input.Key == ConsoleKey.Enter)
                return _button;
            if (input.Kind == InputKind.Click && screen.ButtonAt(input) is >= 0 and var clicked)
                return clicked;
            if (_buttons.ToList().FindIndex(button => button.Keys.Any(input.IsLetter)) is >= 0 and var pressed)
                return pressed;
            Scroll(input);
        }
    }

    private void Scroll(Input input)
    {
        _top += input switch
        {
            { Key: ConsoleKey.UpArrow } => -1,
            { Key: ConsoleKey.DownArrow } => 1,
            { Key: ConsoleKey.PageUp } => -screen.Rows,
            { Key: ConsoleKey.PageDown } or { Text: " " } => screen.Rows,
            { Kind: InputKind.WheelUp } => -WheelLines,
            { Kind: InputKind.WheelDown } => WheelLines,
            { Key: ConsoleKey.Home } => -_top,
            { Key: ConsoleKey.End } => int.MaxValue / 2,
            _ => 0,
        };
        _button = input.Key switch
        {
            ConsoleKey.LeftArrow => (_button + _buttons.Count - 1) % _buttons.Count,
            ConsoleKey.RightArrow or ConsoleKey.Tab => (_button + 1) % _buttons.Count,
            _ => _button,
        };
    }

    private Page Draw()
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => Wrapped(line, screen.Width)).ToList();
        _top = Math.Clamp(_top, 0, Math.Max(lines.Count - screen.Rows, 0));
        return new()
        {
            Path = title,
            Hints = (Hint, More),
            Body = [.. lines.Skip(_top).Take(screen.Rows).Select(line => new Span(line))],
            Buttons = [.. _buttons.Select(button => button.Label)],
            Button = _button,
            HasMoreAbove = _top > 0,
            HasMoreBelow = _top + screen.Rows < lines.Count,
        };
    }

    /// <summary>The lines that a line takes, what follows the first as far in as it begins, and further.</summary>
    /// <param name="line">The line.</param>
    /// <param name="width">The number of characters that there are.</param>
    public static IEnumerable<string> Wrapped(string line, int width)
    {
        line = line.Replace("\t", "        ", StringComparison.Ordinal);
        var room = width - 3;
        var indent = new string(' ', Math.Min(line.Length - line.TrimStart().Length + 2, room / 2));
        while (line.Length > room)
        {
            var space = line.LastIndexOf(' ', room);
            var end = space > room / 2 ? space : room;
            yield return " " + line[..end];
            line = indent + line[end..].TrimStart();
        }

        yield return " " + line;
    }
}
