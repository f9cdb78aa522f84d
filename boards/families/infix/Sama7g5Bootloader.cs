namespace Bsp.Boards.Families.Infix;

/// <summary>How Buildroot builds the bootloader of Microchip's SAMA7G5.</summary>
public static class Sama7g5Bootloader
{
    /// <summary>A bootloader with Microchip's first stage, at91bootstrap.</summary>
    /// <param name="name">The defconfig's name.</param>
    /// <param name="firstStage">The defconfig of at91bootstrap, without <c>_defconfig</c>.</param>
    public static InfixBootloader Create(string name, string firstStage) => new(name)
    {
        Processor = [BuildrootLine.Y("BR2_cortex_a7"), BuildrootLine.Y("BR2_ARM_FPU_NEON_VFPV4")],
        Toolchain = "ARMV7_EABIHF_GLIBC_STABLE",
        FirstStages =
        [
            BuildrootLine.Y("BR2_TARGET_AT91BOOTSTRAP3"),
            BuildrootLine.Y("BR2_TARGET_AT91BOOTSTRAP3_CUSTOM_TARBALL"),
            BuildrootLine.String(
                "BR2_TARGET_AT91BOOTSTRAP3_CUSTOM_TARBALL_LOCATION",
                "$(call github,linux4sam,at91bootstrap,v4.0.9)/at91bootstrap-v4.0.9.tar.gz"),
            BuildrootLine.String("BR2_TARGET_AT91BOOTSTRAP3_DEFCONFIG", firstStage),
        ],
        InstallsDeviceTree = false,
    };
}
