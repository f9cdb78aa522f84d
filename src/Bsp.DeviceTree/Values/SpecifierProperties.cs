namespace Bsp.DeviceTrees;

/// <summary>Properties whose value is a list of references to nodes, each with the cells that the node asks for.</summary>
internal static class SpecifierProperties
{
    /// <summary>What a property's nodes may leave unsaid: <c>msi-parent</c>'s <c>#msi-cells</c>.</summary>
    public const string MsiParent = "msi-parent";

    /// <summary>
    /// Those that dtc checks, in its order, with the property of the other node that says how many cells follow
    /// (scripts/dtc/checks.c). Its checks have their names, with underscores.
    /// </summary>
    public static IReadOnlyList<(string Property, string Cells)> Checked { get; } =
    [
        ("clocks", "#clock-cells"),
        ("cooling-device", "#cooling-cells"),
        ("dmas", "#dma-cells"),
        ("hwlocks", "#hwlock-cells"),
        ("interrupts-extended", "#interrupt-cells"),
        ("io-channels", "#io-channel-cells"),
        ("iommus", "#iommu-cells"),
        ("mboxes", "#mbox-cells"),
        (MsiParent, "#msi-cells"),
        ("mux-controls", "#mux-control-cells"),
        ("phys", "#phy-cells"),
        ("power-domains", "#power-domain-cells"),
        ("pwms", "#pwm-cells"),
        ("resets", "#reset-cells"),
        ("sound-dai", "#sound-dai-cells"),
        ("thermal-sensors", "#thermal-sensor-cells"),
    ];

    // Beside them those of the kernel's drivers/of/property.c (of_supplier_bindings) and of its bindings.
    private static readonly Dictionary<string, string> s_cells = Checked
        .Concat(
        [
            ("assigned-clocks", "#clock-cells"),
            ("assigned-clock-parents", "#clock-cells"),
            ("access-controllers", "#access-controller-cells"),
            ("interconnects", "#interconnect-cells"),
            ("io-backends", "#io-backend-cells"),
            ("nvmem-cells", "#nvmem-cell-cells"),
            ("trigger-sources", "#trigger-source-cells"),
        ])
        .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal)
    {
        "backlight", "cache-controller", "cpu", "cpu-idle-states", "cpus", "ddc-i2c-bus", "ethernet", "extcon",
        "interrupt-affinity", "interrupt-parent",
        "l2-cache", "leds", "link", "memory-region", "mmc-pwrseq", "next-level-cache", "nvmem", "operating-points-v2", "opp-table",
        "panel", "pcs-handle", "phy-handle",
        "power-supplies", "remote-endpoint", "required-opps", "sfp", "shmem", "syscon", "trip", "wakeup-parent",
    };

    /// <summary>The property that says how many cells follow each reference of a property; null where there is none.</summary>
    public static string? CellsOf(string property) =>
        s_cells.TryGetValue(property, out var cells) ? cells : IsGpio(property) ? "#gpio-cells" : null;

    /// <summary>Whether a property is a list of references, and nothing besides.</summary>
    public static bool IsPlainList(string property) =>
        s_plain.Contains(property)
        || property.EndsWith("-supply", StringComparison.Ordinal)
        || (property is ['p', 'i', 'n', 'c', 't', 'r', 'l', '-', .. var number] && number.All(letter => letter is >= '0' and <= '9'));

    /// <summary>Whether a property lists GPIOs (scripts/dtc/checks.c, prop_is_gpio).</summary>
    public static bool IsGpio(string property) =>
        property is "gpio" or "gpios"
        || property.EndsWith("-gpio", StringComparison.Ordinal)
        // A number of GPIOs, and no list.
        || (property.EndsWith("-gpios", StringComparison.Ordinal) && !property.EndsWith(",nr-gpios", StringComparison.Ordinal));
}
