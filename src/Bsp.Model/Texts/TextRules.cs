using System.Globalization;

namespace Bsp.Model;

/// <summary>The checks that the kinds of text share; see <see cref="CheckedText"/>.</summary>
internal static class TextRules
{
    /// <summary>Returns the text if it is one line of printable characters.</summary>
    /// <remarks>A control character or line break could end a line in a script, a configuration or a table.</remarks>
    public static string Line(string text, string what)
    {
        if (text.Length == 0)
            throw new ModelException($"{what} is empty");
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                throw new ModelException(
                    $"{what} has the control character U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)}; write it on one line");
            }
        }

        return text;
    }

    /// <summary>Returns the text if it consists of ASCII letters, digits and <paramref name="extra"/> only.</summary>
    public static string Word(string text, string what, string extra)
    {
        if (text.Length == 0)
            throw new ModelException($"{what} is empty");
        foreach (var c in text)
        {
            if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && extra.IndexOf(c) < 0)
                throw new ModelException($"{what} '{text}' has the character '{c}'; allowed are letters, digits and {extra}");
        }

        return text;
    }
}
