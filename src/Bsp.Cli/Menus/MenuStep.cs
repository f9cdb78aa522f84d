using Bsp.Kconfig;

namespace Bsp.Cli.Menus;

/// <summary>Something that the user did to a configuration.</summary>
/// <param name="Name">What it was, such as <c>NET n -> y</c>.</param>
/// <param name="Symbols">The symbols that got values by it.</param>
/// <param name="Apply">Does it again, on the configuration as it was before.</param>
internal sealed record MenuStep(string Name, IReadOnlyList<Symbol> Symbols, Func<Configuration, Configuration> Apply)
{
    /// <summary>The files before and after it, where it loads another one; null for all other steps.</summary>
    public (MenuFile Before, MenuFile After)? Files { get; init; }

    /// <summary>How many steps were done when the file before was read or written, where it loads another one.</summary>
    public int SavedBefore { get; init; }
}
