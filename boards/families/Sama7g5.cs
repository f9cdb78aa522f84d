using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Microchip's SAMA7G5: one Cortex-A7.</summary>
public static class Sama7g5
{
    public static readonly Soc Soc = new()
    {
        Name = "sama7g5",
        Architecture = Architectures.Arm,
        Kernel = Y("ARCH_AT91", "SOC_SAMA7G5", "ATMEL_CLOCKSOURCE_TCB", "SERIAL_ATMEL", "SERIAL_ATMEL_CONSOLE", "SERIAL_ATMEL_TTYAT", "MFD_ATMEL_FLEXCOM")
            + Y("NET_VENDOR_MICROCHIP", "MACB", "MMC_SDHCI_OF_AT91", "PINCTRL_AT91", "PINCTRL_AT91PIO4", "I2C_AT91", "SPI_ATMEL", "SPI_ATMEL_QUADSPI", "AT_XDMAC")
            + Y("POWER_RESET", "POWER_RESET_AT91_RESET", "POWER_RESET_AT91_SAMA5D2_SHDWC", "SAMA5D4_WATCHDOG", "RTC_CLASS", "RTC_DRV_AT91SAM9", "NVMEM_MICROCHIP_OTPC")
            + Y("CRYPTO_DEV_ATMEL_AES", "CRYPTO_DEV_ATMEL_TDES", "CRYPTO_DEV_ATMEL_SHA"),
    };

    /// <summary>The processor as Buildroot names it.</summary>
    public static readonly Seq<BuildrootLine> Processor = [BuildrootLine.Y("BR2_cortex_a7"), BuildrootLine.Y("BR2_ARM_FPU_NEON_VFPV4")];

    /// <summary>Microchip's first stage.</summary>
    /// <param name="defconfig">Its defconfig, without <c>_defconfig</c>.</param>
    public static Seq<BuildrootLine> At91Bootstrap(string defconfig) =>
    [
        BuildrootLine.Y("BR2_TARGET_AT91BOOTSTRAP3"),
        BuildrootLine.Y("BR2_TARGET_AT91BOOTSTRAP3_CUSTOM_TARBALL"),
        BuildrootLine.String("BR2_TARGET_AT91BOOTSTRAP3_CUSTOM_TARBALL_LOCATION", "$(call github,linux4sam,at91bootstrap,v4.0.9)/at91bootstrap-v4.0.9.tar.gz"),
        BuildrootLine.String("BR2_TARGET_AT91BOOTSTRAP3_DEFCONFIG", defconfig),
    ];
}
