namespace Bsp.DeviceTrees.Checks;

/// <summary>What a kernel's build turns on and off (scripts/Makefile.lib of Linux 6.1, scripts/Makefile.dtbs of 6.12).</summary>
public static class KernelWarnings
{
    private static readonly string[] s_quiet =
    [
        "unit_address_vs_reg", "avoid_unnecessary_addr_size", "alias_paths", "graph_child_address", "simple_bus_reg",
        "unique_unit_address",
    ];

    private static readonly string[] s_strict = ["node_name_chars_strict", "property_name_chars_strict", "interrupt_provider"];

    /// <summary>The options for <see cref="CompilerOptions.Checks"/>.</summary>
    /// <param name="level">0 for what a build warns of, 1 and 2 for <c>make W=1</c> and <c>W=2</c>.</param>
    public static IReadOnlyList<(string Option, bool AsError)> OfLevel(int level) =>
    [
        .. level < 1 ? s_quiet.Select(name => ("no-" + name, false)) : [],
        .. s_strict.Take(level < 2 ? 0 : s_strict.Length).Select(name => (name, false)),
        .. level < 2 ? (IEnumerable<(string, bool)>)[("no-interrupt_provider", false)] : [],
    ];
}
