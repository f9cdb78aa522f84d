using System.Globalization;

namespace Bsp.Model;

/// <summary>The ports of an Ethernet switch (Documentation/devicetree/bindings/net/dsa/dsa-port.yaml).</summary>
/// <param name="Switch">The switch: its path, or '&amp;' and its label.</param>
/// <param name="Ports">The ports.</param>
public sealed record SwitchPorts(string Switch, params Seq<SwitchPort> Ports) : DtDevice
{
    /// <summary>The ports, each number once.</summary>
    /// <exception cref="ModelException">Two have the same number.</exception>
    public Seq<SwitchPort> Ports { get; init => field = CheckedNumbers(value); } = CheckedNumbers(Ports);

    /// <summary>The name of the node that contains the ports in the base: <c>ports</c>, or <c>ethernet-ports</c>.</summary>
    public DtNodeName Folder { get; init; } = "ports";

    /// <inheritdoc/>
    public override DtNode Node => new(Switch)
    {
        Nodes =
        [
            new DtNode(Folder, Cell("#address-cells", 1), Cell("#size-cells", 0))
            {
                Nodes = Seq<DtNode>.Of(Ports.Select(port => port.Node)),
            },
        ],
    };

    private static Seq<SwitchPort> CheckedNumbers(Seq<SwitchPort> ports) =>
        ports.GroupBy(port => port.Number).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new ModelException($"the switch has two ports with the number {twice.Key.ToString(CultureInfo.InvariantCulture)}")
            : ports;
}

/// <summary>A port of an Ethernet switch.</summary>
/// <param name="Number">Its number in the switch.</param>
/// <param name="Name">The name of the interface, as printed on the case, such as <c>lan1</c>; null for the CPU port.</param>
public sealed record SwitchPort(uint Number, InterfaceName? Name = null) : DtDevice
{
    /// <summary>A label that other nodes can refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>The label of the port's PHY.</summary>
    public DtLabel? Phy { get; init; }

    /// <summary>
    /// How the port is wired, such as <c>sgmii</c>, <c>2500base-x</c> or <c>internal</c> (ethernet-controller.yaml, phy-mode).
    /// </summary>
    public PlainName? Mode { get; init; }

    /// <summary>The label of the CPU's Ethernet controller that this port connects to.</summary>
    public DtLabel? Controller { get; init; }

    /// <summary>The speed of a fixed link in Mbit/s, full duplex; null where the link is negotiated.</summary>
    public uint? FixedSpeed { get; init; }

    /// <summary>Whether the link is negotiated in band, as with SFP modules (<c>managed</c>).</summary>
    public bool IsInBand { get; init; }

    /// <summary>The label of the port's SFP cage.</summary>
    public DtLabel? Sfp { get; init; }

    /// <summary>The labels of the ports of other switches that are reached through this one, its neighbour first.</summary>
    public Seq<DtLabel> Links { get; init; } = [];

    /// <summary>Where the interface finds its MAC address; null where it inherits the CPU port's.</summary>
    public MacSource? Mac { get; init; }

    /// <summary>The lights at the port.</summary>
    public Seq<PortLed> Leds { get; init; } = [];

    /// <inheritdoc/>
    public override DtNode Node => new(
        "port@" + Number.ToString("x", CultureInfo.InvariantCulture),
        [
            Cell("reg", Number),
            .. OneText("label", Name),
            .. OneReference("ethernet", Controller),
            .. OneReference("phy-handle", Phy),
            .. OneText("phy-mode", Mode),
            .. OneText("managed", IsInBand ? "in-band-status" : null),
            .. OneReference("sfp", Sfp),
            .. Links.Count == 0 ? (Seq<DtProperty>)[] : [new("link", new DtCells(Seq<DtCell>.Of(Links.Select(label => (DtCell)label))))],
            .. Mac?.Properties ?? [],
        ])
    {
        Label = Label,
        Nodes =
        [
            .. FixedSpeed is { } speed ? (Seq<DtNode>)[new("fixed-link", Cell("speed", speed), new("full-duplex"))] : [],
            .. Leds.Count > 0 ? (Seq<DtNode>)[PortLed.Group(Leds)] : [],
        ],
    };
}
