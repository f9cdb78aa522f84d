namespace Bsp.Boards;

/// <summary>How to install Infix on the ESPRESSObin, whose own U-Boot has to be configured for it.</summary>
internal static class EspressoBinGuide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "The [ESPRESSObin](https://wiki.espressobin.net/) is a small computer with Marvell's Armada 3720, a dual-core Cortex-A53, "
            + "and the switch 88E6341 (Topaz), which has PTP.",
            "The boot ROM starts U-Boot from SPI NOR on every revision, and no jumper changes that; SD card and eMMC have the system only. "
            + "The vendor's U-Boot reads ext4 and no squashfs, so the board takes an ext4 image, "
            + "and for upgrades `infix-aarch64-ext4.pkg`: what `infix-aarch64.pkg` installs does not start.",
        ],
        Console = new("the micro USB connector"),
        Installation =
        [
            new(
                "Installing on an SD card",
                new Enter(
                    "Build the image: `apply-ext4` adds the root filesystem as ext4, and the bundle with it",
                    "make O=x-aarch64 aarch64_defconfig",
                    "make O=x-aarch64 apply-ext4",
                    "make O=x-aarch64",
                    "./utils/mkimage.sh -r x-aarch64 marvell-espressobin"),
                new Enter(
                    "Write it, with the card's device for `/dev/sdX` (`lsblk` has it; what is on it is lost)",
                    "sudo dd if=x-aarch64/images/infix-espressobin-sdcard.img of=/dev/sdX bs=1M status=progress oflag=direct"),
                "Insert the card, power on, and stop in U-Boot with any key.",
                new Enter(
                    "Set what the commands below use; `fdt_name` is the device tree of the revision. Most are there already",
                    "setenv kernel_addr 0x5000000",
                    "setenv fdt_addr 0x4f00000",
                    "setenv loadaddr 0x5000000",
                    "setenv console 'console=ttyMV0,115200 earlycon=ar3700_uart,0xd0012000'",
                    "setenv extra_params quiet",
                    "setenv image_name boot/Image",
                    "setenv fdt_name boot/marvell/armada-3720-espressobin-v7.dtb"),
                new Enter(
                    "Have U-Boot try the slots in the order that Infix keeps in `/uboot.env` on partition 1",
                    "setenv bootcmd_args 'setenv bootargs $console root=PARTLABEL=$bootslot rw rootwait $extra_params rauc.slot=$bootslot'",
                    "setenv bootcmd_boot 'run bootcmd_args; ext4load mmc 0:$bootpart $kernel_addr $image_name && "
                    + "ext4load mmc 0:$bootpart $fdt_addr $fdt_name && booti $kernel_addr - $fdt_addr'",
                    "setenv bootcmd_primary 'setenv bootpart 2; setenv bootslot primary; run bootcmd_boot'",
                    "setenv bootcmd_secondary 'setenv bootpart 3; setenv bootslot secondary; run bootcmd_boot'",
                    "setenv bootcmd_net 'setenv bootslot primary; run bootcmd_args; dhcp $kernel_addr $image_name && "
                    + "tftpboot $fdt_addr $fdt_name && booti $kernel_addr - $fdt_addr'",
                    "setenv bootcmd 'mmc dev 0; setenv BOOT_ORDER primary secondary; ext4load mmc 0:1 $loadaddr /uboot.env && "
                    + "env import -c $loadaddr $filesize; for next in $BOOT_ORDER; do run bootcmd_$next; done'",
                    "saveenv",
                    "boot")),
        ],
        Sections =
        [
            new(
                "Revisions",
                "v1, v3 and v5 have the device tree `armada-3720-espressobin`, v7 `armada-3720-espressobin-v7`; "
                + "each has another that ends in `-emmc`, for boards with eMMC. That of the Ultra, `armada-3720-espressobin-ultra`, "
                + "has eMMC and no SD card."),
            new(
                "Choosing what starts",
                "`run bootcmd_primary`, `bootcmd_secondary` or `bootcmd_net` at U-Boot's prompt starts it once. "
                + "In Infix's shell, as root, `fw_setenv BOOT_ORDER \"secondary primary net\"` sets the order from then on.",
                "`net` loads kernel and device tree by TFTP and has the card's primary slot as its root. "
                + "The server's folder is `x-aarch64/target`, as the names begin with `boot/`; "
                + "its address comes from DHCP (option 66), or from `serverip`."),
        ],
    };
}
