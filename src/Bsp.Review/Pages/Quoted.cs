using System.Globalization;
using System.Text;

namespace Bsp.Review.Pages;

/// <summary>Text that others have written, so that it is only ever read: on a terminal, in Markdown, and in HTML.</summary>
public static class Quoted
{
    private const int MaximumLength = 300;

    // A page has more room than a line.
    private const int MaximumLengthInHtml = 4000;

    // What begins a command of the runners that jobs run on, wherever it is in a line, and at its beginning.
    private static readonly string[] Commands = ["##[", "##vso["];
    private const string LineCommand = "::";

    /// <summary>A value within a line: as <see cref="Plain(string, int)"/>, and not longer than a page can show.</summary>
    public static string Short(string text) => Plain(text);

    /// <summary>A line of a log: what is in it is only read.</summary>
    public static string Line(string text)
    {
        var plain = Plain(text, int.MaxValue);
        foreach (var command in Commands)
            plain = plain.Replace(command, "#\\u{23}" + command[2..], StringComparison.OrdinalIgnoreCase);
        return plain.TrimStart().StartsWith(LineCommand, StringComparison.Ordinal)
            ? plain.Replace(LineCommand, "\\u{3a}:", StringComparison.Ordinal)
            : plain;
    }

    /// <summary>For a terminal and for a log: one line, in which nothing moves the cursor, turns the text or begins a command.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">How much of it is shown.</param>
    public static string Plain(string text, int maximum = MaximumLength) => Plain(text, maximum, keepsLines: false);

    /// <summary>For text between HTML tags in Markdown, where a backslash is one.</summary>
    public static string HtmlInMarkdown(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in Plain(text))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '-' or '_' or ':' || c > 127)
                escaped.Append(c);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
        }

        return escaped.ToString();
    }

    /// <summary>For running text in Markdown: every character that means something there is escaped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">How much of it is shown.</param>
    public static string Markdown(string text, int maximum = MaximumLength)
    {
        var escaped = new StringBuilder();
        foreach (var c in Plain(text, maximum))
        {
            // A mention notifies somebody, and a number with # is a link to an issue.
            if (c is '<' or '>' or '&' or '@' or '#')
                escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else if (char.IsAsciiLetterOrDigit(c) || c is ' ' or ',' or '.' or ';' or '/' or '\'' or '"' or '%' or '?' or ':' || c > 127)
                escaped.Append(c);
            else
                escaped.Append('\\').Append(c);
        }

        // A protocol makes a link.
        return escaped.ToString()
            .Replace("://", "&#58;//", StringComparison.Ordinal)
            .Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>For a code span in a cell of a table in Markdown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maximum">How much of it is shown.</param>
    public static string Code(string text, int maximum = MaximumLength)
    {
        var plain = Plain(text, maximum);
        // A cell ends at a bar even within code, and a span at as many backticks as it begins with.
        return plain.Length == 0 ? ""
            : plain.Contains('`') || plain.Contains('|') || plain.Contains('\\') ? Markdown(text, maximum)
            : $"`{plain}`";
    }

    /// <summary>For the text of an element and for the value of an attribute in double quotes; lines stay lines.</summary>
    public static string Html(string text) => Plain(text, MaximumLengthInHtml, keepsLines: true)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    private static string Plain(string text, int maximum, bool keepsLines)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            // What is escaped is longer.
            if (plain.Length >= maximum)
                return plain.Append(CultureInfo.InvariantCulture, $"… ({text.Length:#,0} characters)").ToString();
            if (IsHarmless(rune) || (keepsLines && rune.Value == '\n'))
                plain.Append(rune);
            else
                plain.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
        }

        return plain.ToString();
    }

    // Controls, and what turns or hides the text around it: marks of direction, spaces without width, what is not assigned.
    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
