using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Microchip's SAMA7G5: one Cortex-A7.</summary>
public static class Sama7g5
{
    /// <summary>DRAM starts at 1.5 GiB.</summary>
    public static readonly LoadAddresses Load = new()
    {
        DeviceTree = 0x6200_0000,
        Kernel = new("kernel", 0x6300_0000, 60.MiB()),
        Script = 0x6800_0000,
        Ramdisk = 0x6900_0000,
    };

    public static readonly Soc Soc = new()
    {
        Name = "sama7g5",
        Architecture = Architectures.Arm,
        Load = Load,
        Kernel = Y("ARCH_AT91", "SOC_SAMA7G5", "ATMEL_CLOCKSOURCE_TCB")
            + Y("SERIAL_ATMEL", "SERIAL_ATMEL_CONSOLE", "SERIAL_ATMEL_TTYAT", "MFD_ATMEL_FLEXCOM")
            + Y("NET_VENDOR_MICROCHIP", "MACB", "MMC_SDHCI_OF_AT91", "PINCTRL_AT91", "PINCTRL_AT91PIO4")
            + Y("I2C_AT91", "SPI_ATMEL", "SPI_ATMEL_QUADSPI", "AT_XDMAC")
            + Y("POWER_RESET", "POWER_RESET_AT91_RESET", "POWER_RESET_AT91_SAMA5D2_SHDWC", "SAMA5D4_WATCHDOG")
            + Y("RTC_CLASS", "RTC_DRV_AT91SAM9", "NVMEM_MICROCHIP_OTPC")
            + Y("CRYPTO_DEV_ATMEL_AES", "CRYPTO_DEV_ATMEL_TDES", "CRYPTO_DEV_ATMEL_SHA"),
    };

    /// <summary>The compatibles of a board around the SAMA7G54, after its own.</summary>
    public static readonly Seq<string> Sama7g54 = ["microchip,sama7g54", "microchip,sama7g5"];

    /// <summary>What the boot ROM reads, where the MBR has it: Microchip's first stage and U-Boot.</summary>
    public static readonly DiskLayout Disk = new()
    {
        Table = PartitionTable.Hybrid,
        Partitions =
        [
            new("boot", 16.MiB(), new LoaderFiles("boot.vfat", "boot.bin", UBoot.PlainImage))
            {
                Offset = 1.MiB(),
                MbrType = 0x0c,
                Bootable = true,
            },
        ],
    };
}
