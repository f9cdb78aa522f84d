using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Rockchip RK3328: four Cortex-A53, one Gigabit MAC, USB 3.</summary>
public static class Rk3328
{
    private const string Idbloader = "idbloader.img";
    private const string Itb = "u-boot.itb";

    /// <summary>DRAM starts at 0; TF-A is in its first 2 MiB, U-Boot itself runs from the top.</summary>
    public static readonly LoadAddresses Load = new()
    {
        Kernel = new("kernel", 0x0200_0000, 60.MiB()),
        Environment = new("environment", 0x0800_0000, 1.MiB()),
        Fit = new("fit", 0x1000_0000, 32.MiB()),
    };

    public static readonly Soc Soc = new()
    {
        Name = "rk3328",
        Architecture = Architectures.Aarch64,
        Load = Load,
        Prerequisites = Y("IOMMU_SUPPORT", "PCI", "PWM", "I2C", "SPI", "SPI_MASTER", "PINCTRL", "PINCTRL_ROCKCHIP", "GPIOLIB")
            + Y("GPIO_ROCKCHIP", "REGULATOR", "EXTCON", "RESET_CONTROLLER", "MMC", "MMC_BLOCK", "MMC_DW", "MMC_DW_PLTFM", "ETHERNET")
            + Y("SERIAL_8250", "SERIAL_8250_CONSOLE", "SERIAL_8250_DW", "SERIAL_OF_PLATFORM")
            + Y("USB_SUPPORT", "USB", "USB_DWC3", "USB_OHCI_HCD", "USB_OHCI_HCD_PLATFORM")
            + Y("THERMAL", "THERMAL_OF", "CPU_THERMAL", "IIO", "NVMEM", "CRYPTO_HW", "DMADEVICES", "PL330_DMA")
            + Y("CPU_FREQ", "CPU_FREQ_DEFAULT_GOV_SCHEDUTIL", "CPUFREQ_DT", "CPU_IDLE", "ARM_PSCI_CPUIDLE")
            + CortexA53,
        Kernel = Y("ARCH_ROCKCHIP", "ROCKCHIP_IOMMU", "ROCKCHIP_PM_DOMAINS", "ROCKCHIP_IODOMAIN")
            + Y("COMMON_CLK_ROCKCHIP", "CLK_RK3328", "COMMON_CLK_PWM", "PWM_ROCKCHIP")
            + Y("PHY_ROCKCHIP_EMMC", "PHY_ROCKCHIP_INNO_USB2", "PHY_ROCKCHIP_TYPEC", "ROCKCHIP_PHY")
            + Y("I2C_RK3X", "SPI_ROCKCHIP", "MMC_DW_ROCKCHIP", "CRYPTO_DEV_ROCKCHIP")
            + (Y("PCIE_ROCKCHIP_DW_HOST", "NET_VENDOR_STMICRO", "STMMAC_ETH", "STMMAC_PLATFORM", "DWMAC_ROCKCHIP")
                + Y("USB_DWC3_HOST")).Overriding()
            + M("PHY_ROCKCHIP_USB", "PHY_ROCKCHIP_PCIE", "PCIE_ROCKCHIP_HOST")
            + M("ROCKCHIP_THERMAL", "ROCKCHIP_SARADC", "NVMEM_ROCKCHIP_EFUSE", "NVMEM_ROCKCHIP_OTP"),
    };

    /// <summary>
    /// What the boot ROM reads (Rockchip's TRM, part "boot flow"): the first stages in sector 64, what they load in sector 16384, up
    /// to 16 MiB.
    /// </summary>
    public static readonly DiskLayout Disk = new()
    {
        Raw =
        [
            new("u-boot-tpl-spl-dtb", Idbloader, 32.KiB(), 8.MiB() - 32.KiB()),
            new("u-boot-dtb", Itb, 8.MiB(), 8.MiB()),
        ],
        FirstFree = 16.MiB(),
    };

    /// <summary>U-Boot, whose build packs TF-A's BL31 into the image; the separate M0 core has its own program.</summary>
    /// <param name="defconfig">The board's defconfig.</param>
    public static UBoot UBoot(string defconfig) =>
        new(defconfig) { FirstStage = Idbloader, Image = Itb, TrustedFirmware = new("rk3328") { NeedsArm32 = true } };

    private static KernelFragment CortexA53 =>
        Y("ARM64_ERRATUM_819472", "ARM64_ERRATUM_824069", "ARM64_ERRATUM_826319", "ARM64_ERRATUM_827319", "ARM64_ERRATUM_843419")
            .Because("Cortex-A53");
}
