namespace Bsp.Boards;

/// <summary>What the SparX-5i PCB135 boots, and how to write its bootloader when it no longer starts.</summary>
internal static class Sparx5Pcb135Guide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "Microchip's evaluation board for the switch SparX-5i. The bootloader is in SPI NOR, the system in eMMC. "
            + "Infix builds the board's device tree with `BR2_PACKAGE_MICROCHIP_SPARX5_PCB135`, which is off.",
            "The board's U-Boot starts FIT images only, and these must have a load address. "
            + "Infix makes none: its `rootfs.itb` has neither kernel nor load address.",
        ],
        Installation =
        [
            new(
                "Rescuing the bootloader",
                "Connect a [Bus Blaster](http://dangerousprototypes.com/docs/Bus_Blaster#Bus_Blaster_v3), "
                + "or another adapter with an FT2232, to `FLASH_PROG` as below. The programmer is "
                + "[dangerspi](https://github.com/wkz/dangerspi); `dangerspi.py` must be in `PATH`.",
                new Enter(
                    "Build U-Boot, and write it over the first MiB of the flash",
                    "make O=x-fireant fireant_boot_defconfig",
                    "make O=x-fireant",
                    "make O=x-fireant board-sparx-flash-uboot")),
        ],
        Sections =
        [
            new(
                "The connector `FLASH_PROG` (`J4`)",
                "With the notch to the left, and the pin of the Bus Blaster for each:",
                """
                | left | Bus Blaster | right | Bus Blaster |
                |------|-------------|-------|-------------|
                | SCK | TCK | GND | GND |
                | MISO | TDO | #RESET_FLASH | VTG |
                | – | – | 3V3 | VTG |
                | #CS | TMS | #SYSRESET | GND |
                | MOSI | TDI | GND | – |
                """),
        ],
    };
}
