using Bsp.Cli.SourceTrees;
using Bsp.Kconfig;
using Bsp.Kconfig.Parsing;

namespace Bsp.Cli.Menus;

/// <summary>What a search has found, the nearest first.</summary>
/// <param name="tree">The symbols.</param>
/// <param name="helps">The help texts; null where there are none.</param>
internal sealed class SymbolMatches(KconfigTree tree, HelpTexts? helps)
{
    /// <summary>Finds symbols: by name, by prompt, and by help text after those.</summary>
    /// <param name="pattern">A regular expression, or several with blanks between, all of which have to match.</param>
    /// <exception cref="CliException">It is none, or takes too long.</exception>
    public IReadOnlyList<(Symbol Symbol, bool IsInHelp)> Find(string pattern)
    {
        var searches = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new SymbolSearch(word, inPrompts: true))
            .ToList();
        if (searches.Count == 0)
            return [];
        var bare = pattern.StartsWith(tree.Dialect.Prefix, StringComparison.Ordinal) ? pattern[tree.Dialect.Prefix.Length..] : pattern;
        var found = SymbolSearch.Defined(tree).Where(symbol => searches.TrueForAll(search => search.Matches(symbol))).ToHashSet();
        var inHelp = SymbolSearch.Defined(tree).Where(symbol => !found.Contains(symbol) && searches.TrueForAll(
            search => search.Matches(symbol) || symbol.Nodes.Any(node => Help(node) is { } help && search.Matches(help))));
        return
        [
            .. found.OrderBy(symbol => Distance(symbol, bare)).ThenBy(symbol => symbol.Name, StringComparer.Ordinal)
                .Select(symbol => (symbol, false)),
            .. inHelp.Select(symbol => (symbol, true)),
        ];
    }

    // The name itself, what begins with it, what has it in its name, what has it in its prompt; what has a prompt before what has none.
    private static int Distance(Symbol symbol, string word) => symbol.Name!.IndexOf(word, StringComparison.OrdinalIgnoreCase) switch
    {
        0 when symbol.Name.Length == word.Length => 0,
        0 => symbol.HasPrompt ? 1 : 4,
        > 0 => symbol.HasPrompt ? 2 : 4,
        _ => symbol.HasPrompt ? 3 : 4,
    };

    private string? Help(MenuNode node) => helps is null ? node.Help : helps.Of(node);
}
