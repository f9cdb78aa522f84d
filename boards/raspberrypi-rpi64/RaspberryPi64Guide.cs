namespace Bsp.Boards;

/// <summary>What to know about the Raspberry Pi before booting Infix on it.</summary>
internal static class RaspberryPi64Guide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "Raspberry Pi's boards with 64 bits: 3B and Zero 2 W, 4B, 400, and the Compute Module 4, which needs a board to sit on. "
            + "Boards for the GPIO header (HATs) have no support.",
            "The image is also "
            + "[built for download](https://github.com/kernelkit/infix/releases/download/latest-boot/infix-rpi64-sdcard.img).",
        ],
        Console = new("the header with 40 pins", "3.3 V")
        {
            Pins = [new("6", "GND"), new("8", "TX (GPIO 14), to the adapter's RX"), new("10", "RX (GPIO 15), to the adapter's TX")],
        },
        Sections =
        [
            new(
                "Network of the other boards",
                "The 3B has that of `raspberrypi,4-model-b`. On the Compute Module 4 and the Zero 2 W nothing is configured: "
                + "do it at the console."),
            new(
                "Power",
                "The 4B needs 5 V and 3 A at USB-C, the 3B 5 V and 2.5 A at micro USB. "
                + "With less, boards reboot, and lose USB devices, the network or what is on the card.",
                "An adapter with 5 V at the console destroys the board. The adapter's supply pin stays unconnected."),
            new(
                "Touch screen",
                "The 4B has Raspberry Pi's first 7-inch screen (800x480), and its touch. "
                + "U-Boot takes every display of that size for it, and loads `broadcom/bcm2711-rpi-4-b-dsi`, in which HDMI is off. "
                + "It does so on all boards, but the tree is the 4B's: no such display on the others."),
        ],
    };
}
