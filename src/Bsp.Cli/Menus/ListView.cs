namespace Bsp.Cli.Menus;

/// <summary>A list of lines, one of which is chosen, with buttons below.</summary>
/// <param name="screen">Where it is shown.</param>
internal sealed class ListView(Screen screen)
{
    private int _top;

    /// <summary>Where it is in the menus.</summary>
    public string Path { get; init; } = "";

    /// <summary>Which keys do what.</summary>
    public (string First, string Second) Hints { get; init; }

    /// <summary>What Enter may do.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>The lines.</summary>
    public IReadOnlyList<string> Lines { get; set; } = [];

    /// <summary>The chosen line.</summary>
    public int Index { get; set; }

    /// <summary>The chosen button.</summary>
    public int Button { get; private set; }

    /// <summary>Shows the list until a key comes that moves nothing.</summary>
    public ConsoleKeyInfo ReadKey()
    {
        while (true)
        {
            Index = Math.Clamp(Index, 0, Math.Max(Lines.Count - 1, 0));
            var key = screen.ReadKey(Draw);
            if (!Moves(key))
                return key;
        }
    }

    private bool Moves(ConsoleKeyInfo key)
    {
        var last = Math.Max(Lines.Count - 1, 0);
        switch (key.Key)
        {
            case ConsoleKey.UpArrow:
                Index--;
                return true;
            case ConsoleKey.DownArrow:
                Index++;
                return true;
            case ConsoleKey.PageUp:
                Index -= screen.Rows;
                return true;
            case ConsoleKey.PageDown:
                Index += screen.Rows;
                return true;
            case ConsoleKey.Home:
                Index = 0;
                return true;
            case ConsoleKey.End:
                Index = last;
                return true;
            case ConsoleKey.LeftArrow when Buttons.Count > 0:
                Button = (Button + Buttons.Count - 1) % Buttons.Count;
                return true;
            case ConsoleKey.RightArrow or ConsoleKey.Tab when Buttons.Count > 0:
                Button = (Button + 1) % Buttons.Count;
                return true;
            default:
                return false;
        }
    }

    private void Draw()
    {
        var rows = screen.Rows;
        _top = Math.Clamp(_top, Math.Max(Index - rows + 1, 0), Index);
        screen.Show(new()
        {
            Path = Path,
            Hints = Hints,
            Body = [.. Lines.Skip(_top).Take(rows).Select((line, i) => new Span(line, _top + i == Index ? Look.Chosen : Look.Plain))],
            Buttons = [.. Buttons.SelectMany(ButtonSpans)],
            HasMoreAbove = _top > 0,
            HasMoreBelow = _top + rows < Lines.Count,
        });
    }

    private IEnumerable<Span> ButtonSpans(string label, int index) =>
        [new("  "), new($"<{label}>", index == Button ? Look.Chosen : Look.Plain)];
}
