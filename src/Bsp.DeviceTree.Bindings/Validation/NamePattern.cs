using System.Text.RegularExpressions;

namespace Bsp.DeviceTrees.Bindings.Validation;

/// <summary>A pattern, which remembers what it has seen: a tree has few names, many times.</summary>
/// <param name="text">The pattern, as Python understands it.</param>
internal sealed class NamePattern(string text)
{
    // A tree has some 2,000 names.
    private const int MostKnown = 10_000;

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private Regex? _regex;

    /// <summary>The pattern.</summary>
    public string Text { get; } = text;

    /// <summary>Whether a text has what the pattern describes.</summary>
    /// <exception cref="FormatException">It is no pattern, or takes too long.</exception>
    public bool IsMatch(string name)
    {
        if (_known.TryGetValue(name, out var isMatch))
            return isMatch;
        isMatch = PythonRegex.IsMatch(_regex ??= PythonRegex.Compile(Text), name);
        if (_known.Count < MostKnown)
            _known.Add(name, isMatch);
        return isMatch;
    }
}
