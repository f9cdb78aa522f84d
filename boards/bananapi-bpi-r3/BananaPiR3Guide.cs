namespace Bsp.Boards;

/// <summary>How to install Infix on the Banana Pi R3 and R3 Mini.</summary>
internal static class BananaPiR3Guide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "The [Banana Pi BPI-R3](https://wiki.banana-pi.org/Banana_Pi_BPI-R3) and BPI-R3 Mini are routers with Wi-Fi 6, "
            + "based on MediaTek MT7986, a quad-core Cortex-A53. The R3 has a switch with four LAN ports and WAN, "
            + "two SFP cages and a slot for SD cards; the Mini has two ports and starts from eMMC.",
            "From SD cards the R3 has been seen to be unstable; eMMC is what to use for more than a try.",
        ],
        Console = new("the UART pins", "3.3 V"),
        Switches = new(
            "ABCD",
            "Of the R3, below the board near the SD card: read from left to right, up is 0 (off), down is 1 (on). "
            + "The Mini has one switch, for NAND and eMMC.",
            new("sdcard", "0000"),
            new("spi-nand", "0101"),
            new("emmc", "1001")),
        Installation =
        [
            new(
                "Installing on the R3's eMMC",
                "Put on a USB stick with FAT: "
                + "[infix-bpi-r3-emmc.img](https://github.com/kernelkit/infix/releases/download/latest-boot/infix-bpi-r3-emmc.img), "
                + "`bl2.img` out of [the bootloader for eMMC](https://github.com/kernelkit/infix/releases/tag/latest-boot) "
                + "(`bpi-r3-emmc-boot-*.tar.gz`), and for a start from NAND `bpi-r3_spim-nand_bl2.img` and `bpi-r3_spim-nand_fip.bin` of "
                + "[Frank W.'s U-Boot](https://github.com/frank-w/u-boot/releases).",
                new SwitchTo("sdcard"),
                "Insert an SD card with Infix, power on, and stop in U-Boot with Ctrl-C.",
                new Enter(
                    "At U-Boot's prompt, write the bootloader for NAND",
                    "usb start",
                    "mtd erase spi-nand0",
                    "fatload usb 0:1 0x50000000 bpi-r3_spim-nand_bl2.img",
                    "mtd write spi-nand0 0x50000000 0x0 0x100000",
                    "fatload usb 0:1 0x50000000 bpi-r3_spim-nand_fip.bin",
                    "mtd write spi-nand0 0x50000000 0x380000 0x200000"),
                new SwitchTo("spi-nand"),
                "Power on, and stop in U-Boot again.",
                new Enter(
                    "Write the image, then the first stage into the eMMC's boot partition",
                    "usb start",
                    "fatload usb 0:1 0x50000000 infix-bpi-r3-emmc.img",
                    "setexpr blocks ${filesize} / 0x200",
                    "mmc dev 0",
                    "mmc write 0x50000000 0x0 ${blocks}",
                    "mmc partconf 0 1 1 1",
                    "mmc erase 0x0 0x400",
                    "fatload usb 0:1 0x50000000 bl2.img",
                    "mmc write 0x50000000 0x0 0x400",
                    "mmc partconf 0 1 1 0"),
                new SwitchTo("emmc"),
                "Power on."),
            new(
                "Installing on the R3 Mini's eMMC",
                "Set the Mini's switch to NAND, as it comes from the factory, and power on: OpenWrt starts.",
                "Mount a USB stick with `infix-bpi-r3-emmc.img` and `bl2.img` on `/mnt`.",
                new Enter(
                    "In the shell",
                    "echo 0 > /proc/sys/kernel/printk",
                    "dd if=/mnt/infix-bpi-r3-emmc.img of=/dev/mmcblk0",
                    "echo 0 > /sys/block/mmcblk0boot0/force_ro",
                    "dd if=/mnt/bl2.img of=/dev/mmcblk0boot0",
                    "sync"),
                "Power off, set the switch to eMMC, and power on."),
        ],
    };
}
