namespace Bsp.Cli.Menus;

/// <summary>What keys mean.</summary>
internal static class Keys
{
    /// <summary>Whether a key means to leave the program: Ctrl-C.</summary>
    public static bool IsQuit(ConsoleKeyInfo key) => key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control };

    /// <summary>Whether a key is the first letter of a text.</summary>
    public static bool IsLetter(ConsoleKeyInfo key, string text)
    {
        var first = text.FirstOrDefault(char.IsLetterOrDigit);
        return first != '\0' && char.ToUpperInvariant(first) == char.ToUpperInvariant(key.KeyChar);
    }
}
