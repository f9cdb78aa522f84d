namespace Bsp.Boards;

/// <summary>How to set the VisionFive 2 to boot Infix from an SD card.</summary>
internal static class VisionFive2Guide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "The [VisionFive 2](https://doc-en.rvspace.org/Doc_Center/visionfive_2.html) is a RISC-V computer with StarFive's JH7110 and "
            + "two Gigabit ports. The device tree is that of version 1.3B. Infix's U-Boot looks for the system on the SD card, "
            + "not in eMMC.",
        ],
        Console = new("the header with 40 pins", "3.3 V")
        {
            Pins = [new("6", "GND"), new("8", "TX, to the adapter's RX"), new("10", "RX, to the adapter's TX")],
        },
        Switches = new(
            "RGPIO_1 RGPIO_0",
            "0 is L and 1 is H, as printed on the board; the switch sits upside down, so what is printed on it (`ON`) does not count. "
            + "From the factory the board starts from SPI NOR, whose U-Boot tries the SD card and then the network.",
            new BootPosition("spi-nor", "00"),
            new BootPosition("sdcard", "01"),
            new BootPosition("emmc", "10"),
            new BootPosition("UART", "11")),
        Sections =
        [
            new(
                "Power",
                "The board is supplied over USB-C. This on the console says that the supply was not stable; power off and on again:",
                """
                ```
                dwmci_s: Response Timeout.
                dwmci_s: Response Timeout.
                BOOT fail,Error is 0xffffffff
                ```
                """),
        ],
    };
}
