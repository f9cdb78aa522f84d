using System.Text.RegularExpressions;
using Bsp.Kconfig;
using Symbol = Bsp.Kconfig.Symbol;

namespace Bsp.Cli.SourceTrees;

/// <summary>Finds symbols by a pattern.</summary>
internal sealed class SymbolSearch
{
    // Some patterns take exponentially long.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);
    private readonly Regex _regex;
    private readonly bool _inPrompts;

    /// <summary>A search.</summary>
    /// <param name="pattern">A regular expression; upper and lower case are alike, and CONFIG_ may precede it.</param>
    /// <param name="inPrompts">Whether prompts are searched, too.</param>
    /// <exception cref="CliException">The pattern is not a regular expression.</exception>
    public SymbolSearch(string pattern, bool inPrompts = false)
    {
        _inPrompts = inPrompts;
        try
        {
            var bare = pattern.StartsWith("CONFIG_", StringComparison.Ordinal) ? pattern["CONFIG_".Length..] : pattern;
            _regex = new(bare, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (RegexParseException e)
        {
            throw new CliException($"'{pattern}' is not a regular expression, at its character {e.Offset + 1}: {e.Error}");
        }
    }

    /// <summary>The defined symbols that match, by name.</summary>
    /// <exception cref="CliException">The search takes too long.</exception>
    public IReadOnlyList<Symbol> Find(KconfigTree tree) => [.. Defined(tree).Where(Matches)];

    /// <summary>The symbols that can be found, by name.</summary>
    public static IEnumerable<Symbol> Defined(KconfigTree tree) => tree.Symbols
        .Where(symbol => symbol is { IsDefined: true, IsConstant: false, Name: not null })
        .OrderBy(symbol => symbol.Name, StringComparer.Ordinal);

    /// <summary>Whether a symbol matches.</summary>
    /// <exception cref="CliException">The search takes too long.</exception>
    public bool Matches(Symbol symbol) => Matches(symbol.Name!)
        || (_inPrompts && symbol.Properties.Any(property => property.Text is { } text && Matches(text)));

    /// <summary>Whether a text matches.</summary>
    /// <exception cref="CliException">The search takes too long.</exception>
    public bool Matches(string text)
    {
        try
        {
            return _regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new CliException($"'{_regex}' takes too long; a simpler pattern finds symbols at once");
        }
    }
}
