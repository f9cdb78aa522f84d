namespace Bsp.Model;

/// <summary>
/// U-Boot as the hardware needs it. What a distribution adds to its configuration stands with the distribution and in the board's
/// part for it.
/// </summary>
/// <param name="Defconfig">U-Boot's own defconfig to start from, without <c>_defconfig</c>, such as <c>qemu_arm64</c>.</param>
public sealed record UBoot(PlainName Defconfig) : BootChain
{
    /// <summary>The image that every build of U-Boot makes.</summary>
    public const string PlainImage = "u-boot.bin";

    private const string Ending = "_defconfig";

    /// <summary>U-Boot's own defconfig to start from, without <c>_defconfig</c>, such as <c>qemu_arm64</c>.</summary>
    /// <exception cref="ModelException">It is written with its ending.</exception>
    public PlainName Defconfig { get; init => field = CheckedDefconfig(value); } = CheckedDefconfig(Defconfig);

    /// <summary>The defconfig's file in U-Boot's <c>configs/</c>, such as <c>qemu_arm64_defconfig</c>.</summary>
    public string DefconfigFile => Defconfig + Ending;

    /// <summary>What the hardware changes in that defconfig, whichever distribution runs on it.</summary>
    public KernelFragment Config { get; init; } = KernelFragment.Empty;

    /// <summary>Trusted Firmware-A, which U-Boot's build packs or is packed with; null where U-Boot is the first to run.</summary>
    public TrustedFirmware? TrustedFirmware { get; init; }

    /// <summary>
    /// The file that the build makes of U-Boot proper, such as <c>u-boot.itb</c>: what its first stage loads, or QEMU starts.
    /// </summary>
    public RelativePath Image { get; init; } = PlainImage;

    /// <summary>
    /// The first stage that the build makes, such as <c>idbloader.img</c>; null where U-Boot has none, or another program is it.
    /// </summary>
    public RelativePath? FirstStage { get; init; }

    private static PlainName CheckedDefconfig(PlainName defconfig) =>
        defconfig.Value.EndsWith(Ending, StringComparison.Ordinal)
            ? throw new ModelException(
                $"the U-Boot defconfig '{defconfig}' is named with its ending; write "
                + $"'{defconfig.Value.Substring(0, defconfig.Value.Length - Ending.Length)}'")
            : defconfig;
}
