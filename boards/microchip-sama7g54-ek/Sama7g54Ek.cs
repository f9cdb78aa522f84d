using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>Microchip's evaluation kit for SAMA7G54, started from SD card or eMMC.</summary>
public static class Sama7g54Ek
{
    [Board]
    public static readonly Board Board = new()
    {
        Id = "microchip-sama7g54-ek",
        Identity = new() { Vendor = "Microchip", Model = "SAMA7G54-EK", Compatibles = ["microchip,sama7g5ek", "microchip,sama7g54", "microchip,sama7g5"] },
        Soc = Sama7g5.Soc,
        Kernel = Y("MICREL_PHY", "REGULATOR_MCP16502")
            + Y("EXPERT", "GPIO_SYSFS").Because("the prompt of GPIO_SYSFS is behind EXPERT")
            + Y("USB_EHCI_HCD", "USB_OHCI_HCD").Overriding().Because("USB is there before modules can be loaded"),
        DeviceTrees =
        [
            DeviceTree.From("microchip/at91-sama7g5ek.dts") with
            {
                Edits =
                [
                    new("&sdmmc0", new("cap-mmc-highspeed"), new("cap-mmc-hw-reset")) { DeleteProperties = ["sdhci-caps-mask"] },
                    new("&sdmmc1") { DeleteProperties = ["no-1-8-v", "sdhci-caps-mask"] },
                    new("&sdmmc2") { DeleteProperties = ["sdhci-caps-mask"] },
                    new("&thermal_sensor", new DtProperty("status", "disabled")),
                ],
            },
        ],
        Console = new("ttyAT0") { Node = "serial0" },
        Disk = Sama7g5.Disk,
        Media =
        [
            new("sdcard") { Device = "mmc 1", Boot = new UBoot("sama7g5ek_mmc1"), Infix = Families.Infix.Sama7g5Bootloader.Named("sama7g54_ek_sd", firstStage: "sama7g5eksd_uboot") },
            new("emmc") { Device = "mmc 0", Boot = new UBoot("sama7g5ek_mmc"), Infix = Families.Infix.Sama7g5Bootloader.Named("sama7g54_ek_emmc", firstStage: "sama7g5ekemmc_uboot") },
        ],
        Infix = new()
        {
            Prompt = "Microchip SAMA7G54-EK Evaluation Kit",
            Help = "Microchip SAMA7G54-EK: an evaluation kit with one Cortex-A7 and two Ethernet ports.",
            UBootConfig = Y("ENV_IS_NOWHERE", "EFI_PARTITION", "CMD_IMI", "CMD_UNLZ4", "CMD_UNZIP", "LZ4", "LZMA") + N("ENV_IS_IN_FAT"),
            Environment =
            [
                new("fdtfile", "microchip/at91-sama7g5ek.dtb"),
                .. Sama7g5.Load.Variables,
                Families.Infix.Buttons.None,
            ],
            Disk = new("sama7g54-ek-#TARGET#"),
            Guide = Sama7g54EkGuide.Guide,
            Products = [new("microchip,sama7g5ek") { Quirks = [new("@ethtool:driver=macb", "broken-flow-control")] }],
        },
    };
}
