namespace Bsp.Boards.Families.Infix;

/// <summary>How Buildroot builds the bootloader of Rockchip's RK3328.</summary>
public static class Rk3328Bootloader
{
    /// <summary>A bootloader with what U-Boot's build needs to make its first stages and to pack TF-A.</summary>
    /// <param name="name">The defconfig's name.</param>
    public static InfixBootloader Create(string name) =>
        new(name) { Needs = ["DTC", "PYLIBFDT", "PYELFTOOLS", "OPENSSL", "ATF_BL31", "ATF_BL31_ELF"] };
}
