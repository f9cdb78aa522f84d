using System.Text;

namespace Bsp.Cli.Menus;

/// <summary>What every page of the menus looks like: title, path, hints, a frame around the body, buttons.</summary>
internal sealed class Screen
{
    // Title, path, two hints, two rules, buttons, and the line that the cursor rests on.
    private const int LinesAround = 8;
    private readonly ITerminal _terminal;
    private readonly Lock _drawing = new();
    private Action? _draw;

    /// <summary>A screen on a terminal.</summary>
    public Screen(ITerminal terminal)
    {
        _terminal = terminal;
        terminal.Resized += () =>
        {
            lock (_drawing)
                _draw?.Invoke();
        };
    }

    /// <summary>The first line of all pages.</summary>
    public string Title { get; set; } = "";

    /// <summary>The number of lines of a body.</summary>
    public int Rows => Math.Max(_terminal.Size.Height - LinesAround, 1);

    /// <summary>The number of characters of a line.</summary>
    public int Width => Math.Max(_terminal.Size.Width, 40);

    /// <summary>Shows a page and waits for a key; the page is drawn again when the terminal changes its size.</summary>
    /// <param name="draw">Calls <see cref="Show"/>.</param>
    public ConsoleKeyInfo ReadKey(Action draw)
    {
        lock (_drawing)
        {
            _draw = draw;
            draw();
        }

        var key = _terminal.ReadKey();
        lock (_drawing)
            _draw = null;
        return key;
    }

    /// <summary>Shows a page.</summary>
    public void Show(Page page)
    {
        var text = new StringBuilder("\u001b[H");
        Append(text, new Span(" " + Title, Look.Strong));
        Append(text, new Span(" " + page.Path));
        Append(text, new Span(" " + page.Hints.First, Look.Faint));
        Append(text, new Span(" " + page.Hints.Second, Look.Faint));
        Append(text, Rule(page.HasMoreAbove ? "^ more " : ""));
        for (var i = 0; i < Rows; i++)
            Append(text, i < page.Body.Count ? page.Body[i] : new Span(""));
        Append(text, Rule(page.HasMoreBelow ? "v more " : ""));
        Append(text, [.. page.Buttons]);
        _terminal.Write(text.Append("\u001b[J").ToString());
    }

    private Span Rule(string mark) => new($" --{mark}".PadRight(Width - 1, '-'), Look.Faint);

    private void Append(StringBuilder text, params ReadOnlySpan<Span> spans)
    {
        var room = Width;
        foreach (var span in spans)
        {
            // What does not fit ends with a mark, as lines of less do.
            var shown = Printable(span.Text.Length <= room ? span.Text : span.Text[..Math.Max(room - 1, 0)] + ">"[..Math.Min(room, 1)]);
            room -= shown.Length;
            text.Append(span.Look switch
            {
                Look.Strong => "\u001b[1m",
                Look.Faint => "\u001b[2m",
                Look.Chosen => "\u001b[7m",
                _ => "",
            });
            text.Append(shown).Append("\u001b[0m");
        }

        text.Append("\u001b[K\r\n");
    }

    /// <summary>Texts come from files, and must not command the terminal.</summary>
    private static string Printable(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = char.IsControl(source[i]) ? '?' : source[i];
    });
}
