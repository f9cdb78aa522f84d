namespace Bsp.Boards;

/// <summary>Alder: a switch with eight Gigabit ports, and two of 10 Gbit/s that are copper and SFP cage at once.</summary>
public static class Alder
{
    private const string Vbus = "reg_cp0_usb3_vbus1";

    [Board]
    public static readonly Board Board = new()
    {
        Id = "alder-alder",
        Identity = new() { Vendor = "Alder", Model = "Alder", Compatibles = ["alder,alder", .. Armada.Ap807] },
        Soc = Armada.Cn9130,
        DeviceTrees = [Cp115.Tree("alder/alder", flashHertz: 40_000_000, Memories + Usb + Ethernet + Panel)],
        Console = new("ttyS0") { Node = "serial0" },
        Infix = new()
        {
            Prompt = "Alder",
            Help = "Alder: a switch with eight Gigabit and two 10 Gbit/s ports, based on Marvell CN9130.",
            Packages = Armada.Packages,
            Settings = new() { Vpds = ["vpd_cpu", "vpd_product", "vpd_power"], UsbPorts = [new("USB", "cp0_usb3_1")] },
            PasswordInVpd = true,
        },
    };

    private static Seq<DtNode> Memories =>
    [
        Cp115.Pins("cp0_uart0_pins", "cp0-uart0-pins", "uart0", ["mpp29", "mpp30"]),
        Cp115.Bus("&uart0", "cp0_uart0_pins", []),
        new("&ap_sdhci0", new DtProperty("pinctrl-names", "default")),
        new("&cp0_i2c0") { Nodes = [Cp115.Vpd(0x50, "vpd_cpu", "cpu", "atmel,24c256", [new("infix,trusted")])] },
        Cp115.BusSwitch(
            0x70,
            [new("reset-gpios", Gpio.Low("cp0_gpio2", 15).Cells)],
            [
                Cp115.Branch(0, "i2c_sysmgmt"), Cp115.Branch(1, "i2c_pwr"), Cp115.Branch(2, "i2c_sw"),
                Cp115.Branch(3, "i2c_sfp9"), Cp115.Branch(4, "i2c_sfpa"), Cp115.Unused(5), Cp115.Unused(6), Cp115.Unused(7),
            ]),
        new("&i2c_sysmgmt")
        {
            Nodes = [Cp115.Vpd(0x0b, "vpd_product", "product", "atmel,24c02", [new("label", "vpd")]) with { Nodes = [Cp115.Addresses] }],
        },
    ];

    private static Seq<DtNode> Usb =>
    [
        new("/cp0_usb3_phy", new("compatible", "usb-nop-xceiv"), new("vcc-supply", new DtCells(Vbus))) { Label = "cp0_usb3_0_phy1" },
        new FixedRegulator("cp0-xhci1-vbus", 5_000_000) { NodeName = Vbus, Label = Vbus, Enable = Gpio.High("cp0_gpio2", 18) },
        Cp115.Enable("&cp0_utmi"),
        new("&cp0_utmi1", new("status", "okay"), new("dr_mode", "host")),
        new(
            "&cp0_usb3_1",
            new("status", "okay"),
            new("usb-phy", new DtCells("cp0_usb3_0_phy1")),
            new("phys", new DtCells("cp0_utmi1"), new DtCells("cp0_comphy3", 1)),
            new("phy-names", "usb", "usb3"),
            new("dr_mode", "host")),
    ];

    private static Seq<DtNode> Ethernet =>
    [
        Cp115.Ethernet("&cp0_eth0", "10gbase-r", "cp0_comphy4", 0),
        Cp115.Pins("cp0_mdio_pins", "cp0-mdio-pins-0", "ge", ["mpp0", "mpp1"]),
        Cp115.Bus("&cp0_mdio", "cp0_mdio_pins", []),
        Mv88E6190.Switch("sw", 0, 0, Gpio.Low("cp0_gpio1", 10), "cp0_gpio1", 26),
        new SwitchPorts(
            "&sw",
            Cp115.ToProcessor(0),
            Fast(9, 1, "xphy9"), Fast(10, 2, "xphya"),
            Copper(8, 3), Copper(7, 4), Copper(6, 5), Copper(5, 6), Copper(4, 7), Copper(3, 8), Copper(2, 9), Copper(1, 10)),
        Cp115.Pins("cp0_xmdio_pins", "cp0-xmdio-pins-0", "xg", ["mpp2", "mpp3"]),
        // The PHYs' clock has a period of 35 ns at least.
        Cp115.Bus("&cp0_xmdio", "cp0_xmdio_pins", [FastPhy("xphy9", 4, "sfp9"), FastPhy("xphya", 5, "sfpa")]),
        new("&cp0_xmdio", new DtProperty("clock-frequency", 28_571_428)),
        Reset("&cp0_gpio1", "xphy9", 25, "x1"),
        Reset("&cp0_gpio2", "xphya", 14, "x2"),
        new SfpCage("sfp@9", "i2c_sfp9")
        {
            Label = "sfp9",
            Present = Gpio.Low("cp0_gpio1", 9),
            SignalLoss = Gpio.High("cp0_gpio2", 21),
            TransmitOff = Gpio.High("cp0_gpio1", 8),
            TransmitFault = Gpio.High("cp0_gpio1", 7),
            ReceiveRate = Gpio.High("cp0_gpio1", 11),
            TransmitRate = Gpio.High("cp0_gpio1", 27),
            MaxMilliwatts = 3000,
        },
        new SfpCage("sfp@a", "i2c_sfpa")
        {
            Label = "sfpa",
            Present = Gpio.Low("cp0_gpio2", 0),
            SignalLoss = Gpio.High("cp0_gpio2", 7),
            TransmitOff = Gpio.High("cp0_gpio1", 31),
            TransmitFault = Gpio.High("cp0_gpio1", 28),
            ReceiveRate = Gpio.High("cp0_gpio2", 2),
            TransmitRate = Gpio.High("cp0_gpio2", 8),
            MaxMilliwatts = 3000,
        },
    ];

