namespace Bsp.Cli.Terminals;

/// <summary>A terminal: keys and clicks come from it, and it shows text.</summary>
internal interface ITerminal
{
    /// <summary>Its size in characters.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Waits for input.</summary>
    /// <param name="patience">How long; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <returns>Input of the kind <see cref="InputKind.None"/> when there is none in that time.</returns>
    Input Read(TimeSpan patience);

    /// <summary>Writes text with control sequences (ECMA-48).</summary>
    void Write(string text);
}
