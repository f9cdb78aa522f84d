namespace Bsp.Boards.Families.Infix;

/// <summary>How Buildroot builds the bootloader of StarFive's JH7110.</summary>
public static class Jh7110Bootloader
{
    /// <summary>A bootloader with OpenSBI in it; DRAM starts at 1 GiB.</summary>
    /// <param name="name">The defconfig's name.</param>
    public static InfixBootloader Create(string name) => new(name)
    {
        FirstStages =
        [
            BuildrootLine.Y("BR2_TARGET_OPENSBI"),
            BuildrootLine.Y("BR2_TARGET_OPENSBI_CUSTOM_VERSION"),
            BuildrootLine.String("BR2_TARGET_OPENSBI_CUSTOM_VERSION_VALUE", "1.4"),
            BuildrootLine.String("BR2_TARGET_OPENSBI_PLAT", "generic"),
            BuildrootLine.N("BR2_TARGET_OPENSBI_INSTALL_JUMP_IMG"),
            BuildrootLine.String("BR2_TARGET_OPENSBI_ADDITIONAL_VARIABLES", "FW_TEXT_START=0x40000000 FW_OPTIONS=0"),
        ],
        UBootVersion = "2024.07",
        Needs = ["DTC", "PYLIBFDT", "OPENSSL", "OPENSBI"],
    };
}
