namespace Bsp.Cli.Terminals;

/// <summary>A key, a click, or a change of the terminal.</summary>
/// <param name="Kind">What it is.</param>
internal readonly record struct Input(InputKind Kind)
{
    /// <summary>Ctrl-C.</summary>
    public static readonly Input Quit = OfControl('C');

    /// <summary>The key, where it is none that types a character.</summary>
    public ConsoleKey Key { get; init; }

    /// <summary>The character that was typed; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The letter that was typed with Ctrl; NUL for none.</summary>
    public char Control { get; init; }

    /// <summary>The column of a click, from 0.</summary>
    public int Column { get; init; }

    /// <summary>The line of a click, from 0.</summary>
    public int Row { get; init; }

    /// <summary>Whether it means to leave the program.</summary>
    public bool IsQuit => this == Quit;

    /// <summary>A key that types no character.</summary>
    public static Input Of(ConsoleKey key) => new(InputKind.Key) { Key = key };

    /// <summary>A character.</summary>
    public static Input Of(string text) => new(InputKind.Key) { Text = text };

    /// <summary>A letter with Ctrl.</summary>
    public static Input OfControl(char letter) => new(InputKind.Key) { Control = letter };

    /// <summary>Whether it is a letter, small or capital.</summary>
    public bool IsLetter(char letter) => Text.Length == 1 && char.ToUpperInvariant(Text[0]) == char.ToUpperInvariant(letter);
}
