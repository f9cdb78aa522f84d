namespace Bsp.DeviceTrees.Preprocessing;

/// <summary>The operators of C that have several characters, as gcc's assembler mode knows them: no digraphs, and nothing of C++.</summary>
internal static class Operators
{
    /// <summary>How long the operator or other character is that begins here.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        var next = text.Length > 1 ? text[1] : default;
        switch (text[0])
        {
            case (byte)'<' or (byte)'>' when next == text[0]:
                return text.Length > 2 && text[2] == '=' ? 3 : 2;
            case (byte)'+' or (byte)'-' or (byte)'&' or (byte)'|' when next == text[0]:
                return 2;
            case (byte)'=' or (byte)'!' or (byte)'<' or (byte)'>' or (byte)'+' or (byte)'-' or (byte)'*' or (byte)'/' or (byte)'%'
                or (byte)'&' or (byte)'|' or (byte)'^':
                return next == '=' || (next == '>' && text[0] == '-') ? 2 : 1;
            case (byte)'#':
                return next == '#' ? 2 : 1;
            case (byte)'.':
                return next == '.' && text.Length > 2 && text[2] == '.' ? 3 : 1;
            default:
                return 1;
        }
    }
}
