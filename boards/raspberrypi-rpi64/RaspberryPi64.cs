using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>Raspberry Pi 3B, Zero 2 W, 4B, 400 and Compute Module 4, started from SD card; the 4B with the 7" touch screen, too.</summary>
public static class RaspberryPi64
{
    private static readonly DeviceTree s_pi4 = Pi("bcm2711", "4-b", "4-model-b") with
    {
        Edits =
        [
            // The GPU needs more than the kernel's tree reserves.
            new ReservedMemory(new ReservedRegion("linux,cma", 256.MiB()) { Label = "cma" }) { Base = "&rmem", CellsPerNumber = 1 },
            new("&vc4", new DtProperty("status", "okay")),
        ],
    };

    private static readonly DeviceTree s_screen = s_pi4 with { Name = s_pi4.Name + "-dsi", Edits = s_pi4.Edits + TouchScreen };
    private static readonly DeviceTree s_pi400 = Pi("bcm2711", "400", "400");
    private static readonly DeviceTree s_module = Pi("bcm2711", "cm4-io", "4-compute-module");
    private static readonly DeviceTree s_pi3 = Pi("bcm2837", "3-b", "3-model-b");

    [Board]
    public static readonly Board Board = new()
    {
        Id = "raspberrypi-rpi64",
        Identity = new() { Vendor = "Raspberry Pi", Model = "Raspberry Pi 64-bit", Compatibles = s_pi4.Compatibles },
        Soc = Bcm27xx.Soc,
        Kernel = M("BRCMFMAC") + Y("BRCMFMAC_SDIO").Because("Wi-Fi")
            + M("R8169").Because("a PCI Express card in a carrier board of the Compute Module 4")
            + M("DRM_PANEL_SIMPLE", "DRM_TOSHIBA_TC358762", "REGULATOR_RASPBERRYPI_TOUCHSCREEN_ATTINY", "TOUCHSCREEN_EDT_FT5X06")
                .Because("the touch screen")
            + Y("DRM_LOAD_EDID_FIRMWARE", "DRM_FBDEV_EMULATION", "BACKLIGHT_CLASS_DEVICE")
            + Y("FB", "FRAMEBUFFER_CONSOLE", "FRAMEBUFFER_CONSOLE_DETECT_PRIMARY", "INPUT_KEYBOARD", "INPUT_TOUCHSCREEN")
            + M("INPUT_MOUSEDEV") + (Y("INPUT_MOUSE") + M("HID_GENERIC")).Overriding(),
        DeviceTrees =
        [
            s_pi4, s_screen, s_pi400, s_module,
            // Without this the module is named after the chip that its parts are derived from.
            DeviceTree.From("broadcom/bcm2711-rpi-cm4.dtsi", "arm") with
            {
                Compatibles = s_module.Compatibles,
                Edits = [new("/", new DtProperty("model", "Raspberry Pi Compute Module 4"))],
            },
            s_pi3, Pi("bcm2837", "zero-2-w", "model-zero-2-w"),
        ],
        // The mini UART: Bluetooth uses the other.
        Console = new("ttyS1") { Node = "serial1" },
        Disk = Bcm27xx.Disk,
        Media =
        [
            new("sdcard")
            {
                Device = "mmc 0",
                Boot = new UBoot("rpi_arm64"),
                Infix = Families.Infix.Bcm27xxBootloader.Create("rpi64") with { InfixPackages = ["BOOTLOADER_SPLASHSCREEN"] },
            },
        ],
        Infix = new()
        {
            Prompt = "Raspberry Pi 64-bit (RPi3 and later)",
            Help = "Raspberry Pi 3B and later, with the Zero 2 W and the Compute Module 4.",
            Packages = ["LINUX_FIRMWARE_RTL_8169"],
            // With a splash screen.
            UBootConfig = N("MMC_PCI", "ENV_IS_IN_FAT")
                + Y("VIDEO", "CMD_BMP", "CMD_RPI_DISPLAY", "SPLASH_SCREEN", "SPLASH_SCREEN_ALIGN", "BMP", "BMP_24BPP", "VIDEO_BMP_RLE8"),
            Environment =
            [
                new("ethprime", "eth0"),
                .. Bcm27xx.Load.Variables,
                new("stdout", "serial"), new("stderr", "serial"), new("stdin", "serial"),
                new("splashpos", "m,m"), new("splashfile", "splash.bmp"),
                new("checkdisplay", $"if testrpidisplay; then; setenv fdtfile {s_screen.Blob}; fi"),
                new("bootcmd", "fatload mmc 0:1 ${loadaddr} ${splashfile}; bmp display ${loadaddr}; run checkdisplay; run ixboot"),
                Families.Infix.Buttons.None,
            ],
            Disk = new("rpi64-sdcard"),
            Guide = RaspberryPi64Guide.Guide,
            Products =
            [
                new() { Quirks = Quirks, FactoryConfig = Factory("Raspberry Pi 4 Model B", ["USB"]) },
                new(s_pi400.Compatibles[0]) { Quirks = Quirks, FactoryConfig = Factory("Raspberry Pi 400", ["USB1", "USB2", "USB3"]) },
                new(s_module.Compatibles[0]) { Quirks = [new("eth0", "phy-detached-when-down"), new("eth1", "phy-detached-when-down")] },
            ],
            Files = [new SymbolicLink("usr/share/product/" + s_pi3.Compatibles[0], s_pi4.Compatibles[0])],
        },
    };