    // The power board, and what its GPIO expanders connect: the button, the lights, the supplies.
    private static Seq<DtNode> Panel =>
    [
        Cp115.Pins("cp0_pwr_gpio_pins", "cp0-pwr-gpio-0", "gpio", ["mpp33"]),
        new("&i2c_pwr", new("pinctrl-names", "default"), new("pinctrl-0", new DtCells("cp0_pwr_gpio_pins")))
        {
            Nodes =
            [
                Expander("gpio_pwr1", 0x26),
                Expander("gpio_pwr2", 0x27),
                Cp115.Vpd(0x50, "vpd_power", "power", "atmel,24c256", []),
            ],
        },
        new GpioKeys(new GpioKey("factory-reset", KeyCode.Restart, Gpio.Low("gpio_pwr1", 3)) { NodeName = "up" }),
        Supply("power-a", 4),
        Supply("power-b", 6),
        new GpioLeds(
            Light("led-statg", "status", LedColor.Green, Gpio.Low("gpio_pwr2", 2)),
            Light("led-statr", "status", LedColor.Red, Gpio.Low("gpio_pwr2", 3)),
            Light("led-faultg", "fault", LedColor.Green, Gpio.Low("gpio_pwr2", 0)),
            Light("led-faultr", "fault", LedColor.Red, Gpio.Low("gpio_pwr2", 1)),
            Light("led-lang", "lan", LedColor.Green, Gpio.Low("gpio_pwr2", 6)),
            Light("led-lanr", "lan", LedColor.Red, Gpio.Low("gpio_pwr2", 7)),
            Light("led-bootg", "boot", LedColor.Green, Gpio.Low("gpio_pwr2", 4)),
            Light("led-bootr", "boot", LedColor.Red, Gpio.Low("gpio_pwr2", 5)) with { Default = LedState.On, Trigger = "timer" },
            Light("led-vin1-alert", "power-a", LedColor.Red, Gpio.Low("gpio_pwr1", 7)),
            Light("led-vin2-alert", "power-b", LedColor.Red, Gpio.Low("gpio_pwr1", 5))),
        Cp115.Pins("watchdog_pins", "watchdog-pins", "gpio", ["mpp17"]),
        new(
            "/sysmgmt-watchdog",
            new("compatible", "linux,wdt-gpio"),
            new("pinctrl-names", "default"),
            new("pinctrl-0", new DtCells("watchdog_pins")),
            new("gpios", Gpio.High("cp0_gpio1", 17).Cells),
            new("always-running"),
            new("hw_algo", "toggle"),
            new("hw_margin_ms", 20_000)),
    ];

    private static SwitchPort Copper(uint number, uint port) =>
        Mv88E6190.Copper("sw", number, $"x{port}", Cp115.Mac(port), new(1, "tp", LedColor.Yellow, LedState.Off));

    private static SwitchPort Fast(uint number, uint port, string phy) =>
        new(number, $"x{port}") { Mac = Cp115.Mac(port), Mode = "usxgmii", Phy = phy, IsInBand = true };

    private static DtNode FastPhy(string label, uint address, string cage) =>
        new($"ethernet-phy@{address}", new("compatible", "ethernet-phy-ieee802.3-c45"), new("reg", address), new("sfp", new DtCells(cage)))
        {
            Label = label,
            Nodes =
            [
                PortLed.Group(
                [
                    FastLed(0, "tp", LedColor.Yellow, LedState.Off, "copper"),
                    FastLed(1, "tp", LedColor.Green, LedState.Keep, "copper"),
                    FastLed(2, "sfp", LedColor.Yellow, LedState.Off, "fiber"),
                    FastLed(3, "sfp", LedColor.Green, LedState.Keep, "fiber"),
                ]),
            ],
        };

    private static PortLed FastLed(uint number, string function, LedColor color, LedState state, string medium) =>
        new(number, function, color, state) { Properties = [new("marvell,media", medium), new("marvell,polarity", "active-high")] };

    // Out of reset from the start: the bus looks for its PHYs only once.
    private static DtNode Reset(string controller, string phy, uint line, string port) => new(controller)
    {
        Nodes =
        [
            new(
                $"{phy}-reset-hog",
                new("gpio-hog"),
                new("gpios", new DtCells(line, (uint)GpioLevel.ActiveLow)),
                new("output-low"),
                new("line-name", $"{port}-phy-reset")),
        ],
    };

    private static DtNode Expander(string label, uint address) => new(
        $"gpio@{address:x}",
        new("compatible", "nxp,pcf8574a"),
        new("reg", address),
        new("gpio-controller"),
        new("#gpio-cells", 2),
        new("interrupt-controller"),
        new("#interrupt-cells", 2),
        new("interrupts-extended", new DtCells("cp0_gpio2", 1, DtCell.Macro("IRQ_TYPE_LEVEL_LOW"))))
    {
        Label = label,
    };

    private static DtNode Supply(string name, uint line) =>
        new($"/{name}", new("compatible", "gpio-charger"), new("charger-type", "mains"), new("gpios", Gpio.Low("gpio_pwr1", line).Cells));

    private static GpioLed Light(string name, string function, LedColor color, Gpio line) =>
        new(line) { NodeName = name, Function = function, Color = color };
}
