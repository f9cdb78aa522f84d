namespace Bsp.Model;

/// <summary>A bootloader of a board on one medium: a Buildroot defconfig of its own, without kernel and userland.</summary>
/// <param name="Medium">Where the board starts from: <c>sdcard</c>, <c>emmc</c>, <c>spi-nor</c>.</param>
public sealed record InfixBootloader(string Medium)
{
    /// <summary>Where the board starts from: <c>sdcard</c>, <c>emmc</c>, <c>spi-nor</c>.</summary>
    public string Medium { get; init => field = Text.Word(value, "a medium", "-"); } = Text.Word(Medium, "a medium", "-");

    /// <summary>Whether Infix makes disk images for the medium (its utils/mkimage.sh, option -t).</summary>
    public bool HasImages => Medium is "sdcard" or "emmc";

    /// <summary>The defconfig's name, such as <c>nanopi_r2s</c> for <c>configs/nanopi_r2s_boot_defconfig</c>.</summary>
    public required string Name { get; init => field = Text.Word(value, "a bootloader's name", "_"); }

    /// <summary>Bootlin's compiler, where Buildroot's default is not the one: <c>ARMV7_EABIHF_GLIBC_STABLE</c>.</summary>
    public string? Toolchain { get; init => field = value is null ? null : Text.Word(value, "a toolchain", "_"); }

    /// <summary>The processor, where Buildroot's default for the architecture is not the one: <c>BR2_cortex_a72</c>.</summary>
    public Seq<BuildrootLine> Processor { get; init; } = [];

    /// <summary>Trusted Firmware-A, where U-Boot does not start by itself.</summary>
    public TrustedFirmware? TrustedFirmware { get; init; }

    /// <summary>U-Boot's own defconfig, without <c>_defconfig</c>, such as <c>nanopi-r2s-rk3328</c>; null where another bootloader is among <see cref="FirstStages"/>.</summary>
    public required string? UBoot { get; init => field = value is null ? null : Text.Word(value, "a U-Boot defconfig", "_-"); }

    /// <summary>U-Boot's version, or with <see cref="UBootRepository"/> the commit; null for the distribution's.</summary>
    public string? UBootVersion { get; init => field = value is null ? null : Text.Word(value, "a U-Boot version", "."); }

    /// <summary>The git repository of a fork of U-Boot; null for the project's own releases.</summary>
    public string? UBootRepository { get; init => field = value is null ? null : Text.Word(value, "a repository", ":/.-_@"); }

    /// <summary>What U-Boot's build needs: <c>DTC</c>, <c>PYLIBFDT</c>, <c>PYELFTOOLS</c>, <c>OPENSSL</c>, <c>ATF_BL31</c>, <c>ATF_BL31_ELF</c>, <c>OPENSBI</c>.</summary>
    public Seq<string> Needs { get; init => field = Seq<string>.Of(value.Select(need => Text.Word(need, "a need of U-Boot", "_"))); } = ["DTC"];

    /// <summary>Whether the image takes U-Boot's device tree as a file of its own.</summary>
    public bool TakesDeviceTree { get; init; } = true;

    /// <summary>Files of U-Boot's build that the image takes besides its device tree, such as <c>u-boot.itb</c>.</summary>
    public Seq<string> Files { get; init => field = Seq<string>.Of(value.Select(file => Text.RelativePath(file, "a file of U-Boot"))); } = [];

    /// <summary>The first stage that U-Boot's build makes, such as <c>idbloader.img</c>.</summary>
    public string? Spl { get; init => field = value is null ? null : Text.RelativePath(value, "a first stage"); }

    /// <summary>What this medium alone asks of U-Boot.</summary>
    public KernelFragment Config { get; init; } = KernelFragment.Empty;

    /// <summary>Variables of U-Boot's environment on this medium alone.</summary>
    public Seq<UBootVariable> Environment { get; init; } = [];

    /// <summary>What starts U-Boot on a Raspberry Pi; null on other boards.</summary>
    public RaspberryPiFirmware? RaspberryPi { get; init; }

    /// <summary>Buildroot packages beside the bootloader, without <c>BR2_PACKAGE_</c>.</summary>
    public Seq<string> Packages { get; init => field = BuildrootPackage.Checked(value); } = [];

    /// <summary>Infix's own packages beside the bootloader, without <c>BR2_PACKAGE_</c>.</summary>
    public Seq<string> InfixPackages { get; init => field = BuildrootPackage.Checked(value); } = [];

    /// <summary>Other first stages, and bootloaders other than U-Boot: what Buildroot's menu has between Trusted Firmware-A and U-Boot.</summary>
    public Seq<BuildrootLine> FirstStages { get; init; } = [];
}

/// <summary>Trusted Firmware-A, as Buildroot builds it (boot/arm-trusted-firmware).</summary>
/// <param name="Platform">The value of <c>PLAT=</c>, such as <c>rk3328</c>.</param>
public sealed record TrustedFirmware(string Platform)
{
    /// <summary>The value of <c>PLAT=</c>, such as <c>rk3328</c>.</summary>
    public string Platform { get; init => field = Text.Word(value, "a platform", "_-"); } = Text.Word(Platform, "a platform", "_-");

    /// <summary>The release, or with <see cref="Repository"/> the commit.</summary>
    public required string Version { get; init => field = Text.Word(value, "a version", ".-_"); }

    /// <summary>The git repository of a fork; null for the project's own releases.</summary>
    public string? Repository { get; init => field = value is null ? null : Text.Word(value, "a repository", ":/.-_@"); }

    /// <summary>Whether a firmware image package is made of it, with U-Boot as BL33.</summary>
    public bool Fip { get; init; }

    /// <summary>The files to take, as shell patterns; none for Buildroot's default.</summary>
    public Seq<string> Images { get; init; } = [];

    /// <summary>Further make targets.</summary>
    public Seq<string> Targets { get; init; } = [];

    /// <summary>Variables for its make, as <c>NAME=value</c>.</summary>
    public Seq<string> Variables { get; init; } = [];

    /// <summary>Whether its build needs a compiler for 32-bit ARM too, for a processor core beside the main ones.</summary>
    public bool NeedsArm32 { get; init; }
}
