using System.Globalization;
using System.Text;

namespace Bsp.Generators.Rendering;

/// <summary>Writes texts as C# literals that give the very same text back.</summary>
internal static class Literals
{
    /// <summary>An ordinary literal, everything but printable ASCII escaped.</summary>
    public static string Text(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                >= ' ' and <= '~' => c.ToString(),
                _ => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>
    /// A text of any length, as UTF-8 bytes: an assembly has room for 16 MiB of ordinary literals (its #US heap), and for as
    /// many bytes as one likes. Readable, in a raw literal, where each character of it means itself.
    /// </summary>
    public static string Utf8(string text)
    {
        if (HasLoneSurrogate(text))
            return Text(text);
        return "global::System.Text.Encoding.UTF8.GetString(" + (text.All(IsLiteral) ? Raw(text) : Text(text)) + "u8)";
    }

    private static string Raw(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var quotes = new string('"', Math.Max(3, longest + 1));
        return quotes + "\n" + text + "\n" + quotes;
    }

    private static bool IsLiteral(char c) => c is '\n' or '\t' or (>= ' ' and <= '~');

    // UTF-8 has no half of a pair, so the compiler refuses it in a u8 literal.
    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }
}
