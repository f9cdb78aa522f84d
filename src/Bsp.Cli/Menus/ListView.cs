using System.Globalization;
using Bsp.Cli.Terminals;

namespace Bsp.Cli.Menus;

/// <summary>A list of items, one of which is chosen, with buttons below.</summary>
/// <param name="screen">Where it is shown.</param>
internal sealed class ListView(Screen screen)
{
    private const int WheelLines = 3;
    private const int Numbers = 9;
    // The first line that is shown, and the item of each line.
    private int _top;
    private int[] _itemOfLine = [];

    /// <summary>Where it is in the menus.</summary>
    public string Path { get; set; } = "";

    /// <summary>Which keys do what.</summary>
    public (string First, string Second) Hints { get; init; }

    /// <summary>What Enter may do.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>Lines above the items, which none of them is.</summary>
    public IReadOnlyList<string> Heading { get; set; } = [];

    /// <summary>The items.</summary>
    public IReadOnlyList<ListItem> Items { get; set; } = [];

    /// <summary>Whether the first items that are shown have numbers, which are keys.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>The chosen item.</summary>
    public int Index { get; set; }

    /// <summary>The chosen button.</summary>
    public int Button { get; private set; }

    /// <summary>
    /// Shows the list until input comes that moves nothing. A click on a button is Enter, the right mouse button is <c>?</c>.
    /// </summary>
    /// <returns>A click is one on the chosen item.</returns>
    public Input Read()
    {
        while (true)
        {
            Index = Math.Clamp(Index, 0, Math.Max(Items.Count - 1, 0));
            var input = screen.Read(Draw);
            if (input.Kind is InputKind.Click or InputKind.RightClick)
            {
                if (Clicked(input) is { } meaning)
                    return meaning;
            }
            else if (IsNumbered && input.Text is [>= '1' and <= '9'] && ItemOf(input.Text[0] - '1') is { } item)
            {
                Index = item;
                return Input.Of(ConsoleKey.Enter);
            }
            else if (!Moves(input))
            {
                return input;
            }
        }
    }

    private Input? Clicked(Input click)
    {
        if (screen.ButtonAt(click) is >= 0 and var button)
        {
            Button = button;
            return Input.Of(ConsoleKey.Enter);
        }

        var line = screen.LineAt(click);
        if (line < 0 || _itemOfLine[_top + line] is not (>= 0 and var item))
            return null;
        Index = item;
        return click.Kind == InputKind.Click ? click : Input.Of("?");
    }

    /// <summary>The item of a number that is shown.</summary>
    private int? ItemOf(int number)
    {
        var item = FirstShown + number;
        return item < Items.Count && Array.IndexOf(_itemOfLine, item) < _top + screen.Rows ? item : null;
    }

    // Only items whose first line is shown have numbers.
    private int FirstShown =>
        _itemOfLine.Skip(_top).FirstOrDefault(item => item >= 0 && Array.IndexOf(_itemOfLine, item) >= _top, Items.Count);

    private bool Moves(Input input)
    {
        switch (input)
        {
            case { Key: ConsoleKey.UpArrow }:
                Index--;
                return true;
            case { Key: ConsoleKey.DownArrow }:
                Index++;
                return true;
            case { Key: ConsoleKey.PageUp }:
                Index -= ItemsOfAPage;
                return true;
            case { Key: ConsoleKey.PageDown }:
                Index += ItemsOfAPage;
                return true;
            case { Kind: InputKind.WheelUp }:
                Index -= WheelLines;
                return true;
            case { Kind: InputKind.WheelDown }:
                Index += WheelLines;
                return true;
            case { Key: ConsoleKey.Home }:
                Index = 0;
                return true;
            case { Key: ConsoleKey.End }:
                Index = Math.Max(Items.Count - 1, 0);
                return true;
            case { Key: ConsoleKey.LeftArrow } when Buttons.Count > 0:
                Button = (Button + Buttons.Count - 1) % Buttons.Count;
                return true;
            case { Key: ConsoleKey.RightArrow or ConsoleKey.Tab } when Buttons.Count > 0:
                Button = (Button + 1) % Buttons.Count;
                return true;
            default:
                return false;
        }
    }

    private int ItemsOfAPage => Math.Max(screen.Rows / (1 + Items.Select(item => item.Details.Count).DefaultIfEmpty(0).Max()), 1);

    private Page Draw()
    {
        var rows = screen.Rows;
        _itemOfLine =
        [
            .. Heading.Select(_ => -1),
            .. Items.SelectMany((item, i) => Enumerable.Repeat(i, 1 + item.Details.Count)),
        ];
        // All of the chosen item is shown, and the heading above the first one.
        var first = Index == 0 ? 0 : Math.Max(Array.IndexOf(_itemOfLine, Index), 0);
        var last = Math.Max(Array.LastIndexOf(_itemOfLine, Index), 0);
        _top = Math.Clamp(_top, Math.Max(last - rows + 1, 0), Math.Max(first, last - rows + 1));
        _top = Math.Min(_top, Math.Max(_itemOfLine.Length - rows, 0));
        var numbered = FirstShown;
        List<Span> lines = [.. Heading.Select(line => new Span(line)), .. Items.SelectMany((item, i) => Lines(item, i, i - numbered))];
        return new()
        {
            Path = Path,
            Hints = Hints,
            Body = [.. lines.Skip(_top).Take(rows)],
            Buttons = Buttons,
            Button = Button,
            HasMoreAbove = _top > 0,
            HasMoreBelow = _top + rows < lines.Count,
        };
    }

    private IEnumerable<Span> Lines(ListItem item, int index, int number)
    {
        var lead = !IsNumbered ? ""
            : number is >= 0 and < Numbers ? string.Create(CultureInfo.InvariantCulture, $"({number + 1}) ")
            : "    ";
        var look = index == Index ? Look.Chosen : Look.Plain;
        return [new(lead + item.Text, look), .. item.Details.Select(line => new Span(line, Look.Faint))];
    }
}
