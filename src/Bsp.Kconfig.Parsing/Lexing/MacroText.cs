using System.Buffers;

namespace Bsp.Kconfig.Parsing.Lexing;

/// <summary>
/// How far <c>$(…)</c> reaches. It is known without expanding anything, so that a file is lexed once for all environments.
/// </summary>
internal static class MacroText
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("()\n\0"u8);

    /// <summary>
    /// Skips a reference: <paramref name="position"/> is after <c>$(</c> and ends up after its <c>)</c>, or at the
    /// end of the line where there is none.
    /// </summary>
    /// <returns>Whether there is a closing parenthesis on the line.</returns>
    public static bool Skip(ReadOnlySpan<byte> text, ref int position)
    {
        for (var depth = 0; ; position++)
        {
            var found = text[position..].IndexOfAny(Marks);
            if (found < 0)
            {
                position = text.Length;
                return false;
            }
            position += found;
            switch (text[position])
            {
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when depth-- == 0:
                    position++;
                    return true;
                case (byte)'\n':
                    return false;
                case 0:
                    // The C tool's texts end here; the rest of the line is not looked at.
                    var end = text[position..].IndexOf((byte)'\n');
                    position = end < 0 ? text.Length : position + end;
                    return false;
            }
        }
    }
}
