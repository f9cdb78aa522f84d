namespace Bsp.Cli.Menus;

/// <summary>A terminal: keys come from it, and it shows text.</summary>
internal interface ITerminal
{
    /// <summary>Its size has changed. Comes on a thread of its own.</summary>
    event Action? Resized;

    /// <summary>Its size in characters.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Waits for a key.</summary>
    ConsoleKeyInfo ReadKey();

    /// <summary>Writes text with control sequences (ECMA-48).</summary>
    void Write(string text);
}
