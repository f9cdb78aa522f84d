namespace Bsp.Model;

/// <summary>
/// How Infix builds the bootloader of a medium: a Buildroot defconfig of its own, without kernel and userland. What it
/// builds is <see cref="Medium.Boot"/>.
/// </summary>
/// <param name="Name">The defconfig's name, such as <c>nanopi_r2s</c> for <c>configs/nanopi_r2s_boot_defconfig</c>.</param>
public sealed record InfixBootloader(string Name)
{
    /// <summary>The defconfig's name, such as <c>nanopi_r2s</c> for <c>configs/nanopi_r2s_boot_defconfig</c>.</summary>
    public string Name { get; init => field = TextRules.Word(value, "a bootloader's name", "_"); } =
        TextRules.Word(Name, "a bootloader's name", "_");

    /// <summary>Bootlin's toolchain, where it is not Buildroot's default: <c>ARMV7_EABIHF_GLIBC_STABLE</c>.</summary>
    public BuildrootChoice? Toolchain { get; init; }

    /// <summary>The processor, where it is not Buildroot's default for the architecture: <c>BR2_cortex_a72</c>.</summary>
    public Seq<BuildrootLine> Processor { get; init; } = [];

    /// <summary>Make variables for Trusted Firmware-A that state where Buildroot has its tools, as <c>NAME=value</c>.</summary>
    public Seq<string> FirmwareVariables { get; init; } = [];

    /// <summary>U-Boot's version, or with <see cref="UBootRepository"/> the commit; null for the distribution's.</summary>
    public ReleaseVersion? UBootVersion { get; init; }

    /// <summary>The git repository of a fork of U-Boot; null for the project's own releases.</summary>
    public RepositoryUrl? UBootRepository { get; init; }

    /// <summary>
    /// What U-Boot's build needs: <c>DTC</c>, <c>PYLIBFDT</c>, <c>PYELFTOOLS</c>, <c>OPENSSL</c>, <c>ATF_BL31</c>,
    /// <c>ATF_BL31_ELF</c>, <c>OPENSBI</c>.
    /// </summary>
    public Seq<BuildrootChoice> Needs { get; init; } =
    [
        "DTC",
    ];

    /// <summary>Whether the build also installs U-Boot's device tree as a separate file (<c>BR2_TARGET_UBOOT_FORMAT_DTB</c>).</summary>
    public bool InstallsDeviceTree { get; init; } = true;

    /// <summary>Variables of U-Boot's environment on this medium alone.</summary>
    public Seq<UBootVariable> Environment { get; init; } = [];

    /// <summary>What loads U-Boot on a Raspberry Pi; null on other boards.</summary>
    public RaspberryPiFirmware? RaspberryPi { get; init; }

    /// <summary>Buildroot packages besides the bootloader, without <c>BR2_PACKAGE_</c>.</summary>
    public Seq<BuildrootPackage> Packages { get; init => field = BuildrootPackage.CheckedDistinct(value); } = [];

    /// <summary>Infix's own packages besides the bootloader, without <c>BR2_PACKAGE_</c>.</summary>
    public Seq<BuildrootPackage> InfixPackages { get; init => field = BuildrootPackage.CheckedDistinct(value); } = [];

    /// <summary>
    /// Other first stages, and bootloaders other than U-Boot: what Buildroot's menu has between Trusted Firmware-A and U-Boot.
    /// </summary>
    public Seq<BuildrootLine> FirstStages { get; init; } = [];
}
