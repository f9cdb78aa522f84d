namespace Bsp.Model;

/// <summary>
/// What a device finds below <c>/usr/share/product/&lt;compatible&gt;</c>, from the most general to the most specific of its compatibles.
/// </summary>
/// <param name="Compatible">One of the root compatibles of a variant; null for the first of <see cref="Board.Identity"/>.</param>
public sealed record InfixProduct(Compatible? Compatible = null)
{
    /// <summary>Interfaces that are renamed from the kernel's name to the one on the case.</summary>
    public Seq<InfixPort> Ports { get; init; } = [];

    /// <summary>Hardware quirks of interfaces.</summary>
    public Seq<InterfaceQuirks> Quirks { get; init; } = [];

    /// <summary>The configuration that a device starts with and is reset to; null for the image's.</summary>
    public FactoryConfig? FactoryConfig { get; init; }

    /// <summary>The rules of the LEDs; null for Infix's own.</summary>
    public LedControl? Leds { get; init; }

    /// <summary>Further files, which the device copies to its root filesystem.</summary>
    public Seq<RootEntry> Files { get; init; } = [];

    /// <summary>The compatible under which devices find it; null where neither the product nor the board has one (BSP1010).</summary>
    public Compatible? CompatibleOn(Board board) => Compatible ?? (board.Identity.Compatibles is [var first, ..] ? first : null);
}

/// <summary>An interface that is renamed to the name on the case.</summary>
/// <param name="Name">The name, such as <c>wan</c>.</param>
/// <param name="DevicePath">
/// Its path in /sys, such as <c>/devices/platform/ff540000.ethernet/net/eth0</c>; may have shell wildcards.
/// </param>
public sealed record InfixPort(InterfaceName Name, string DevicePath)
{
    /// <summary>Its path in /sys.</summary>
    public string DevicePath { get; init =>
        field = TextRules.Word(value, "a device path", "/.:-_*?"); } = TextRules.Word(DevicePath, "a device path", "/.:-_*?");
}

/// <summary>Hardware quirks of an interface, such as <c>broken-autoneg</c>.</summary>
/// <param name="Interface">The interface, or <c>@ethtool:driver=…</c> for all interfaces of a driver.</param>
/// <param name="Quirks">The quirks, as Infix names them.</param>
public sealed record InterfaceQuirks(string Interface, params Seq<PlainName> Quirks)
{
    /// <summary>The interface, or <c>@ethtool:driver=…</c> for all interfaces of a driver.</summary>
    public string Interface { get; init =>
        field = TextRules.Word(value, "an interface", "-_.@:="); } = TextRules.Word(Interface, "an interface", "-_.@:=");

    private static Seq<string> CheckedQuirks(Seq<string> quirks) =>
        Seq<string>.Of(quirks.Select(quirk => TextRules.Word(quirk, "a quirk", "-")));
}
