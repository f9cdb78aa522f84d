namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>Texts, characters and names of headers, as C writes them (C11, sections 6.4.4.4, 6.4.5 and 6.4.7).</summary>
internal static class Literal
{
    /// <summary>Whether what begins here is a text or a character: a quote, or <c>L</c> and a quote.</summary>
    public static bool Begins(ReadOnlySpan<byte> text) => text is [(byte)'"' or (byte)'\'', ..] or [(byte)'L', (byte)'"' or (byte)'\'', ..];

    /// <summary>Whether this is one text or character, and no quote with the rest of its line.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> text) =>
        Begins(text) && EndOf(text, hasEscapes: true, out var isClosed) == text.Length && isClosed;

    /// <summary>After the literal that begins here; one that is not closed on its line is the rest of the line.</summary>
    public static int EndOf(ReadOnlySpan<byte> text, bool hasEscapes, out bool isClosed)
    {
        var at = text[0] == 'L' ? 1 : 0;
        var close = text[at] == '<' ? (byte)'>' : text[at];
        for (at++; at < text.Length && text[at] != '\n'; at++)
        {
            isClosed = text[at] == close;
            if (isClosed)
                return at + 1;
            if (hasEscapes && text[at] == '\\' && at + 1 < text.Length && text[at + 1] != '\n')
                at++;
        }

        isClosed = false;
        return at < text.Length && text[at - 1] == '\r' ? at - 1 : at;
    }
}
