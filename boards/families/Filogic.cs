using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>MediaTek's Filogic 830 (MT7986A): four Cortex-A53, a switch and Wi-Fi 6.</summary>
public static class Filogic
{
    /// <summary>DRAM starts at 1 GiB; the first 48 MiB belong to TF-A.</summary>
    public static readonly LoadAddresses Load = new()
    {
        DeviceTree = 0x43f0_0000,
        Kernel = new("kernel", 0x4400_0000, 60.MiB()),
        Script = 0x4800_0000,
        Ramdisk = 0x4a00_0000,
    };

    public static readonly Soc Mt7986 = new()
    {
        Name = "mt7986",
        Architecture = Architectures.Aarch64,
        Load = Load,
        Kernel = Y("ARCH_MEDIATEK", "PINCTRL_MT7986", "SERIAL_8250_MT6577", "MEDIATEK_WATCHDOG")
            + Y("MEDIATEK_GE_PHY", "NET_VENDOR_MEDIATEK", "NET_MEDIATEK_SOC", "MTK_SCPSYS", "MMC_MTK", "MTK_HSDMA", "MT798X_WMAC")
            + M("MTK_THERMAL", "MTK_SOC_THERMAL", "NET_DSA_MT7530", "MT7915E", "PCIE_MEDIATEK_GEN3", "I2C_MT65XX")
            + M("USB_XHCI_MTK", "PHY_MTK_TPHY", "PHY_MTK_XSPHY", "PWM_MEDIATEK", "NVMEM_MTK_EFUSE", "CRYPTO_DEV_SAFEXCEL"),
    };

    /// <summary>MediaTek's fork of TF-A: BL2 starts from the medium and loads the rest as a package.</summary>
    /// <param name="medium">What the fork calls the medium: <c>sdmmc</c> or <c>emmc</c>.</param>
    public static TrustedFirmware TrustedFirmware(string medium) => new("mt7986")
    {
        Repository = "https://github.com/mtk-openwrt/arm-trusted-firmware-mtk.git",
        Version = "78a0dfd927bb00ce973a1f8eb4079df0f755887a",
        Fip = true,
        Images = ["*.img", "*.bin"],
        Variables = ["BOOT_DEVICE=" + medium, "DRAM_USE_DDR4=1"],
    };

    /// <summary>What U-Boot needs to find its device tree among several, and to read flash, USB and the ports' PHYs.</summary>
    public static readonly KernelFragment UBoot =
        Y("AUTOBOOT", "ENV_IS_NOWHERE", "MULTI_DTB_FIT")
        + Int("BOOTDELAY", 2)
        + N("MMC_PCI", "ENV_IS_IN_MMC")
        + Y("USB", "USB_XHCI_HCD", "USB_XHCI_MTK", "USB_MTU3", "PHY", "PHY_MTK_TPHY", "CMD_USB")
        + Y("SPI", "DM_SPI", "MTK_SPIM", "MTK_SNOR", "SPI_FLASH", "DM_SPI_FLASH", "SPI_FLASH_MTD")
        + Y("SPI_FLASH_MACRONIX", "SPI_FLASH_WINBOND", "SPI_FLASH_GIGADEVICE", "CMD_SF")
        + Y("MTD", "DM_MTD", "MTD_PARTITIONS", "MTD_SPI_NAND", "CMD_MTD", "CMD_MTDPARTS")
        + Y("DM_MDIO", "DM_ETH_PHY", "PHY_ETHERNET_ID", "CMD_MDIO", "CMD_DM");

    /// <summary>BL2 where the boot ROM looks for it, calibration data, and the package that BL2 loads.</summary>
    public static readonly Seq<Partition> Loaders =
    [
        new("bl2", 4.MiB(), new RawFile("bl2.img")) { Offset = 512.KiB(), Bootable = true },
        new("factory", 2.MiB(), new Blank()) { Offset = 4608.KiB() },
        new("fip", 2.MiB(), new RawFile("fip.bin")) { Offset = 6656.KiB() },
    ];
}
