namespace Bsp.Boards;

/// <summary>How to install Infix on the NanoPi R2S, and what its lights and its button do.</summary>
internal static class NanoPiR2SGuide
{
    public static readonly BoardGuide Guide = new()
    {
        About =
        [
            "The [NanoPi R2S](https://wiki.friendlyelec.com/wiki/index.php/NanoPi_R2S) is a small router with two Gigabit ports, "
            + "based on Rockchip RK3328, a quad-core Cortex-A53. It has no eMMC and starts from an SD card.",
        ],
        Console = new("the three UART pins", "3.3 V") { Pins = [new("nearest to the edge", "GND")] },
        Sections =
        [
            new(
                "Lights",
                """
                | stage | SYS | LAN | WAN |
                |-------|-----|-----|-----|
                | power on | dimmed | off | off |
                | factory reset | on | on | on |
                | Linux starts | on | off | off |
                | the system starts | 1 Hz | off | off |
                | the system is up | off | on | off |
                | WAN has an address | off | on | on |
                | locate | 1 Hz | 1 Hz | 1 Hz |
                | fail safe: `startup-config` could not be loaded | 5 Hz | off | off |
                | panic: `failure-config` could not be loaded either | 5 Hz | 5 Hz | 5 Hz |
                """),
            new(
                "Factory reset",
                "Keep the button pressed for ten seconds while the board is powered on; all lights blink at 1 Hz meanwhile. "
                + "They stay on until `/cfg` and `/var` are erased. On the running system the button reboots."),
            new(
                "MAC addresses",
                "The board has no memory for its own; U-Boot's environment gives all of them the same. "
                + "Where several are in one network, give each its own at U-Boot's prompt:",
                """
                ```
                setenv eth1addr 02:00:c0:ff:ee:01
                setenv ethaddr 02:00:c0:ff:ee:00
                saveenv
                ```
                """),
        ],
    };
}
