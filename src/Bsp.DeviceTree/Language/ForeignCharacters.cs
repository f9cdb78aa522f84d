using System.Globalization;
using System.Text;

namespace Bsp.DeviceTrees.Language;

/// <summary>Names characters that the language does not have: word processors and web pages put them in place of others.</summary>
internal static class ForeignCharacters
{
    /// <summary>What a character is, and what to write instead; null for one of ASCII.</summary>
    /// <param name="bytes">Its bytes in the source.</param>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0 || bytes[0] < 0x80)
            return null;
        var text = Encoding.UTF8.GetString(bytes.ToArray());
        if (text.Contains('\ufffd'))
            return string.Format(CultureInfo.InvariantCulture, "the byte 0x{0:x2} is no character of UTF-8", bytes[0]);
        var code = char.ConvertToUtf32(text, 0);
        return string.Format(CultureInfo.InvariantCulture, "the character U+{0:X4} {1}", code, Meaning(code, text));
    }

    private static string Meaning(int code, string text) => code switch
    {
        0x201c or 0x201d or 0x201e or 0x201f or 0xab or 0xbb or 0x2033 or 0xff02 => $"is a typographic quote, {text}; write \"",
        0x2018 or 0x2019 or 0x201a or 0x201b or 0x2032 => $"is a typographic quote, {text}; write '",
        0xa0 or 0x202f or 0x2007 => "is a no-break space; write a blank",
        (>= 0x2000 and <= 0x200a) or 0x205f or 0x3000 => "is a space of another width; write a blank",
        (>= 0x200b and <= 0x200f) or 0x2060 or 0xfeff or 0xad => "cannot be seen; remove it",
        (>= 0x2010 and <= 0x2015) or 0x2212 => $"is a dash, {text}; write -",
        >= 0xff01 and <= 0xff5e => $"is of full width, {text}; write {(char)(code - 0xfee0)}",
        _ when char.IsControl(text, 0) => "cannot be seen; remove it",
        _ => $"({text}) can only stand in text and comments",
    };
}
