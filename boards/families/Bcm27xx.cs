using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Broadcom's chips of the Raspberry Pi: BCM2837 with four Cortex-A53, BCM2711 with four Cortex-A72.</summary>
public static class Bcm27xx
{
    public static readonly Soc Soc = new()
    {
        Name = "bcm27xx",
        Architecture = Architectures.Aarch64,
        Kernel = Y("ARCH_BCM", "ARCH_BCM2835", "ARCH_BRCMSTB", "BCM2835_MBOX", "BCM2835_WDT", "DMA_BCM2835", "PINCTRL_BCM2835", "MMC_BCM2835", "MMC_SDHCI_IPROC")
            + Y("RASPBERRYPI_FIRMWARE", "RASPBERRYPI_POWER", "CLK_BCM2835", "CLK_RASPBERRYPI", "BCMGENET")
            + Y("SERIAL_8250_BCM2835AUX", "SERIAL_8250_EXTENDED", "SERIAL_8250_SHARE_IRQ")
            + Y("NET_VENDOR_BROADCOM").Overriding()
            + M("I2C_BCM2835", "BCM2835_THERMAL", "BCM2711_THERMAL", "DRM_V3D", "DRM_VC4")
            + Y("DRM", "DRM_VC4_HDMI_CEC", "SOUND", "SND", "SND_SOC", "STAGING") + M("SND_BCM2835"),
    };

    /// <summary>DRAM starts at 0. The kernel unpacks to 2 MiB; the device tree is far enough above for one of 62 MiB.</summary>
    public static readonly Seq<UBootVariable> LoadAddresses =
    [
        new("kernel_addr_r", "0x00200000"),
        new("fdt_addr_r", "0x04000000"),
        new("ramdisk_addr_r", "0x10000000"),
    ];

    /// <summary>The firmware of both chips, with what it needs to start U-Boot in 64 bits.</summary>
    public static readonly RaspberryPiFirmware Firmware = new()
    {
        Parts = ["BOOTCODE_BIN", "VARIANT_PI", "VARIANT_PI_X", "VARIANT_PI4", "VARIANT_PI4_X"],
        Config =
        [
            new("all", "arm_64bit=1", "arm_boost=1", "force_turbo=1", "disable_overscan=1", "enable_uart=1"),
            new("pi3", "start_file=start.elf", "fixup_file=fixup.dat", "dtoverlay=miniuart-bt", "gpu_mem=100"),
            new("pi4", "start_file=start4.elf", "fixup_file=fixup4.dat", "dtoverlay=vc4-kms-v3d-pi4", "lcd_rotate=2", "gpu_mem=256"),
        ],
    };

    /// <summary>What the firmware reads, where the MBR has it: its files are those of the firmware, U-Boot and the overlays.</summary>
    public static readonly Partition Boot = new("boot", 32.MiB(), new LoaderFiles("boot.vfat")) { MbrType = 0x0c, Bootable = true };
}
