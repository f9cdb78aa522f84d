using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees;

/// <summary>Text between quotes, as sources have it (treesource.c, write_propval_string).</summary>
internal static class QuotedText
{
    /// <summary>Whether a byte can be shown as it is: in ASCII, whatever the language of the user.</summary>
    public static bool IsPrintable(byte c) => c is >= 0x20 and < 0x7f;

    /// <summary>Appends bytes, those that cannot be shown escaped.</summary>
    public static void Append(StringBuilder text, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var c = bytes[i];
            switch (c)
            {
                case 7: text.Append("\\a"); break;
                case 8: text.Append("\\b"); break;
                case 9: text.Append("\\t"); break;
                case 10: text.Append("\\n"); break;
                case 11: text.Append("\\v"); break;
                case 12: text.Append("\\f"); break;
                case 13: text.Append("\\r"); break;
                case (byte)'\\': text.Append("\\\\"); break;
                case (byte)'"': text.Append("\\\""); break;
                // Of a digit after it dtc makes another octal number when it reads its own text.
                case 0: text.Append(i + 1 < bytes.Length && bytes[i + 1] is >= (byte)'0' and <= (byte)'7' ? "\\000" : "\\0"); break;
                // dtc 1.7 sign-extends such a byte, and writes what it cannot read again: \xffffffc3.
                default: text.Append(IsPrintable(c) ? ((char)c).ToString() : "\\x" + c.ToString("x2", CultureInfo.InvariantCulture)); break;
            }
        }
    }
}
