namespace Bsp.Boards.Families.Infix;

/// <summary>How Buildroot builds the bootloader of Marvell's CN9130.</summary>
public static class Cn9130Bootloader
{
    /// <summary>A bootloader with Marvell's programs for the service processor and the memory.</summary>
    /// <param name="name">The defconfig's name.</param>
    public static InfixBootloader Create(string name) => new(name)
    {
        Processor = [BuildrootLine.Y("BR2_cortex_a72")],
        FirstStages = [BuildrootLine.Y("BR2_TARGET_BINARIES_MARVELL"), BuildrootLine.Y("BR2_TARGET_MV_DDR_MARVELL")],
        Needs = [],
    };
}