    private static DeviceTree Pi(string chip, string name, string model) =>
        DeviceTree.From($"broadcom/{chip}-rpi-{name}.dts") with { Compatibles = ["raspberrypi," + model, "brcm," + chip] };

    private static FactoryConfig Factory(string product, Seq<PlainName> usb) =>
        Families.Infix.Factory.EndDevice("rpi-%m", product, others: [new WifiInterface("wifi0", "radio0")]) with
        {
            Usb = usb,
            Radios = [new("radio0", "00")],
        };

    private static Seq<InterfaceQuirks> Quirks =>
        [new("eth0", "phy-detached-when-down"), new("@ethtool:driver=smsc95xx", "broken-flow-control")];

    // Raspberry Pi's 7" screen: a panel behind a bridge, and a microcontroller that switches both.
    private static Seq<DtNode> TouchScreen =>
    [
        new(
            "/panel_disp@1",
            new("reg", 1), new("compatible", "raspberrypi,7inch-dsi", "simple-panel"),
            new("backlight", new DtCells("reg_display")), new("power-supply", new DtCells("reg_display")))
        {
            Nodes = [Graph.Port("panel_in", "bridge_out")],
        },
        new FixedRegulator("bridge_reg")
        {
            NodeName = "reg_bridge@1",
            Label = "reg_bridge",
            Enable = Gpio.High("reg_display", 0),
            Input = "reg_display",
            Properties = [new("reg", 1)],
        },
        new("&i2c0mux", new DtProperty("status", "okay")),
        new("&i2c0", new DtProperty("status", "okay"))
        {
            Nodes =
            [
                new(
                    "reg_display@45",
                    new("compatible", "raspberrypi,7inch-touchscreen-panel-regulator"), new("reg", 0x45),
                    new("gpio-controller"), new("#gpio-cells", 2)) { Label = "reg_display" },
                new(
                    "ts@38",
                    new("compatible", "edt,edt-ft5506"), new("reg", 0x38),
                    new("touchscreen-size-x", 800), new("touchscreen-size-y", 480),
                    new("vcc-supply", new DtCells("reg_display")), new("reset-gpio", Gpio.Low("reg_display", 1).Cells)),
            ],
        },
        new("&dsi1", new DtProperty("status", "okay"))
        {
            Nodes =
            [
                Graph.Port("dsi_out", "bridge_in"),
                new("bridge@0", new("reg", 0), new("compatible", "toshiba,tc358762"), new("vddc-supply", new DtCells("reg_bridge")))
                {
                    Nodes = [Graph.Ports([Graph.Port(0, "bridge_in", "dsi_out"), Graph.Port(1, "bridge_out", "panel_in")])],
                },
            ],
        },
        new("&hdmi0", new DtProperty("status", "disabled")),
        new("&hdmi1", new DtProperty("status", "disabled")),
    ];
}
