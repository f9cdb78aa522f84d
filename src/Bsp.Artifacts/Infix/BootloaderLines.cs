using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>The lines of a bootloader's defconfig, in the order in which Buildroot's <c>savedefconfig</c> writes them.</summary>
internal static class BootloaderLines
{
    public static IEnumerable<BuildrootLine> Of(Board board, InfixBoard infix, InfixLoader loader, InfixDistribution distribution) =>
    [
        BuildrootLine.Y("BR2_" + board.Soc.Architecture.BuildrootArch),
        .. loader.Build.Processor,
        .. distribution.BootloaderHead.SelectMany(line => LinesAfter(line, board, loader).Prepend(line))
            .Where(line => !IsChosenByItself(line, board.Soc.Architecture)),
        .. loader.UBoot?.TrustedFirmware is { } firmware ? Of(firmware, loader, distribution) : [],
        .. loader.Build.FirstStages,
        .. loader.UBoot is { } uboot ? UBoot(board, infix, loader, uboot, distribution) : [],
        .. distribution.BootloaderTail.TakeWhile(line => !IsInfix(line)),
        .. Packages(loader.Build.InfixPackages),
        .. distribution.BootloaderTail.SkipWhile(line => !IsInfix(line)),
    ];

    // Bootlin's toolchain is the first of the menu where Arm makes none, and savedefconfig drops what is chosen without being asked for
    // (Buildroot, toolchain/toolchain-external/Config.in).
    private static bool IsChosenByItself(BuildrootLine line, Architecture architecture) =>
        line.Symbol == "BR2_TOOLCHAIN_EXTERNAL_BOOTLIN" && architecture.BuildrootArch.Value is not ("aarch64" or "arm");

    // What follows a line directly in the menu: a toolchain its vendor, hardware packages BusyBox.
    private static IEnumerable<BuildrootLine> LinesAfter(BuildrootLine line, Board board, InfixLoader loader) => line.Symbol.Value switch
    {
        "BR2_TOOLCHAIN_EXTERNAL_BOOTLIN" when loader.Build.Toolchain is { } toolchain => [BuildrootLine.Y(line.Symbol + "_" + toolchain)],
        "BR2_PACKAGE_BUSYBOX" =>
            [.. Packages(loader.Build.Packages), .. loader.Build.RaspberryPi is { } firmware ? Of(board, firmware) : []],
        _ => [],
    };

    private static IEnumerable<BuildrootLine> Of(Board board, RaspberryPiFirmware firmware)
    {
        const string prefix = "BR2_PACKAGE_RPI_FIRMWARE";
        var folder = InfixPaths.External + "/" + InfixPaths.Folder(board) + "/";
        return
        [
            BuildrootLine.Y(prefix),
            .. firmware.Parts.Select(part => BuildrootLine.Y(prefix + "_" + part)),
            BuildrootLine.String(prefix + "_CONFIG_FILE", folder + InfixPaths.FirmwareConfig),
            BuildrootLine.String(prefix + "_CMDLINE_FILE", folder + InfixPaths.FirmwareArguments),
        ];
    }

    private static bool IsInfix(BuildrootLine line) => line.Symbol.Value.StartsWith("IX_", StringComparison.Ordinal);

    private static IEnumerable<BuildrootLine> Packages(Seq<BuildrootPackage> packages) =>
        packages.Select(package => BuildrootLine.Y("BR2_PACKAGE_" + package));

