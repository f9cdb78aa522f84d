namespace Bsp.Boards.Families;

/// <summary>Marvell's 88E6190: an Ethernet switch with eight Gigabit PHYs inside and three ports of 10 Gbit/s.</summary>
public static class Mv88E6190
{
    /// <summary>The switch, on the MDIO bus of CN9130.</summary>
    /// <param name="label">Its label; those of its PHYs are this with <c>phy1</c> to <c>phy8</c>.</param>
    /// <param name="address">Its address on the bus.</param>
    /// <param name="member">Its number among the board's switches.</param>
    /// <param name="reset">The line that resets it.</param>
    /// <param name="controller">The label of the GPIO controller that it interrupts.</param>
    /// <param name="line">The controller's line, which interrupts when low.</param>
    public static DtNode Switch(string label, uint address, uint member, Gpio reset, string controller, uint line) => new("&cp0_mdio")
    {
        Nodes =
        [
            new(
                $"switch@{address}",
                [
                    new("compatible", "marvell,mv88e6190"),
                    new("reg", address),
                    .. s_cells,
                    new("reset-gpios", reset.Cells),
                    new("interrupts-extended", new DtCells(controller, line, DtCell.Macro("IRQ_TYPE_LEVEL_LOW"))),
                    new("interrupt-controller"),
                    new("dsa,member", new DtCells(0, member)),
                ])
            {
                Label = label,
                Nodes =
                [
                    new("mdio", s_cells)
                    {
                        Nodes =
                        [
                            Phy(label, 1), Phy(label, 2), Phy(label, 3), Phy(label, 4),
                            Phy(label, 5), Phy(label, 6), Phy(label, 7), Phy(label, 8),
                        ],
                    },
                ],
            },
        ],
    };

    /// <summary>A Gigabit port whose PHY is inside.</summary>
    /// <param name="label">The label of the switch.</param>
    /// <param name="number">The port's number in the switch, 1 to 8.</param>
    /// <param name="name">What the interface is called.</param>
    /// <param name="mac">Its MAC address.</param>
    /// <param name="second">The light beside the green one.</param>
    public static SwitchPort Copper(string label, uint number, string name, MacSource mac, PortLed second) => new(number, name)
    {
        Mac = mac,
        Mode = "gmii",
        Phy = $"{label}phy{number}",
        Leds = [new(0, "tp", LedColor.Green, LedState.Keep), second],
    };

    private static readonly Seq<DtProperty> s_cells = [new("#address-cells", 1), new("#size-cells", 0)];

    private static DtNode Phy(string label, uint number) => new(
        $"ethernet-phy@{number}",
        new("compatible", "ethernet-phy-ieee802.3-c22"),
        new("reg", number),
        new("eee-broken-100tx"),
        new("eee-broken-1000t"))
    {
        Label = $"{label}phy{number}",
    };
}
