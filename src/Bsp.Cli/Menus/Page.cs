namespace Bsp.Cli.Menus;

/// <summary>How a text looks.</summary>
internal enum Look
{
    /// <summary>As text does.</summary>
    Plain,

    /// <summary>Bold.</summary>
    Strong,

    /// <summary>Dim.</summary>
    Faint,

    /// <summary>Reversed: the cursor is on it.</summary>
    Chosen,
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">The text.</param>
/// <param name="Look">How it looks.</param>
internal readonly record struct Span(string Text, Look Look = Look.Plain);

/// <summary>What a screen shows.</summary>
internal sealed record Page
{
    /// <summary>Where it is in the menus.</summary>
    public required string Path { get; init; }

    /// <summary>Which keys do what.</summary>
    public required (string First, string Second) Hints { get; init; }

    /// <summary>The lines between the rules.</summary>
    public required IReadOnlyList<Span> Body { get; init; }

    /// <summary>The buttons of the last line.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>The chosen button.</summary>
    public int Button { get; init; }

    /// <summary>Whether there are lines above those that are shown.</summary>
    public bool HasMoreAbove { get; init; }

    /// <summary>Whether there are lines below those that are shown.</summary>
    public bool HasMoreBelow { get; init; }
}