    private static IEnumerable<BuildrootLine> Of(TrustedFirmware firmware, InfixLoader loader, InfixDistribution distribution)
    {
        const string prefix = "BR2_TARGET_ARM_TRUSTED_FIRMWARE";
        var version = firmware.Version ?? distribution.TrustedFirmwareVersion
            ?? throw new ModelException(
                $"the bootloader '{loader.Name}' needs Trusted Firmware-A ('{firmware.Platform}'), "
                + $"and neither it nor the distribution '{distribution.Id}' states a version; set TrustedFirmwareVersion");
        string[] variables = [.. firmware.Variables, .. loader.Build.FirmwareVariables];
        yield return BuildrootLine.Y(prefix);
        foreach (var line in Source(prefix, firmware.Repository, version))
            yield return line;
        yield return BuildrootLine.String(prefix + "_PLATFORM", firmware.Platform);
        if (firmware.Fip)
        {
            yield return BuildrootLine.Y(prefix + "_FIP");
            yield return BuildrootLine.Y(prefix + "_UBOOT_AS_BL33");
        }

        if (firmware.Targets.Count > 0)
            yield return BuildrootLine.String(prefix + "_ADDITIONAL_TARGETS", string.Join(" ", firmware.Targets));
        if (variables.Length > 0)
            yield return BuildrootLine.String(prefix + "_ADDITIONAL_VARIABLES", string.Join(" ", variables));
        yield return BuildrootLine.String(prefix + "_IMAGES", string.Join(" ", firmware.Images));
        if (firmware.NeedsArm32)
            yield return BuildrootLine.Y(prefix + "_NEEDS_ARM32_TOOLCHAIN");
    }

    private static IEnumerable<BuildrootLine> Source(string prefix, string? repository, string version) => repository is null
        ? [BuildrootLine.Y(prefix + "_CUSTOM_VERSION"), BuildrootLine.String(prefix + "_CUSTOM_VERSION_VALUE", version)]
        :
        [
            BuildrootLine.Y(prefix + "_CUSTOM_GIT"),
            BuildrootLine.String(prefix + "_CUSTOM_REPO_URL", repository),
            BuildrootLine.String(prefix + "_CUSTOM_REPO_VERSION", version),
        ];

    private static IEnumerable<BuildrootLine> UBoot(
        Board board, InfixBoard infix, InfixLoader loader, UBoot uboot, InfixDistribution distribution)
    {
        const string prefix = "BR2_TARGET_UBOOT";
        var folder = InfixPaths.External + "/" + InfixPaths.Folder(board) + "/";
        var inputs = new UBootInputs(board, infix, distribution);
        string[] fragments =
        [
            InfixPaths.External + "/board/common/uboot/extras.config",
            .. inputs.CommonConfig.Requests.Count > 0 ? [folder + InfixPaths.UBootConfig] : Array.Empty<string>(),
            .. inputs.Config(loader, uboot).Requests.Count > 0 ? [folder + InfixPaths.UBootConfigOf(loader)] : Array.Empty<string>(),
        ];
        // arm is U-Boot's architecture for aarch64 too.
        string[] files =
        [
            .. uboot.Image == Model.UBoot.PlainImage ? [] : new[] { uboot.Image },
            .. loader.Build.RaspberryPi is null ? [] : UBootInputs.Overlays(loader).Select(overlay => "arch/arm/dts/" + overlay + ".dtbo"),
        ];
        yield return BuildrootLine.Y(prefix);
        yield return BuildrootLine.Y(prefix + "_BUILD_SYSTEM_KCONFIG");
        foreach (var line in Source(prefix, loader.Build.UBootRepository, loader.Build.UBootVersion ?? distribution.UBootVersion))
            yield return line;
        yield return BuildrootLine.String(prefix + "_BOARD_DEFCONFIG", uboot.Defconfig);
        yield return BuildrootLine.String(prefix + "_CONFIG_FRAGMENT_FILES", string.Join(" ", fragments));
        foreach (var need in loader.Build.Needs)
            yield return BuildrootLine.Y(prefix + "_NEEDS_" + need);
        if (loader.Build.InstallsDeviceTree)
            yield return BuildrootLine.Y(prefix + "_FORMAT_DTB");
        if (files.Length > 0)
        {
            yield return BuildrootLine.Y(prefix + "_FORMAT_CUSTOM");
            yield return BuildrootLine.String(prefix + "_FORMAT_CUSTOM_NAME", string.Join(" ", files));
        }

        if (uboot.FirstStage is { } spl)
        {
            yield return BuildrootLine.Y(prefix + "_SPL");
            yield return BuildrootLine.String(prefix + "_SPL_NAME", spl);
        }

        if (inputs.HasEnvironment(loader))
            yield return BuildrootLine.String(prefix + "_CUSTOM_DTS_PATH", folder + UBootInputs.EnvironmentFile(loader));
    }
}
