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
        Kernel = Y("ARCH_MVEBU", "SERIAL_8250_DW", "ARM_ARMADA_8K_CPUFREQ", "ARM_SMMU", "ARMADA_THERMAL", "MMC_SDHCI_XENON", "MTD_NAND_MARVELL", "AHCI_MVEBU")
            + Y("PCIE_ARMADA_8K", "PHY_MVEBU_CP110_COMPHY", "PHY_MVEBU_CP110_UTMI", "I2C_MV64XXX", "SPI_ORION", "MV_XOR_V2", "RTC_DRV_ARMADA38X")
            + M("MVPP2", "USB_XHCI_MVEBU"),
    };

    /// <summary>The firmware of the cryptographic engine on either of them, as Buildroot has it.</summary>
    public static readonly Seq<BuildrootPackage> Packages = ["LINUX_FIRMWARE_INSIDE_SECURE_MINIFW"];
}
