using Bsp.Kconfig;

namespace Bsp.Review.Kernels;

/// <summary>Finds what a symbol of one kernel is called in another.</summary>
internal static class RenamedSymbols
{
    /// <summary>The new name of a symbol that is gone: the one that is new and is offered with the same words.</summary>
    /// <param name="symbol">The old name, without <c>CONFIG_</c>.</param>
    /// <param name="before">The kernel that has it.</param>
    /// <param name="after">The kernel that does not.</param>
    /// <returns>Null where it is not gone, or not exactly one symbol has its words.</returns>
    public static string? Find(string symbol, KconfigTree before, KconfigTree after)
    {
        if (before == after || after.Find(symbol) is { IsDefined: true })
            return null;
        if (before.Find(symbol) is not { IsDefined: true } old || Words(old) is not { } words)
            return null;
        var found = after.Symbols
            .Where(other => other is { IsDefined: true, IsConstant: false, Name: not null } && Words(other) == words
                && before.Find(other.Name) is not { IsDefined: true })
            .ToList();
        return found is [var only] ? only.Name : null;
    }

    // A single word, such as the name of an algorithm, is in many menus.
    private static string? Words(Symbol symbol) =>
        symbol.Properties.FirstOrDefault(property => property.Text is not null)?.Text is { } text && text.Contains(' ') ? text : null;
}
