namespace Bsp.Model;

/// <summary>
/// What a device finds below <c>/usr/share/product/&lt;compatible&gt;</c>, for the most general to the most special of its compatibles.
/// </summary>
/// <param name="Compatible">One of the root compatibles of a variant; null for the first of <see cref="Board.Identity"/>.</param>
public sealed record InfixProduct(Compatible? Compatible = null)
{
    /// <summary>Interfaces that bear the name on the case instead of the kernel's.</summary>
    public Seq<InfixPort> Ports { get; init; } = [];

    /// <summary>What the hardware of an interface gets wrong.</summary>
    public Seq<InterfaceQuirks> Quirks { get; init; } = [];

    /// <summary>The configuration that the device starts with, and comes back to; null for the one of the image.</summary>
    public FactoryConfig? FactoryConfig { get; init; }

    /// <summary>What the lights show; null for Infix's own rules.</summary>
    public LedControl? Leds { get; init; }

    /// <summary>Files besides these, which the device copies to its root.</summary>
    public Seq<RootEntry> Files { get; init; } = [];

    /// <summary>The compatible that devices find it under; null where neither the product nor the board has one (BSP1010).</summary>
    public Compatible? CompatibleOn(Board board) => Compatible ?? (board.Identity.Compatibles is [var first, ..] ? first : null);
}

/// <summary>An interface under the name on the case.</summary>
/// <param name="Name">The name, such as <c>wan</c>.</param>
/// <param name="DevicePath">
/// Where the kernel has it below /sys, such as <c>/devices/platform/ff540000.ethernet/net/eth0</c>; may have shell wildcards.
/// </param>
public sealed record InfixPort(InterfaceName Name, string DevicePath)
{
    /// <summary>Where the kernel has it below /sys.</summary>
    public string DevicePath { get; init =>
        field = TextRules.Word(value, "a device path", "/.:-_*?"); } = TextRules.Word(DevicePath, "a device path", "/.:-_*?");
}

/// <summary>What the hardware of an interface gets wrong, such as <c>broken-autoneg</c>.</summary>
/// <param name="Interface">The interface, or <c>@ethtool:driver=…</c> for all of a driver.</param>
/// <param name="Quirks">The quirks, as Infix names them.</param>
public sealed record InterfaceQuirks(string Interface, params Seq<PlainName> Quirks)
{
    /// <summary>The interface, or <c>@ethtool:driver=…</c> for all of a driver.</summary>
    public string Interface { get; init =>
        field = TextRules.Word(value, "an interface", "-_.@:="); } = TextRules.Word(Interface, "an interface", "-_.@:=");

    private static Seq<string> CheckedQuirks(Seq<string> quirks) =>
        Seq<string>.Of(quirks.Select(quirk => TextRules.Word(quirk, "a quirk", "-")));
}
