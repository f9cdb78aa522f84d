using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>FriendlyElec's NanoPi R2S: a router with two Gigabit ports, one of them behind USB 3.</summary>
public static class NanoPiR2S
{
    private const string Sys = "nanopi-r2s:red:sys";
    private const string Lan = "nanopi-r2s:green:lan";
    private const string Wan = "nanopi-r2s:green:wan";

    [Board]
    public static readonly BootableBoard Board = new()
    {
        Id = "friendlyarm-nanopi-r2s",
        Identity = new() { Vendor = "FriendlyElec", Model = "NanoPi R2S", Compatibles = ["friendlyarm,nanopi-r2s", "rockchip,rk3328"] },
        Soc = Rk3328.Soc,
        Prerequisites = Y("REGULATOR_FIXED_VOLTAGE", "POWER_SUPPLY", "COMMON_CLK_RK808", "INPUT", "INPUT_KEYBOARD", "KEYBOARD_GPIO")
            + Y("NEW_LEDS", "LEDS_CLASS", "LEDS_GPIO", "LEDS_TRIGGERS", "PHYLIB", "SCSI", "BLK_DEV_SD", "USB_STORAGE"),
        Kernel = Y("REALTEK_PHY", "REGULATOR_GPIO", "REGULATOR_RK808", "CHARGER_RK817", "PINCTRL_RK805")
            + Y("MFD_RK8XX_I2C", "MFD_RK8XX_SPI", "INPUT_MISC", "INPUT_RK805_PWRKEY", "RTC_DRV_RK808")
            + Y("USB_XHCI_HCD", "USB_XHCI_PLATFORM", "USB_EHCI_HCD", "USB_EHCI_HCD_PLATFORM").Overriding()
                .Because("the LAN port is behind USB; a symbol that is =m for others would lose USB_XHCI_PLATFORM=y")
            + M("USB_NET_DRIVERS", "USB_RTL8152"),
        DeviceTrees =
        [
            DeviceTree.From("rockchip/rk3328-nanopi-r2s.dts") with
            {
                // With authorized_default=2 the kernel takes only hard-wired ports, and it knows the LAN port's controller as port 1.
                Edits = [new("&rtl8153", new DtProperty("reg", 1))],
            },
        ],
        Console = new("ttyS2", 1_500_000) { Node = "serial2" },
        // The chip's own watchdog, of DesignWare, hangs the board, as Infix found. The kernel's timer resets it when the system hangs,
        // not when the kernel does.
        Watchdog = new("SOFT_WATCHDOG", TimeoutSeconds: 30),
        Disk = Rk3328.Disk,
        Media =
        [
            new("sdcard")
            {
                Device = "mmc 1",
                Boot = Rk3328.UBoot("nanopi-r2s-rk3328"),
                Infix = Families.Infix.Rk3328Bootloader.Create("nanopi_r2s") with { InfixPackages = ["BOOTLOADER_SPLASHSCREEN"] },
            },
        ],
        Debian = new()
        {
            UBootConfig = (N("USB", "USB_GADGET", "CMD_ROCKUSB", "CMD_USB_MASS_STORAGE")
                + N("CMD_GPT", "CMD_MMC", "CMD_BOOTZ", "CMD_GPIO", "CMD_REGULATOR"))
                .Because("nothing but the card is started from, and nobody types commands"),
        },
        Infix = new()
        {
            ShortName = "r2s",
            Help = "FriendlyElec NanoPi R2S is a compact router board based on the Rockchip RK3328 SoC with dual Gigabit Ethernet ports.",
            Packages = ["INPUT_EVENT_DAEMON", "LINUX_FIRMWARE_RTL_815X"],
            Settings = new() { UsbPorts = [new("USB", "usb_host0_ehci")] },
            UBootConfig = Y("BUTTON", "BUTTON_GPIO", "LED", "LED_GPIO", "ENV_OVERWRITE", "ENV_IS_IN_EXT4")
                + N("MMC_PCI", "ENV_IS_NOWHERE", "ENV_IS_IN_MMC"),
            Environment =
            [
                new("ethprime", "eth0"),
                Families.Infix.Buttons.FactoryReset(
                    on: $"led {Sys} on; led {Lan} on; led {Wan} on;",
                    off: $"led {Sys} off; led {Lan} off; led {Wan} off;"),
            ],
            // U-Boot's own tree lacks the button.
            ControlNodes = [Families.Infix.Buttons.ControlNode(KeyCode.Power, Gpio.Low("gpio0", 0))],
            Disk = new("nanopi-r2s-sdcard") { Slot = 200.MiB() },
            Guide = NanoPiR2SGuide.Guide,
            Products =
            [
                new()
                {
                    Ports =
                    [
                        new("wan", "/devices/platform/ff540000.ethernet/net/eth0"),
                        new("lan", "/devices/platform/ff600000.usb/xhci-hcd.0.auto/usb5/5-1/5-1:1.0/net/*"),
                    ],
                    FactoryConfig = Families.Infix.Factory.Router("r2s-%m", "NanoPi R2S", lan: ["lan"], others: []) with { Usb = ["USB"] },
                    Leds = new(
                        Light(Sys, new("fail-safe", "blink-5hz"), new("startup", "off"), new("true", "blink-1hz")),
                        Light(Lan, new LedRule("startup", "on")),
                        Light(Wan, new LedRule("wan-up", "on"))) { Inputs = [Families.Infix.Services.WanUp] },
                    Files =
                    [
                        Families.Infix.Services.WanMonitor,
                        Families.Infix.Services.Enabled("input-event-daemon"),
                        Families.Infix.Services.Keys("/dev/input/event1", "RESTART = reboot"),
                    ],
                },
            ],
        },
    };

    // What every light shows first.
    private static LedRules Light(string led, params Seq<LedRule> others) =>
        new(led, [new("locate", "blink-1hz"), new("panic", "blink-5hz"), .. others]);
}
