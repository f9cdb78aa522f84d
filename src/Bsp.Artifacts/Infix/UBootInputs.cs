using System.Globalization;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>What U-Boot is built with on a board's media.</summary>
internal sealed class UBootInputs(Board board, InfixBoard infix, InfixDistribution distribution)
{
    /// <summary>The variable with the devices on which Infix's script looks for slots.</summary>
    public const string BootTargets = "boot_targets";

    private readonly IReadOnlyList<InfixLoader> _loaders = InfixLoader.Of(board);

    /// <summary>The fragment of U-Boot's configuration that all media share.</summary>
    public KernelFragment CommonConfig =>
        infix.UBootConfig + (SharesEnvironmentLocation ? EnvironmentLocation(_loaders[0]) : KernelFragment.Empty);

    /// <summary>The medium's own fragment; empty where the common one and Infix's say all.</summary>
    public KernelFragment Config(InfixLoader loader, UBoot uboot) =>
        DeviceTreeConfig(loader)
        + (infix.ShortName is { } name ? KernelFragment.String("SYS_PROMPT", "(" + name + ") ") : KernelFragment.Empty)
        + uboot.Config
        + (SharesEnvironmentLocation ? KernelFragment.Empty : EnvironmentLocation(loader));

    /// <summary>Whether the board adds to U-Boot's environment or device tree.</summary>
    public bool HasEnvironment(InfixLoader loader) =>
        loader.Build.RaspberryPi is not null || Own(loader).Any() || infix.ControlNodes.Count > 0;

    /// <summary>The variables of the board's file. An overlay has Infix's as well.</summary>
    public IReadOnlyList<UBootVariable> Environment(InfixLoader loader)
    {
        var own = Own(loader).ToList();
        return loader.Build.RaspberryPi is null
            ? own
            : [.. distribution.Environment.Where(common => own.TrueForAll(variable => variable.Name != common.Name)), .. own];
    }

    /// <summary>The variables that the board adds: those of all media first.</summary>
    public IEnumerable<UBootVariable> Own(InfixLoader loader)
    {
        var target = BootTarget(loader);
        var isShared = target is not null && _loaders.All(other => BootTarget(other) == target);
        return
        [
            .. isShared ? [target!] : Seq<UBootVariable>.Empty, .. infix.Environment,
            .. target is null || isShared ? Seq<UBootVariable>.Empty : [target], .. loader.Build.Environment,
        ];
    }

    /// <summary>
    /// The variable that says where the system is; null where the record has one of its own, or Infix's own finds it first.
    /// </summary>
    public UBootVariable? BootTarget(InfixLoader loader)
    {
        if (loader is not { UBoot: not null, Medium.Device: { } device }
            || infix.Environment.Concat(loader.Build.Environment).Any(variable => variable.Name == BootTargets))
            return null;
        // Infix's script knows mmc0 and mmc1; of any other interface it takes device 0 (board/common/uboot/scripts/ixpreboot.sh).
        var target = Interface(device) != "mmc" && Number(device) == "0" ? Interface(device) : Interface(device) + Number(device);
        return DefaultTargets(distribution) is [var first, ..] && first == target ? null : new(BootTargets, target);
    }

    /// <summary>Where Infix's script looks for slots on a board that says nothing.</summary>
    public static IReadOnlyList<string> DefaultTargets(InfixDistribution distribution) =>
        (distribution.Environment.FirstOrDefault(variable => variable.Name == BootTargets)?.Value ?? "").Split(
            [' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The file with U-Boot's environment, without its ending: U-Boot's build finds it by its name alone.</summary>
    public static string EnvironmentName(InfixLoader loader) => loader.Name.Replace('_', '-') + "-env";

    /// <summary>The file with U-Boot's environment in the board's folder.</summary>
    public static string EnvironmentFile(InfixLoader loader) =>
        "uboot/" + EnvironmentName(loader) + (loader.Build.RaspberryPi is null ? ".dtsi" : ".dtso");

    /// <summary>
    /// The overlays that Raspberry Pi's firmware applies, without their ending; <c>infix-key</c> is made by Infix's own rules
    /// (board/common/uboot/uboot.mk).
    /// </summary>
    public static IReadOnlyList<string> Overlays(InfixLoader loader) => [EnvironmentName(loader), "infix-key"];

    private bool SharesEnvironmentLocation =>
        _loaders.Count > 0 && _loaders.All(loader => EnvironmentLocation(loader) == EnvironmentLocation(_loaders[0]));

    // U-Boot keeps its environment on the disk with the system, in the filesystem that is the bootloader's.
    private KernelFragment EnvironmentLocation(InfixLoader loader)
    {
        const string location = "ENV_EXT4_DEVICE_AND_PART";
        var stated = (loader.UBoot?.Config ?? KernelFragment.Empty).Requests.Concat(infix.UBootConfig.Requests).ToList();
        if (loader.Medium.Device is not { } device
            || stated.Find(request => request.Symbol == "ENV_IS_IN_EXT4")?.Value != KconfigValue.Y
            || stated.Exists(request => request.Symbol == location)
            || distribution.LayoutOf(board) is not { } layout)
            return KernelFragment.Empty;
        var aux = layout.Partitions.TakeWhile(partition => partition.Content is not Filesystem { Use: FilesystemUse.Aux }).Count() + 1;
        return KernelFragment.String("ENV_EXT4_INTERFACE", Interface(device))
            + KernelFragment.String(location, Number(device) + ":" + aux.ToString("x", CultureInfo.InvariantCulture));
    }

    private static string Interface(string device) => device.Split(' ')[0];

    private static string Number(string device) => device.Split(' ')[1];

    private KernelFragment DeviceTreeConfig(InfixLoader loader) =>
        loader.Build.RaspberryPi is not null ? KernelFragment.String("OF_OVERLAY_LIST", string.Join(" ", Overlays(loader)))
        : HasEnvironment(loader)
        ? KernelFragment.String("DEVICE_TREE_INCLUDES", "infix-env.dtsi infix-key.dtsi " + EnvironmentName(loader) + ".dtsi")
        : KernelFragment.Empty;
}
