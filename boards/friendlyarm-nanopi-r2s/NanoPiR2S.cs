using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>FriendlyElec's NanoPi R2S: a router with two Gigabit ports, one of them behind USB 3.</summary>
public static class NanoPiR2S
{
    [Board]
    public static readonly BootableBoard Board = new()
    {
        Id = "friendlyarm-nanopi-r2s",
        Identity = new() { Vendor = "FriendlyElec", Model = "NanoPi R2S", Compatibles = ["friendlyarm,nanopi-r2s", "rockchip,rk3328"] },
        Soc = Rk3328.Soc,
        Basics = Y("REGULATOR_FIXED_VOLTAGE", "POWER_SUPPLY", "COMMON_CLK_RK808", "INPUT", "INPUT_KEYBOARD", "KEYBOARD_GPIO", "NEW_LEDS", "LEDS_CLASS", "LEDS_GPIO", "LEDS_TRIGGERS")
            + Y("PHYLIB", "SCSI", "BLK_DEV_SD", "USB_STORAGE"),
        Kernel = Y("REALTEK_PHY", "REGULATOR_GPIO", "REGULATOR_RK808", "CHARGER_RK817", "PINCTRL_RK805", "MFD_RK8XX_I2C", "MFD_RK8XX_SPI", "INPUT_MISC", "INPUT_RK805_PWRKEY", "RTC_DRV_RK808")
            + Y("USB_XHCI_HCD", "USB_XHCI_PLATFORM", "USB_EHCI_HCD", "USB_EHCI_HCD_PLATFORM").Overriding().Because("the LAN port is behind USB; a symbol that is =m for others would lose USB_XHCI_PLATFORM=y")
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
        // The chip's own watchdog, of DesignWare, hangs the board, as Infix found. The kernel's timer resets it when the system hangs, not when the kernel does.
        Watchdog = new("SOFT_WATCHDOG", TimeoutSeconds: 30),
        Disk = new() { Size = 352.MiB(), Raw = Rk3328.Loaders, Partitions = Layouts.AbSlots(root: 96.MiB(), boot: 16.MiB(), start: 16.MiB()) },
        Boot = new UBoot
        {
            Defconfig = "nanopi-r2s-rk3328_defconfig",
            Config = UBootSecure.Config
                + N("USB", "USB_GADGET", "CMD_ROCKUSB", "CMD_USB_MASS_STORAGE", "CMD_GPT", "CMD_MMC", "CMD_BOOTZ", "CMD_GPIO", "CMD_REGULATOR").Because("nothing but the card is started from, and nobody types commands"),
            TrustedFirmware = Rk3328.TrustedFirmware.Platform,
            BootDevice = "mmc 1",
            Load = Rk3328.Load,
            Image = "u-boot.itb",
        },
        Infix = new()
        {
            ShortName = "r2s",
            Help = "FriendlyElec NanoPi R2S is a compact router board based on the Rockchip RK3328 SoC with dual Gigabit Ethernet ports.",
            Packages = ["INPUT_EVENT_DAEMON", "LINUX_FIRMWARE_RTL_815X"],
            Settings = new() { UsbPorts = [new("USB", "usb_host0_ehci")] },
            UBootConfig = Y("BUTTON", "BUTTON_GPIO", "LED", "LED_GPIO", "ENV_OVERWRITE", "ENV_IS_IN_EXT4")
                + N("MMC_PCI", "ENV_IS_NOWHERE", "ENV_IS_IN_MMC")
                + String("ENV_EXT4_INTERFACE", "mmc")
                + String("ENV_EXT4_DEVICE_AND_PART", "1:1"),
            Environment =
            [
                new("boot_targets", "mmc1"),
                new("ethprime", "eth0"),
                Families.Infix.Buttons.FactoryReset(
                    on: "led nanopi-r2s:red:sys on; led nanopi-r2s:green:lan on; led nanopi-r2s:green:wan on;",
                    off: "led nanopi-r2s:red:sys off; led nanopi-r2s:green:lan off; led nanopi-r2s:green:wan off;"),
            ],
            // U-Boot's own tree lacks the button.
            ControlNodes =
            [
                new("/keys", new DtProperty("compatible", "gpio-keys"))
                {
                    Nodes = [new("factory-reset", new("gpios", new DtCells("gpio0", 0, DtCell.Macro("GPIO_ACTIVE_LOW"))), new("linux,code", new DtCells(DtCell.Macro("KEY_POWER"))), new("label", "factory-reset"))],
                },
            ],
            Bootloaders =
            [
                new("sdcard")
                {
                    Name = "nanopi_r2s",
                    TrustedFirmware = Rk3328.TrustedFirmware,
                    UBoot = "nanopi-r2s-rk3328",
                    Needs = Rk3328.UBootNeeds,
                    Files = ["u-boot.itb"],
                    Spl = "idbloader.img",
                    InfixPackages = ["BOOTLOADER_SPLASHSCREEN"],
                },
            ],
            Disk = new("nanopi-r2s-sdcard") { Raw = Rk3328.Loaders, AuxOffset = 16.MiB(), Slot = 200.MiB() },
            Guide = NanoPiR2SGuide.Guide,
            Products =
            [
                new("friendlyarm,nanopi-r2s")
                {
                    Ports =
                    [
                        new("wan", "/devices/platform/ff540000.ethernet/net/eth0"),
                        new("lan", "/devices/platform/ff600000.usb/xhci-hcd.0.auto/usb5/5-1/5-1:1.0/net/*"),
                    ],
                    FactoryConfig = Families.Infix.Factory.Router("r2s-%m", "NanoPi R2S", lan: ["lan"], others: []) with { Usb = ["USB"] },
                    Leds = new(
                        new("nanopi-r2s:red:sys", new("locate", "blink-1hz"), new("panic", "blink-5hz"), new("fail-safe", "blink-5hz"), new("startup", "off"), new("true", "blink-1hz")),
                        new("nanopi-r2s:green:lan", new("locate", "blink-1hz"), new("panic", "blink-5hz"), new("startup", "on")),
                        new("nanopi-r2s:green:wan", new("locate", "blink-1hz"), new("panic", "blink-5hz"), new("wan-up", "on")))
                    {
                        Inputs = [Families.Infix.Services.WanUp],
                    },
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
}
