using System.Globalization;

namespace Bsp.Model;

/// <summary>Checks of the strings that a record holds, made where the value is made.</summary>
internal static class Text
{
    /// <summary>The text itself, when it is one line of printable characters.</summary>
    /// <remarks>Control characters and line breaks could end a line in a script, a configuration or a table.</remarks>
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

    /// <summary>The text itself, when it is made of ASCII letters, digits and <paramref name="extra"/> only.</summary>
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

    /// <summary>The text itself, when it is a name of a Debian package (Debian Policy, section 5.6.1).</summary>
    public static string DebianPackage(string text) =>
        Word(text, "a Debian package", "+-.") is [(>= 'a' and <= 'z') or (>= '0' and <= '9'), ..]
            ? text
            : throw new ModelException($"'{text}' is no name of a Debian package: such a one begins with a small letter or a digit");

    /// <summary>The text itself, when it is a relative path that stays below its folder.</summary>
    public static string RelativePath(string text, string what)
    {
        Word(text, what, "/._-+,");
        if (text[0] == '/' || text.Split('/').Any(part => part is "" or "." or ".."))
            throw new ModelException($"{what} '{text}' leaves its folder; write a path without '..', '.' or a leading '/'");
        return text;
    }
}
