using System.Globalization;

namespace Bsp.Model;

/// <summary>A light of an Ethernet port, driven by its PHY or switch (Documentation/devicetree/bindings/leds/common.yaml).</summary>
/// <param name="Number">Its number at the port.</param>
/// <param name="Function">What it shows.</param>
/// <param name="Color">The colour.</param>
/// <param name="Default">Its state when the driver starts.</param>
public sealed record PortLed(uint Number, PlainName Function, LedColor Color, LedState Default) : DtDevice
{
    /// <summary>Additional properties for the PHY's driver.</summary>
    public Seq<DtProperty> Properties { get; init; } = [];

    /// <inheritdoc/>
    public override DtNode Node => new(
        "led@" + Number.ToString("x", CultureInfo.InvariantCulture),
        [
            Cell("reg", Number),
            new("function", Function.Value),
            Cell("color", (uint)Color),
            new("default-state", Default.ToString().ToLowerInvariant()),
            .. Properties,
        ]);

    /// <summary>The <c>leds</c> node that groups the lights of a port or a PHY.</summary>
    public static DtNode Group(Seq<PortLed> leds) =>
        new DtNode("leds", Cell("#address-cells", 1), Cell("#size-cells", 0)) { Nodes = Seq<DtNode>.Of(leds.Select(led => led.Node)) };
}
