namespace Bsp.Boards;

/// <summary>How to install Infix on the SAMA7G54-EK's eMMC, and what its jumper and button do.</summary>
internal static class Sama7g54EkGuide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "The [SAMA7G54-EK](https://www.microchip.com/en-us/development-tool/EV21H18A) is an evaluation kit for Microchip's SAMA7G5, "
            + "a Cortex-A7, with 512 MB of RAM, 8 GB of eMMC and a slot for microSD cards. "
            + "It has a Gigabit port, one with 100 Mbit/s, USB 2.0 and CAN.",
            "With the jumper `J22` open the board may start from eMMC, unless the button `SW4` is held at power on. "
            + "With `J22` closed it never does.",
        ],
        Console = new("the header of the debug UART (Flexcom3)", "3.3 V"),
        Installation =
        [
            new(
                "Installing on eMMC",
                "Start Infix from an SD card, with `J22` closed or `SW4` held if eMMC has a system already.",
                "Bring `infix-sama7g54-ek-emmc.img` there, over the network or on a USB stick.",
                new Enter("In the shell, see that `mmcblk0` is the eMMC: this prints `MMC`", "cat /sys/block/mmcblk0/device/type"),
                new Enter(
                    "Write the image; what is in eMMC is lost",
                    "sudo dd if=infix-sama7g54-ek-emmc.img of=/dev/mmcblk0 bs=1M conv=fsync"),
                "Power off, remove the card, open `J22`, and power on."),
        ],
    };
}
