using System.Text.RegularExpressions;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>A pattern, which remembers what it has seen: a tree has few names, many times.</summary>
internal sealed class NamePattern
{
    // A tree has some 2,000 names.
    private const int MostKnown = 10_000;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly string _prefix;
    private readonly bool _isPrefixOnly;
    private Regex? _regex;
    private FormatException? _fault;

    /// <summary>A pattern.</summary>
    /// <param name="text">It, as Python understands it.</param>
    public NamePattern(string text)
    {
        Text = text;
        _prefix = PrefixOf(text);
        _isPrefixOnly = text.Length == _prefix.Length + 3 && text.EndsWith(".*", StringComparison.Ordinal);
    }

    /// <summary>The pattern.</summary>
    public string Text { get; }

    /// <summary>Whether a text has what the pattern describes.</summary>
    /// <exception cref="FormatException">It is no pattern, or takes too long.</exception>
    public bool IsMatch(string name)
    {
        if (!name.StartsWith(_prefix, StringComparison.Ordinal))
            return false;
        if (_isPrefixOnly)
            return true;
        if (_known.TryGetValue(name, out var isMatch))
            return isMatch;
        isMatch = Find(name);
        if (_known.Count < MostKnown)
            _known.Add(name, isMatch);
        return isMatch;
    }

    // What has taken too long once is not tried again.
    private bool Find(string name)
    {
        if (_fault is not null)
            throw _fault;
        try
        {
            return PythonRegex.IsMatch(_regex ??= PythonRegex.Compile(Text), name);
        }
        catch (FormatException exception)
        {
            _fault = exception;
            throw;
        }
    }

    // What every match begins with: most patterns of Linux are '^vendor,.*', of which most names meet none.
    private static string PrefixOf(string text)
    {
        if (text is not ['^', ..] || text.Contains('|', StringComparison.Ordinal))
            return "";
        var end = 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is ',' or '-' or '_' or '@' or '#'))
            end++;
        // The last one may be repeated, also not at all.
        if (end < text.Length && text[end] is '*' or '?' or '{')
            end--;
        return text[1..Math.Max(end, 1)];
    }
}
