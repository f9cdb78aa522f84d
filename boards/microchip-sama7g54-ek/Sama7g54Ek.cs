using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>Microchip's evaluation kit for SAMA7G54, started from SD card or eMMC.</summary>
public static class Sama7g54Ek
{
    private static readonly DeviceTree s_tree = DeviceTree.From("microchip/at91-sama7g5ek.dts") with
    {
        Edits =
        [
            new("&sdmmc0", new("cap-mmc-highspeed"), new("cap-mmc-hw-reset")) { DeleteProperties = ["sdhci-caps-mask"] },
            new("&sdmmc1") { DeleteProperties = ["no-1-8-v", "sdhci-caps-mask"] },
            new("&sdmmc2") { DeleteProperties = ["sdhci-caps-mask"] },
            new("&thermal_sensor", new DtProperty("status", "disabled")),
        ],
    };

    [Board]
    public static readonly Board Board = new()
    {
        Id = "microchip-sama7g54-ek",
        Identity = new() { Vendor = "Microchip", Model = "SAMA7G54-EK", Compatibles = ["microchip,sama7g5ek", .. Sama7g5.Sama7g54] },
        Soc = Sama7g5.Soc,
        Kernel = Y("MICREL_PHY", "REGULATOR_MCP16502")
            + Y("EXPERT", "GPIO_SYSFS").Because("the prompt of GPIO_SYSFS is behind EXPERT")
            + Y("USB_EHCI_HCD", "USB_OHCI_HCD").Overriding().Because("USB is there before modules can be loaded"),
        DeviceTrees = [s_tree],
        Console = new("ttyAT0") { Node = "serial0" },
        Disk = Sama7g5.Disk,
        Media = [Starting("sdcard", "mmc 1", "sama7g5ek_mmc1", "sd"), Starting("emmc", "mmc 0", "sama7g5ek_mmc", "emmc")],
        Infix = new()
        {
            Prompt = "Microchip SAMA7G54-EK Evaluation Kit",
            Help = "Microchip SAMA7G54-EK: an evaluation kit with one Cortex-A7 and two Ethernet ports.",
            UBootConfig = Y("ENV_IS_NOWHERE", "EFI_PARTITION", "CMD_IMI", "CMD_UNLZ4", "CMD_UNZIP", "LZ4", "LZMA") + N("ENV_IS_IN_FAT"),
            Environment = [new("fdtfile", s_tree.Blob), .. Sama7g5.Load.Variables, Families.Infix.Buttons.None],
            Disk = new("sama7g54-ek-#TARGET#"),
            Guide = Sama7g54EkGuide.Guide,
            Products = [new() { Quirks = [new("@ethtool:driver=macb", "broken-flow-control")] }],
        },
    };

    // The names that defconfigs of U-Boot and of at91bootstrap have for a medium.
    private static Medium Starting(string medium, string device, string defconfig, string name) => new(medium)
    {
        Device = device,
        Boot = new UBoot(defconfig),
        Infix = Families.Infix.Sama7g5Bootloader.Create("sama7g54_ek_" + name, firstStage: $"sama7g5ek{name}_uboot"),
    };
}
