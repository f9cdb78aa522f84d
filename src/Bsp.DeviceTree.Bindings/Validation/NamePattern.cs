using System.Text.RegularExpressions;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>
/// A pattern. What every match has in it rules most names out, so that the regular expression is seldom needed, and often not at all.
/// </summary>
internal sealed class NamePattern
{
    private readonly bool _isAnchored;
    private readonly string _start;
    private readonly string _end;
    private readonly bool _isStartOnly;
    private Regex? _regex;
    private FormatException? _fault;

    /// <summary>A pattern.</summary>
    /// <param name="text">It, as Python understands it.</param>
    public NamePattern(string text)
    {
        Text = text;
        _isAnchored = text is ['^', ..];
        _start = StartOf(text, _isAnchored ? 1 : 0);
        _end = EndOf(text);
        _isStartOnly = _isAnchored && text.Length == _start.Length + 3 && text.EndsWith(".*", StringComparison.Ordinal);
    }

    /// <summary>The pattern.</summary>
    public string Text { get; }

    /// <summary>Whether a text has what the pattern describes.</summary>
    /// <exception cref="FormatException">It is not a pattern, or takes too long.</exception>
    public bool IsMatch(string name) => CanMatch(name) && (_isStartOnly || Find(name));

    private bool CanMatch(string name) =>
        (_isAnchored ? name.StartsWith(_start, StringComparison.Ordinal) : name.Contains(_start, StringComparison.Ordinal))
        // A line break may follow the end.
        && (name.EndsWith(_end, StringComparison.Ordinal) || name is [.., '\n']);

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
    private static string StartOf(string text, int start)
    {
        if (text.Contains('|', StringComparison.Ordinal))
            return "";
        var end = start;
        while (end < text.Length && IsPlain(text[end]))
            end++;
        // The last one may be repeated, also not at all.
        if (end < text.Length && text[end] is '*' or '?' or '{')
            end--;
        return text[start..Math.Max(end, start)];
    }

    // What every match ends with: '-supply$'.
    private static string EndOf(string text)
    {
        if (text is not [.., '$'] || text.Contains('|', StringComparison.Ordinal))
            return "";
        var start = text.Length - 1;
        while (start > 0 && IsPlain(text[start - 1]))
            start--;
        // What follows a backslash stands for something else.
        return start > 0 && text[start - 1] == '\\' ? "" : text[start..^1];
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is ',' or '-' or '_' or '@' or '#';
}
