namespace Bsp.Model;

/// <summary>
/// U-Boot as the hardware needs it. What a distribution adds to its configuration is stated by the distribution and in the board's
/// part for it.
/// </summary>
/// <param name="Defconfig">U-Boot's own defconfig to start from, without <c>_defconfig</c>, such as <c>qemu_arm64</c>.</param>
public sealed record UBoot(PlainName Defconfig) : BootChain
{
    /// <summary>The image that every build of U-Boot produces.</summary>
    public const string PlainImage = "u-boot.bin";

    private const string Ending = "_defconfig";

    /// <summary>U-Boot's own defconfig to start from, without <c>_defconfig</c>, such as <c>qemu_arm64</c>.</summary>
    /// <exception cref="ModelException">It includes the suffix.</exception>
    public PlainName Defconfig { get; init => field = CheckedDefconfig(value); } = CheckedDefconfig(Defconfig);

    /// <summary>The defconfig's file in U-Boot's <c>configs/</c>, such as <c>qemu_arm64_defconfig</c>.</summary>
    public string DefconfigFile => Defconfig + Ending;

    /// <summary>What the hardware changes in that defconfig, whichever distribution runs on it.</summary>
    public KernelFragment Config { get; init; } = KernelFragment.Empty;

    /// <summary>Trusted Firmware-A, which is packed with U-Boot; null where U-Boot runs first.</summary>
    public TrustedFirmware? TrustedFirmware { get; init; }

    /// <summary>
    /// The file with U-Boot proper, such as <c>u-boot.itb</c>: what the first stage loads, or QEMU starts.
    /// </summary>
    public RelativePath Image { get; init; } = PlainImage;

    /// <summary>
    /// The first stage that the build produces, such as <c>idbloader.img</c>; null where there is none, or it is another program.
    /// </summary>
    public RelativePath? FirstStage { get; init; }

    private static PlainName CheckedDefconfig(PlainName defconfig) =>
        defconfig.Value.EndsWith(Ending, StringComparison.Ordinal)
            ? throw new ModelException(
                $"the U-Boot defconfig '{defconfig}' includes its suffix; write "
                + $"'{defconfig.Value.Substring(0, defconfig.Value.Length - Ending.Length)}'")
            : defconfig;
}
