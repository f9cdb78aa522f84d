using Bsp.Kconfig;

namespace Bsp.Cli.SourceTrees;

/// <summary>Finds symbols that the command line names.</summary>
internal static class SymbolLookup
{
    /// <summary>The symbol with a name, with its prefix or without.</summary>
    /// <exception cref="CliException">There is none; the message names some that are near.</exception>
    public static Symbol Find(KconfigTree tree, string name)
    {
        var prefix = tree.Dialect.Prefix;
        var bare = prefix.Length > 0 && name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
        if (tree.Find(bare) is { IsConstant: false } symbol)
            return symbol;
        var near = NearestSymbols.Find(bare, tree);
        throw new CliException(
            $"no Kconfig file defines or mentions '{bare}'" + (near.Count > 0 ? $"; did you mean {string.Join(", ", near)}?" : ""));
    }

    /// <summary>The symbol with a name that a file defines.</summary>
    public static Symbol FindDefined(KconfigTree tree, string name)
    {
        var symbol = Find(tree, name);
        if (symbol.IsDefined)
            return symbol;
        var near = NearestSymbols.Find(symbol.Name!, tree);
        throw new CliException(
            $"no Kconfig file defines '{symbol}', though some mention it"
                + (near.Count > 0 ? $"; did you mean {string.Join(", ", near)}?" : ""));
    }
}
