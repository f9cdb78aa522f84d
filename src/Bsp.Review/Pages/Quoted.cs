using System.Globalization;
using System.Text;

namespace Bsp.Review.Pages;

/// <summary>Text that others have written, so that it is only ever read: on a terminal, in Markdown, and in HTML.</summary>
public static class Quoted
{
    private const int MaximumLength = 300;

    // A page has more room than a line.
    private const int MaximumLengthInHtml = 4000;

    /// <summary>For a terminal and for a log: one line, in which nothing moves the cursor, turns the text or begins a command.</summary>
    public static string Plain(string text) => Plain(text, MaximumLength, keepsLines: false);

    /// <summary>For running text in Markdown: every character that means something there is escaped.</summary>
    public static string Markdown(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in Plain(text))
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
        return escaped.ToString().Replace("://", "&#58;//", StringComparison.Ordinal).Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>For a code span in a cell of a table in Markdown.</summary>
    public static string Code(string text)
    {
        var plain = Plain(text);
        // A cell ends at a bar even within code, and a span at as many backticks as it begins with.
        return plain.Length == 0 ? "" : plain.Contains('`') || plain.Contains('|') || plain.Contains('\\') ? Markdown(text) : $"`{plain}`";
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
        var shown = text.Length <= maximum ? text : text[..maximum];
        foreach (var rune in shown.EnumerateRunes())
        {
            if (IsHarmless(rune) || (keepsLines && rune.Value == '\n'))
                plain.Append(rune);
            else
                plain.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
        }

        if (shown.Length < text.Length)
            plain.Append(CultureInfo.InvariantCulture, $"… ({text.Length:#,0} characters)");
        return plain.ToString();
    }

    // Controls, and what turns or hides the text around it: marks of direction, spaces without width, what is not assigned.
    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.Surrogate);
}
