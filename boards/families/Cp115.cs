namespace Bsp.Boards.Families;

/// <summary>
/// The communications processor of Marvell's CN9130, as switches are built around it: two I²C buses, a flash with two boot loaders,
/// eMMC.
/// </summary>
public static class Cp115
{
    /// <summary>The chip's tree in the kernel, and what that leaves to boards.</summary>
    /// <param name="name">The blob's name without its suffix.</param>
    /// <param name="flashHertz">The maximum clock of the boot flash.</param>
    /// <param name="board">What the board adds.</param>
    public static DeviceTree Tree(string name, uint flashHertz, Seq<DtNode> board) => DeviceTree.From("marvell/cn9130.dtsi") with
    {
        Name = name,
        StatesIdentity = true,
        Edits =
        [
            new("&cp0_syscon0")
            {
                Nodes = [new("pinctrl", new DtProperty("compatible", "marvell,cp115-standalone-pinctrl")) { Label = "cp0_pinctrl" }],
            },
            new("&cp0_xmdio", new DtProperty("clock-names", "gop_clk", "mg_clk", "mg_core_clk", "axi_clk")),
            new("/memory@0", new("device_type", "memory"), new("reg", new DtCells(0, 0, 0, 0x8000_0000))),
            Enable("&cp0_gpio1"),
            Enable("&cp0_gpio2"),
            Enable("&cp0_crypto"),
            Enable("&cp0_ethernet"),
            new("&ap_sdhci0", s_okay, new("bus-width", 8), new("mmc-ddr-1_8v"), new("mmc-hs400-1_8v")),
            Pins("cp0_i2c0_pins", "cp0-i2c0-pins", "i2c0", ["mpp37", "mpp38"]),
            Pins("cp0_i2c1_pins", "cp0-i2c1-pins", "i2c1", ["mpp36", "mpp35"]),
            Pins("cp0_spi1_pins", "cp0-spi-pins-0", "spi1", ["mpp13", "mpp14", "mpp15", "mpp16"]),
            Bus("&cp0_i2c0", "cp0_i2c0_pins", []),
            Bus("&cp0_i2c1", "cp0_i2c1_pins", []),
            Bus("&cp0_spi1", "cp0_spi1_pins", [Flash(flashHertz)]),
            .. board,
        ],
    };

    /// <summary>Pins that a device gets.</summary>
    /// <param name="label">Their label.</param>
    /// <param name="name">Their node.</param>
    /// <param name="function">The device, as the pin controller calls it.</param>
    /// <param name="pins">The pins.</param>
    public static DtNode Pins(string label, string name, string function, Seq<DtValue> pins) => new("&cp0_pinctrl")
    {
        Nodes = [new(name, new("marvell,pins", pins), new("marvell,function", function)) { Label = label }],
    };

    /// <summary>A device that is only enabled.</summary>
    public static DtNode Enable(string device) => new(device, s_okay);

    /// <summary>A bus that is enabled on some pins.</summary>
    /// <param name="bus">The bus.</param>
    /// <param name="pins">The label of the pins.</param>
    /// <param name="devices">The devices on it.</param>
    public static DtNode Bus(string bus, string pins, Seq<DtNode> devices) =>
        new(bus, s_okay, new("pinctrl-names", "default"), new("pinctrl-0", new DtCells(pins))) { Nodes = devices };

    /// <summary>A multiplexer of several I²C buses on the second bus.</summary>
    /// <param name="address">Its address.</param>
    /// <param name="properties">Additional properties.</param>
    /// <param name="buses">The buses.</param>
    public static DtNode BusSwitch(uint address, Seq<DtProperty> properties, Seq<DtNode> buses) => new("&cp0_i2c1")
    {
        Nodes =
        [
            new($"i2cmux@{address:x}", [new("compatible", "nxp,pca9548"), .. s_cells, new("reg", address), .. properties])
            {
                Nodes = buses,
            },
        ],
    };

    /// <summary>One of the buses behind <see cref="BusSwitch"/>.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="label">Its label.</param>
    public static DtNode Branch(uint number, string label) => new($"i2c@{number}", [new("reg", number), .. s_cells]) { Label = label };

    /// <summary>A bus behind <see cref="BusSwitch"/> with nothing connected.</summary>
    /// <param name="number">Its number.</param>
    public static DtNode Unused(uint number) => new($"i2c@{number}", [new("reg", number), .. s_cells, new("status", "disabled")]);

    /// <summary>An EEPROM with vital product data.</summary>
    /// <param name="address">Its address on the bus.</param>
    /// <param name="label">Its label.</param>
    /// <param name="board">Which board's data it has, as Infix calls it.</param>
    /// <param name="chip">The chip's compatible.</param>
    /// <param name="properties">Additional properties.</param>
    public static DtNode Vpd(uint address, string label, string board, string chip, Seq<DtProperty> properties) =>
        new($"eeprom@{address:x}", [new("infix,board", board), new("compatible", chip), new("reg", address), .. properties])
        {
            Label = label,
        };

    /// <summary>An Ethernet port of the processor whose MAC address is the board's first.</summary>
    /// <param name="port">The port.</param>
    /// <param name="mode">How it is wired.</param>
    /// <param name="lane">The label of its SerDes lane.</param>
    /// <param name="number">The number of the port at the lane.</param>
    public static DtNode Ethernet(string port, string mode, string lane, uint number) => new(
        port,
        [
            s_okay,
            new("phy-mode", mode),
            new("phys", new DtCells(lane, number)),
            new("managed", "in-band-status"),
            .. Mac(0).Properties,
        ]);

    /// <summary>The CPU port of a switch.</summary>
    /// <param name="number">Its number in the switch.</param>
    public static SwitchPort ToProcessor(uint number) =>
        new(number, "cpu") { Controller = "cp0_eth0", Mode = "10gbase-r", FixedSpeed = 10_000 };

    /// <summary>A MAC address of the board.</summary>
    /// <param name="number">Which one after the first, the processor's.</param>
    public static MacSource Mac(uint number) => new(BaseMac, number);

    /// <summary>ONIE's TLV table in a VPD, with the first of the board's MAC addresses.</summary>
    public static DtNode Addresses =>
        new NvmemLayout(new NvmemCell("mac-address") { Label = BaseMac, IsMacBase = true }) { IsOnieTlv = true };

    private const string BaseMac = "base_mac";

    private static readonly DtProperty s_okay = new("status", "okay");

    private static readonly Seq<DtProperty> s_cells = [new("#address-cells", 1), new("#size-cells", 0)];

    private static DtNode Flash(uint hertz) => new(
        "spi-flash@0",
        new("#address-cells", 1),
        new("#size-cells", 1),
        new("compatible", "jedec,spi-nor", "spi-flash"),
        new("reg", 0),
        new("spi-max-frequency", hertz))
    {
        Nodes = [new FixedPartitions(Loader("boot0", ByteSize.Zero), Loader("boot1", 2.MiB()))],
    };

    private static FixedPartition Loader(string name, ByteSize offset) => new(name, offset, 2.MiB()) { NodeName = name };
}
