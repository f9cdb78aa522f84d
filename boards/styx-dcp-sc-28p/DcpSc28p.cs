namespace Bsp.Boards;

/// <summary>Styx DCP-SC-28P: 24 Gigabit ports and four SFP cages on three switches, which its two revisions wire differently.</summary>
public static class DcpSc28p
{
    private const string Product = "styx,dcp-sc-28p";
    private const string Blob = "dcp-sc-28p-";

    private static readonly DeviceTree s_a = Tree("a", RevisionA);

    [Board]
    public static readonly Board Board = new()
    {
        Id = "styx-dcp-sc-28p",
        Identity = new() { Vendor = "Styx", Model = "DCP-SC-28P", Compatibles = s_a.Compatibles },
        Soc = Armada.Cn9130,
        DeviceTrees = [s_a, Tree("b", RevisionB)],
        Console = new("ttyS0") { Node = "serial0" },
        Infix = new()
        {
            Prompt = "Styx DCP-SC-28P",
            Help = "Styx DCP-SC-28P: a switch with 24 Gigabit ports and four SFP cages, based on Marvell CN9130.",
            Packages = Armada.Packages,
            Settings = new() { Vpds = ["vpd"] },
            Files =
            [
                // The names by which the bootloader asks for them.
                new SymbolicLink("boot/styx/styx.dtb", Blob + "a.dtb"),
                new SymbolicLink("boot/styx/styx-b.dtb", Blob + "b.dtb"),
                new KeptFile("usr/libexec/styx/led.sh", "led.sh"),
            ],
            Products =
            [
                new(Product)
                {
                    Files =
                    [
                        // The kernel drives the lights of the ports, so the daemon that would is not started.
                        new TextFile("etc/finit.d/available/iitod.conf", "# led.sh has the lights on this board.\n"),
                        new SymbolicLink("etc/product/init.d/S10-led", "/usr/libexec/styx/led.sh"),
                    ],
                },
            ],
        },
    };

    private static DeviceTree Tree(string revision, Seq<DtNode> wiring) =>
        Cp115.Tree("styx/" + Blob + revision, flashHertz: 90_000_000, Common + wiring) with
        {
            Compatibles = [$"{Product}-{revision}", Product, .. Armada.Ap807],
        };

    private static Seq<DtNode> Common =>
    [
        // Nothing feeds it when the power is off, and it does not say so: it has any time after a cold start.
        new("&cp0_rtc", new DtProperty("status", "disabled")),
        Cp115.Enable("&uart0"),
        // Not in use: it would take the console's name.
        Cp115.Pins("cp0_uart1_pins", "cp0-uart1-pins", "uart1", ["mpp53", "mpp47"]),
        new("&cp0_uart1", new("status", "disabled"), new("pinctrl-names", "default"), new("pinctrl-0", new DtCells("cp0_uart1_pins"))),
        new("&cp0_i2c0")
        {
            Nodes =
            [
                Cp115.Vpd(0x50, "vpd", "product", "atmel,24c256", [new("infix,trusted")]) with { Nodes = [Cp115.Addresses] },
                new("eeprom@53", new("compatible", "spd"), new("reg", 0x53)),
                new("eeprom@57", new("compatible", "atmel,24c256"), new("reg", 0x57)),
            ],
        },
        Cp115.BusSwitch(0x77, [], [CageBus(0), CageBus(1), CageBus(2), CageBus(3)]),
        // To the management controller.
        Cp115.Ethernet("&cp0_eth2", "sgmii", "cp0_comphy5", 2),
        // To the switches.
        Cp115.Ethernet("&cp0_eth0", "10gbase-r", "cp0_comphy2", 0),
        Cp115.Pins("cp0_mdio_pins", "cp0-mdio-pins-0", "ge", ["mpp40", "mpp41"]),
        Cp115.Bus("&cp0_mdio", "cp0_mdio_pins", []),
        Mv88E6190.Switch("sw3", 6, 0, Gpio.Low("cp0_gpio2", 19) with { IsOpenDrain = true }, "cp0_gpio2", 28),
        Mv88E6190.Switch("sw2", 4, 1, Gpio.Low("cp0_gpio2", 18) with { IsOpenDrain = true }, "cp0_gpio2", 27),
        Mv88E6190.Switch("sw1", 2, 2, Gpio.Low("cp0_gpio2", 17) with { IsOpenDrain = true }, "cp0_gpio2", 26),
        Copper("sw3", [22, 21, 24, 23, 26, 25, 28, 27]),
        Copper("sw2", [10, 9, 12, 11, 18, 17, 20, 19]),
        Copper("sw1", [2, 1, 4, 3, 6, 5, 8, 7]),
        Cage(0, Gpio.High("cp0_gpio1", 31)),
        Cage(1, Gpio.High("cp0_gpio2", 0)),
        Cage(2, Gpio.High("cp0_gpio2", 1)),
        Cage(3, Gpio.High("cp0_gpio2", 2)),
    ];

