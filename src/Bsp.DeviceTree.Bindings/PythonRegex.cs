using System.Text;
using System.Text.RegularExpressions;

namespace Bsp.DeviceTrees.Bindings;

/// <summary>The patterns of bindings are those of Python's <c>re</c>, which are looked for anywhere in a text.</summary>
internal static class PythonRegex
{
    // Patterns of bindings need microseconds. RegexOptions.NonBacktracking would bound all, but takes longer to prepare than a
    // whole board to check.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Regex Compile(string pattern)
    {
        try
        {
            return new(Translate(pattern), RegexOptions.CultureInvariant, s_patience);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"'{pattern}' is not a pattern: {exception.Message}", exception);
        }
    }

    /// <summary>Whether a text has what a pattern describes.</summary>
    /// <exception cref="FormatException">That cannot be said in reasonable time.</exception>
    public static bool IsMatch(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException exception)
        {
            throw new FormatException($"the pattern '{pattern}' takes more than {s_patience.TotalMilliseconds} ms for '{text}'", exception);
        }
    }

    // What .NET reads otherwise: {,n} is a text, \_ an error, and -[ in a class takes characters out of it.
    private static string Translate(string pattern)
    {
        var text = new StringBuilder(pattern.Length);
        var isClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                if (pattern[++i] is not '_')
                    text.Append('\\');
                text.Append(pattern[i] == 'Z' ? 'z' : pattern[i]);
            }
            else if (c == '[' && isClass)
            {
                text.Append(@"\[");
            }
            else if (c == '{' && !isClass && i + 1 < pattern.Length && pattern[i + 1] == ',')
            {
                text.Append("{0");
            }
            else
            {
                var isFirst = c == ']' && isClass && (text[^1] == '[' || (text.Length > 1 && text[^1] == '^' && text[^2] == '['));
                isClass = c == '[' || (isClass && (c != ']' || isFirst));
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
