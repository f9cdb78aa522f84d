using System.Globalization;
using System.Text;
using Bsp.Cli.Reports;
using Bsp.Cli.Terminals;

namespace Bsp.Cli.Menus;

/// <summary>What every page of the menus looks like: title, path, hints, a frame around the body, buttons.</summary>
/// <param name="terminal">Where it is shown.</param>
internal sealed class Screen(ITerminal terminal)
{
    // Title, path, two hints and a rule; then a rule and the buttons.
    private const int LinesAbove = 5;
    private const int LinesBelow = 2;
    private const int LeastWidth = 40;
    private const int LeastHeight = LinesAbove + LinesBelow + 2;
    private const string ButtonGap = "  ";
    private Page? _page;

    /// <summary>The first line of all pages.</summary>
    public string Title { get; set; } = "";

    /// <summary>What has just happened; it is shown until the next input.</summary>
    public string Notice { get; set; } = "";

    /// <summary>The number of lines of a body.</summary>
    public int Rows => Math.Max(terminal.Size.Height - LinesAbove - LinesBelow, 1);

    /// <summary>The number of characters of a line.</summary>
    public int Width => Math.Max(terminal.Size.Width, LeastWidth);

    /// <summary>Whether there is room for pages.</summary>
    /// <exception cref="CliException">There is not.</exception>
    public static void Require((int Width, int Height) size)
    {
        if (!Fits(size))
            throw new CliException(TooSmall(size.Width, size.Height));
    }

    /// <summary>Shows a page and waits for input; the page is drawn again when the terminal changes its size.</summary>
    /// <param name="page">Makes the page for the size that there is.</param>
    public Input Read(Func<Page> page)
    {
        while (true)
        {
            var input = Read(page, Timeout.InfiniteTimeSpan);
            if (input.Kind is not (InputKind.Resized or InputKind.None))
                return input;
        }
    }

    /// <summary>Shows a page and waits for input.</summary>
    /// <param name="page">Makes the page for the size that there is.</param>
    /// <param name="patience">How long; the kind of the input is <see cref="InputKind.None"/> when there is none.</param>
    public Input Read(Func<Page> page, TimeSpan patience)
    {
        var (width, height) = terminal.Size;
        if (!Fits((width, height)))
            return ReadInTooSmall(width, height, patience);
        _page = page();
        Draw(_page);
        var input = terminal.Read(patience);
        if (input.Kind is not (InputKind.Resized or InputKind.None))
            Notice = "";
        return input;
    }

    /// <summary>Which line of the body was clicked.</summary>
    /// <returns>-1 for none.</returns>
    public int LineAt(Input click) =>
        click.Row - LinesAbove is >= 0 and var line && line < Math.Min(Rows, _page?.Body.Count ?? 0) ? line : -1;

    /// <summary>Which button was clicked.</summary>
    /// <returns>-1 for none.</returns>
    public int ButtonAt(Input click)
    {
        if (click.Row != LinesAbove + Rows + 1 || _page is null)
            return -1;
        var start = 0;
        for (var i = 0; i < _page.Buttons.Count; i++)
        {
            start += ButtonGap.Length;
            var end = start + Label(_page.Buttons[i]).Length;
            if (click.Column >= start && click.Column < end)
                return i;
            start = end;
        }

        return -1;
    }

    /// <summary>Whether a button was clicked.</summary>
    public bool IsButton(Input input) => input.Kind == InputKind.Click && ButtonAt(input) >= 0;

    /// <summary>What is shown in place of pages; no key means anything but those that leave.</summary>
    private Input ReadInTooSmall(int width, int height, TimeSpan patience)
    {
        var text = TooSmall(width, height) + ": make it larger";
        var lines = text.Chunk(Math.Max(width, 1)).Take(height).Select(line => new string(line));
        terminal.Write("\u001b[H\u001b[2J" + string.Join("\r\n", lines));
        var input = terminal.Read(patience);
        return input.IsQuit ? input : new(input.Kind == InputKind.None ? InputKind.None : InputKind.Resized);
    }

    private static bool Fits((int Width, int Height) size) => size is { Width: >= LeastWidth, Height: >= LeastHeight };

    private static string TooSmall(int width, int height) => string.Create(
        CultureInfo.InvariantCulture, $"the terminal has {width} x {height} characters, and the menus need {LeastWidth} x {LeastHeight}");

    private void Draw(Page page)
    {
        var text = new StringBuilder("\u001b[H");
        Append(text, new Span(" " + Title, Look.Strong));
        Append(text, new Span(" " + page.Path));
        Append(text, new Span(" " + page.Hints.First, Look.Faint));
        Append(text, new Span(" " + page.Hints.Second, Look.Faint));
        Append(text, Rule(page.HasMoreAbove ? "^ more " : ""));
        for (var i = 0; i < Rows; i++)
            Append(text, i < page.Body.Count ? page.Body[i] : new Span(""));
        if (Notice.Length > 0)
            Append(text, new Span(page.HasMoreBelow ? " v more  " : " ", Look.Faint), new Span(Notice, Look.Strong));
        else
            Append(text, Rule(page.HasMoreBelow ? "v more " : ""));
        Append(text, [.. page.Buttons.SelectMany((label, i) =>
            (Span[])[new(ButtonGap), new(Label(label), i == page.Button ? Look.Chosen : Look.Plain)])]);
        // Not after the last line: the terminal would scroll.
        terminal.Write(text.Remove(text.Length - 2, 2).Append("\u001b[J").ToString());
    }

    private static string Label(string button) => $"<{button}>";

    private Span Rule(string mark) => new($" --{mark}".PadRight(Width - 1, '-'), Look.Faint);

    private void Append(StringBuilder text, params ReadOnlySpan<Span> spans)
    {
        var room = Width;
        foreach (var span in spans)
        {
            // What does not fit ends with a mark, as lines of less do. Texts come from files, and must not command the terminal.
            var shown = PrintableText.Of(
                span.Text.Length <= room ? span.Text : span.Text[..Math.Max(room - 1, 0)] + ">"[..Math.Min(room, 1)]);
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
}