    private static Seq<DtNode> RevisionA =>
    [
        new SwitchPorts("&sw3", Fiber(0, 16, 3) with { Leds = [] }, Cp115.ToProcessor(9), Between(10, "sw3p10", ["sw2p10", "sw1p0"])),
        new SwitchPorts("&sw2", Between(0, "sw2p0", ["sw1p0"]), Fiber(9, 15, 2), Between(10, "sw2p10", ["sw3p10"])),
        new SwitchPorts("&sw1", Between(0, "sw1p0", ["sw2p0", "sw3p10"]), Fiber(9, 14, 1), Fiber(10, 13, 0)),
        new("&cp0_spi1") { Nodes = [new("spi-flash@0", new DtProperty("broken-flash-reset"))] },
    ];

    private static Seq<DtNode> RevisionB =>
    [
        new SwitchPorts("&sw3", Cp115.ToProcessor(0), Between(9, "sw3p9", ["sw2p0", "sw1p0"]), Fiber(10, 16, 3)),
        new SwitchPorts("&sw2", Between(0, "sw2p0", ["sw3p9"]), Fiber(9, 15, 2), Between(10, "sw2p10", ["sw1p0"])),
        new SwitchPorts("&sw1", Between(0, "sw1p0", ["sw2p10", "sw3p9"]), Fiber(9, 14, 1), Fiber(10, 13, 0)),
    ];

    // The ports 1 to 8 of a switch, by the numbers on the case.
    private static DtNode Copper(string label, Seq<uint> ports) => new SwitchPorts(
        "&" + label,
        Copper(label, 1, ports[0]), Copper(label, 2, ports[1]), Copper(label, 3, ports[2]), Copper(label, 4, ports[3]),
        Copper(label, 5, ports[4]), Copper(label, 6, ports[5]), Copper(label, 7, ports[6]), Copper(label, 8, ports[7]));

    private static SwitchPort Copper(string label, uint number, uint port) =>
        Mv88E6190.Copper(label, number, $"e{port}", Cp115.Mac(port), new(1, "aux", LedColor.Green, LedState.Off));

    // On revision A no light of a cage works, on B the green one.
    private static SwitchPort Fiber(uint number, uint port, uint cage) => new(number, $"e{port}")
    {
        Mac = Cp115.Mac(port),
        Mode = "10gbase-r",
        IsInBand = true,
        Sfp = $"sfp{cage}",
        Leds = [new(0, "sfp", LedColor.Green, LedState.Keep)],
    };

    private static SwitchPort Between(uint number, string label, Seq<DtLabel> others) =>
        new(number) { Label = label, Links = others, Mode = "10gbase-r", FixedSpeed = 10_000 };

    private static DtNode CageBus(uint number) => Cp115.Branch(number, $"i2c_sfp{number}");

    private static DtNode Cage(uint number, Gpio fault) => new SfpCage($"sfp@{number}", $"i2c_sfp{number}")
    {
        Label = $"sfp{number}",
        Present = Gpio.Low("cp0_gpio2", 22 + number) with { IsOpenDrain = true },
        SignalLoss = Gpio.High("cp0_gpio1", 27 + number),
        TransmitOff = Gpio.High("cp0_gpio1", number) with { IsOpenDrain = true },
        TransmitFault = fault,
        ReceiveRate = Gpio.High("cp0_gpio1", 4 + number),
        TransmitRate = Gpio.High("cp0_gpio1", 8 + number),
        MaxMilliwatts = 3000,
    };
}
