using Bsp.Shared;

namespace Bsp.Kconfig;

/// <summary>Finds symbols whose names are near to a misspelt one.</summary>
public static class NearestSymbols
{
    /// <summary>The names of defined symbols that differ least, the nearest first, three at most; none where nothing is near.</summary>
    public static IReadOnlyList<string> Find(string name, KconfigTree tree) =>
        NearestNames.Find(
            // The prefix may be repeated.
            tree.Dialect.Prefix is { Length: > 0 } prefix && name.StartsWith(prefix, StringComparison.Ordinal)
                ? name.Substring(prefix.Length)
                : name,
            tree.Symbols.Where(symbol => symbol is { IsDefined: true, IsConstant: false, Name: not null }).Select(symbol => symbol.Name!));
}
