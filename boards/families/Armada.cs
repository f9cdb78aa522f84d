using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Marvell's Armada.</summary>
public static class Armada
{
    /// <summary>Armada 37xx: two Cortex-A53.</summary>
    public static readonly Soc Armada37xx = new()
    {
        Name = "armada-37xx",
        Architecture = Architectures.Aarch64,
        Kernel = Y("ARCH_MVEBU", "SERIAL_MVEBU_UART", "ARM_ARMADA_37XX_CPUFREQ", "ARMADA_37XX_WATCHDOG", "MMC_SDHCI_XENON", "AHCI_MVEBU")
            + Y("PCI_AARDVARK", "SPI_ARMADA_3700", "MV_XOR")
            + M("MVNETA", "USB_XHCI_MVEBU"),
    };

    /// <summary>CN913x: four Cortex-A72 and a communication processor.</summary>
    public static readonly Soc Cn9130 = new()
    {
        Name = "cn9130",
        Architecture = Architectures.Aarch64,
        Kernel = Y("ARCH_MVEBU", "SERIAL_8250_DW", "ARM_ARMADA_8K_CPUFREQ", "ARM_SMMU", "ARMADA_THERMAL")
            + Y("MMC_SDHCI_XENON", "MTD_NAND_MARVELL", "AHCI_MVEBU", "PCIE_ARMADA_8K", "PHY_MVEBU_CP110_COMPHY", "PHY_MVEBU_CP110_UTMI")
            + Y("I2C_MV64XXX", "SPI_ORION", "MV_XOR_V2", "RTC_DRV_ARMADA38X")
            + M("MVPP2", "USB_XHCI_MVEBU"),
    };

    /// <summary>The compatibles of a board around Armada 37xx, after its own.</summary>
    public static readonly Seq<string> Armada3720 = ["marvell,armada3720", "marvell,armada3710"];

    /// <summary>The compatibles of a board around CN913x, after its own: those of the application processor.</summary>
    public static readonly Seq<string> Ap807 = ["marvell,armada-ap807-quad", "marvell,armada-ap807"];

    /// <summary>TF-A for Armada 8K and CN913x, packed with U-Boot and Marvell's programs into an image for flash.</summary>
    /// <param name="platform">The platform, as TF-A calls it.</param>
    public static TrustedFirmware TrustedFirmware(string platform) => new(platform)
    {
        Version = "v2.9",
        Fip = true,
        Targets = ["mrvl_flash"],
        Variables = ["USE_COHERENT_MEM=0"],
    };

    /// <summary>The firmware of the cryptographic engine on either of them, as Buildroot has it.</summary>
    public static readonly Seq<BuildrootPackage> Packages = ["LINUX_FIRMWARE_INSIDE_SECURE_MINIFW"];
}
