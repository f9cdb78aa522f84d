using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Broadcom's chips of the Raspberry Pi: BCM2837 with four Cortex-A53, BCM2711 with four Cortex-A72.</summary>
public static class Bcm27xx
{
    /// <summary>DRAM starts at 0. The kernel is decompressed to 2 MiB; the device tree is far enough above for one of 62 MiB.</summary>
    public static readonly LoadAddresses Load = new()
    {
        Kernel = new("kernel", 0x0020_0000, 60.MiB()),
        DeviceTree = 0x0400_0000,
        Ramdisk = 0x1000_0000,
    };

    public static readonly Soc Soc = new()
    {
        Name = "bcm27xx",
        Architecture = Architectures.Aarch64,
        Load = Load,
        Kernel = Y("ARCH_BCM", "ARCH_BCM2835", "ARCH_BRCMSTB", "BCM2835_MBOX", "BCM2835_WDT", "DMA_BCM2835", "PINCTRL_BCM2835")
            + Y("MMC_BCM2835", "MMC_SDHCI_IPROC", "RASPBERRYPI_FIRMWARE", "RASPBERRYPI_POWER", "CLK_BCM2835", "CLK_RASPBERRYPI", "BCMGENET")
            + Y("SERIAL_8250_BCM2835AUX", "SERIAL_8250_EXTENDED", "SERIAL_8250_SHARE_IRQ")
            + Y("NET_VENDOR_BROADCOM").Overriding()
            + M("I2C_BCM2835", "BCM2835_THERMAL", "BCM2711_THERMAL", "DRM_V3D", "DRM_VC4")
            + Y("DRM", "DRM_VC4_HDMI_CEC", "SOUND", "SND", "SND_SOC", "STAGING") + M("SND_BCM2835"),
    };

    /// <summary>What the firmware reads, where the MBR has it: its files are those of the firmware, U-Boot and the overlays.</summary>
    public static readonly DiskLayout Disk = new()
    {
        Table = PartitionTable.Hybrid,
        Partitions = [new("boot", 32.MiB(), new LoaderFiles("boot.vfat")) { MbrType = 0x0c, Bootable = true }],
    };
}
