namespace Bsp.Boards.Families.Infix;

/// <summary>How Buildroot builds the bootloader of a Raspberry Pi.</summary>
public static class Bcm27xxBootloader
{
    /// <summary>A bootloader that the firmware starts.</summary>
    /// <param name="name">The defconfig's name.</param>
    public static InfixBootloader Create(string name) => new(name) { RaspberryPi = Firmware };

    // The firmware of both chips, with what it needs to start U-Boot in 64 bits.
    private static RaspberryPiFirmware Firmware => new()
    {
        Parts = ["BOOTCODE_BIN", "VARIANT_PI", "VARIANT_PI_X", "VARIANT_PI4", "VARIANT_PI4_X"],
        Config =
        [
            new("all", "arm_64bit=1", "arm_boost=1", "force_turbo=1", "disable_overscan=1", "enable_uart=1"),
            new("pi3", "start_file=start.elf", "fixup_file=fixup.dat", "dtoverlay=miniuart-bt", "gpu_mem=100"),
            new("pi4", "start_file=start4.elf", "fixup_file=fixup4.dat", "dtoverlay=vc4-kms-v3d-pi4", "lcd_rotate=2", "gpu_mem=256"),
        ],
    };
}
