namespace Bsp.Boards;

/// <summary>How to install Infix on the CN9130-CRB: the bootloader over the console into SPI flash, the rest by network.</summary>
internal static class Cn9130CrbGuide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "Marvell's reference board for CN9130, a quad-core Cortex-A72. The bootloader is in SPI flash, Infix on an SD card; "
            + "the eMMC is not used.",
        ],
        Switches = new(
            "123456",
            "`SW2`, beside `SW1` between the card's slot and the chip: 1 is enabled, which ties the line to ground. "
            + "The position is `BOOT_MODE` 0x32; from the factory the board starts from eMMC.",
            new BootPosition("spi-nor", "101100")),
        Installation =
        [
            new(
                "Writing the bootloader to SPI NOR",
                new SwitchTo("spi-nor"),
                new Enter(
                    "With the power still off, and no other program at the console (`ttyUSB0` here), "
                    + "start [mvebu64boot](https://github.com/addiva-elektronik/mvebu64boot)",
                    "mvebu64boot -b x-cn9130-crb/images/flash-image.bin /dev/ttyUSB0"),
                "Power on. When `mvebu64boot` has ended, open the console, and stop in U-Boot with any key.",
                "Connect `eth1` to a network with a DHCP server and a TFTP server that has `flash-image.bin`.",
                new Enter("At U-Boot's prompt, write it", "dhcp -", "bubt flash-image.bin", "reset")),
            new(
                "Installing on an SD card",
                "Have the DHCP server name `rootfs.itb` on the TFTP server as the boot file (option 67), "
                + "and an HTTP server offer `infix-aarch64.pkg`; both are in `x-aarch64/images`. "
                + "TFTP works for the second as well, but takes long.",
                "Insert a blank card and power on: U-Boot finds no system on it and starts `rootfs.itb` from the network.",
                new Enter(
                    "Log in as `admin` with the password `admin`. `PORT` is the interface that leads to the server, "
                    + "and the time must be about right, as the bundle is signed. The card is `mmcblk0` where the last of these commands "
                    + "prints `SD`, otherwise `mmcblk1`",
                    "sudo -i",
                    "udhcpc -i PORT",
                    "date -us YYYY-MM-DD",
                    "cat /sys/block/mmcblk0/device/type"),
                new Enter(
                    "Partition the card and install to both slots",
                    "/usr/libexec/infix/prod/provision http://SERVER/infix-aarch64.pkg /dev/mmcblk0"),
                "Reboot: Infix starts from the card."),
        ],
    };
}
