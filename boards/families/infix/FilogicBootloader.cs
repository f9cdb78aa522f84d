namespace Bsp.Boards.Families.Infix;

/// <summary>How Buildroot builds the bootloader of MediaTek's Filogic.</summary>
public static class FilogicBootloader
{
    /// <summary>A bootloader whose first stage has the header of U-Boot's mkimage.</summary>
    /// <param name="name">The defconfig's name.</param>
    public static InfixBootloader Create(string name) =>
        new(name) { FirmwareVariables = ["USE_MKIMAGE=1", "MKIMAGE=$(HOST_DIR)/bin/mkimage"] };
}
