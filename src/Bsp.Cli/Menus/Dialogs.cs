namespace Bsp.Cli.Menus;

/// <summary>Pages that show or ask one thing.</summary>
/// <param name="screen">Where they are shown.</param>
internal sealed class Dialogs(Screen screen)
{
    /// <summary>Shows a text until the user has read it.</summary>
    public void Read(string title, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').SelectMany(Wrapped).ToList();
        var top = 0;
        while (true)
        {
            var key = screen.ReadKey(() => screen.Show(new()
            {
                Path = title,
                Hints = ("Arrows and Page Up/Down scroll. Esc or Enter goes back.", ""),
                Body = [.. lines.Skip(top).Take(screen.Rows).Select(line => new Span(line))],
                Buttons = [new("  "), new("<Back>", Look.Chosen)],
                HasMoreAbove = top > 0,
                HasMoreBelow = top + screen.Rows < lines.Count,
            }));
            var last = Math.Max(lines.Count - screen.Rows, 0);
            switch (key.Key)
            {
                case ConsoleKey.UpArrow:
                    top--;
                    break;
                case ConsoleKey.DownArrow:
                    top++;
                    break;
                case ConsoleKey.PageUp:
                    top -= screen.Rows;
                    break;
                case ConsoleKey.PageDown or ConsoleKey.Spacebar:
                    top += screen.Rows;
                    break;
                case ConsoleKey.Home:
                    top = 0;
                    break;
                case ConsoleKey.End:
                    top = last;
                    break;
                default:
                    return;
            }

            top = Math.Clamp(top, 0, last);
        }
    }

    /// <summary>Asks for a line of text.</summary>
    /// <param name="title">What is asked for.</param>
    /// <param name="hint">What may be given.</param>
    /// <param name="initial">What is there at first.</param>
    /// <returns>Null when the user would rather not say.</returns>
    public string? Ask(string title, string hint, string initial)
    {
        var (text, cursor) = (initial, initial.Length);
        while (true)
        {
            var key = screen.ReadKey(() => screen.Show(new()
            {
                Path = title,
                Hints = (hint, "Enter takes it, Esc goes back without."),
                // The end of a long text is what is being typed.
                Body = [new(""), new("  > " + Window(text[..cursor] + "_" + text[cursor..], cursor), Look.Strong)],
                Buttons = [new("  "), new("<Ok>", Look.Chosen)],
            }));
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    return text;
                case ConsoleKey.Escape:
                    return null;
                case ConsoleKey.LeftArrow:
                    cursor = Math.Max(cursor - 1, 0);
                    break;
                case ConsoleKey.RightArrow:
                    cursor = Math.Min(cursor + 1, text.Length);
                    break;
                case ConsoleKey.Home:
                    cursor = 0;
                    break;
                case ConsoleKey.End:
                    cursor = text.Length;
                    break;
                case ConsoleKey.Backspace when cursor > 0:
                    text = text.Remove(--cursor, 1);
                    break;
                case ConsoleKey.Delete when cursor < text.Length:
                    text = text.Remove(cursor, 1);
                    break;
                default:
                    if (Keys.IsQuit(key))
                        return null;
                    // As in every line editor of a Unix terminal.
                    if (key is { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control })
                        (text, cursor) = ("", 0);
                    else if (!char.IsControl(key.KeyChar))
                        text = text.Insert(cursor++, key.KeyChar.ToString());
                    break;
            }
        }
    }

    /// <summary>Asks a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="answers">The answers, each with a first letter of its own.</param>
    /// <returns>The number of the answer; -1 for none.</returns>
    public int Choose(string question, params IReadOnlyList<string> answers)
    {
        var view = new ListView(screen)
        {
            Path = question,
            Hints = ("Left and Right choose, Enter answers, Esc goes back.", ""),
            Buttons = answers,
        };
        while (true)
        {
            var key = view.ReadKey();
            if (key.Key == ConsoleKey.Enter)
                return view.Button;
            if (key.Key == ConsoleKey.Escape || Keys.IsQuit(key))
                return -1;
            for (var i = 0; i < answers.Count; i++)
            {
                if (Keys.IsLetter(key, answers[i]))
                    return i;
            }
        }
    }

    private IEnumerable<string> Wrapped(string line)
    {
        line = line.Replace("\t", "        ", StringComparison.Ordinal);
        var room = screen.Width - 3;
        while (line.Length > room)
        {
            var space = line.LastIndexOf(' ', room);
            var end = space > room / 2 ? space : room;
            yield return " " + line[..end];
            line = "    " + line[end..].TrimStart();
        }

        yield return " " + line;
    }

    private string Window(string text, int cursor)
    {
        var room = screen.Width - 6;
        var start = Math.Max(cursor + 1 - room, 0);
        return text.Length - start > room ? text.Substring(start, room) : text[start..];
    }
}
