using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>What U-Boot is built with on one medium.</summary>
internal static class UBootInputs
{
    /// <summary>The medium's own fragment of U-Boot's configuration; empty where the board's and Infix's say all.</summary>
    public static KernelFragment Config(InfixBoard infix, InfixBootloader loader) =>
        Trees(infix, loader)
        + (infix.ShortName is { } name ? KernelFragment.String("SYS_PROMPT", "(" + name + ") ") : KernelFragment.Empty)
        + loader.Config;

    /// <summary>Whether the board adds to U-Boot's environment or device tree.</summary>
    public static bool HasEnvironment(InfixBoard infix, InfixBootloader loader) =>
        loader.RaspberryPi is not null || infix.Environment.Count + loader.Environment.Count + infix.ControlNodes.Count > 0;

    /// <summary>The variables of the board's file. An overlay has Infix's as well.</summary>
    public static IReadOnlyList<UBootVariable> Environment(InfixBoard infix, InfixBootloader loader, InfixDistribution distribution)
    {
        var own = infix.Environment.Concat(loader.Environment).ToList();
        return loader.RaspberryPi is null ? own : [.. distribution.Environment.Where(common => own.TrueForAll(variable => variable.Name != common.Name)), .. own];
    }

    /// <summary>The file with U-Boot's environment, without its ending: U-Boot's build finds it by its name alone.</summary>
    public static string EnvironmentName(InfixBootloader loader) => loader.Name.Replace('_', '-') + "-env";

    /// <summary>The file with U-Boot's environment in the board's folder.</summary>
    public static string EnvironmentFile(InfixBootloader loader) => "uboot/" + EnvironmentName(loader) + (loader.RaspberryPi is null ? ".dtsi" : ".dtso");

    /// <summary>The overlays that Raspberry Pi's firmware applies, without their ending; <c>infix-key</c> is made by Infix's own rules (board/common/uboot/uboot.mk).</summary>
    public static IReadOnlyList<string> Overlays(InfixBootloader loader) => [EnvironmentName(loader), "infix-key"];

    private static KernelFragment Trees(InfixBoard infix, InfixBootloader loader) =>
        loader.RaspberryPi is not null ? KernelFragment.String("OF_OVERLAY_LIST", string.Join(" ", Overlays(loader)))
        : HasEnvironment(infix, loader) ? KernelFragment.String("DEVICE_TREE_INCLUDES", "infix-env.dtsi infix-key.dtsi " + EnvironmentName(loader) + ".dtsi")
        : KernelFragment.Empty;
}
