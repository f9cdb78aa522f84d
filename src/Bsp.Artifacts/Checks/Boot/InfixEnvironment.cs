using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>U-Boot's variables and symbols on Infix, as a bootloader gets them.</summary>
internal static class InfixEnvironment
{
    // board/common/uboot/env.dtsi of Infix.
    private const string DefaultTargets = "virtio mmc";

    /// <summary>Every variable that the record has, once.</summary>
    public static IEnumerable<UBootVariable> All(InfixBoard infix) =>
        infix.Environment.Concat(infix.Bootloaders.SelectMany(loader => loader.Environment)).Distinct<UBootVariable>(ByReference.Instance);

    /// <summary>The variables of one bootloader.</summary>
    public static IEnumerable<UBootVariable> Of(InfixBoard infix, InfixBootloader loader) => infix.Environment.Concat(loader.Environment);

    /// <summary>A variable of one bootloader; the last one, where it is there twice (BSP5015).</summary>
    public static UBootVariable? Find(InfixBoard infix, InfixBootloader loader, string name) => Of(infix, loader).LastOrDefault(variable => variable.Name == name);

    /// <summary>Where Infix's script looks for slots, one device after the other.</summary>
    public static IReadOnlyList<string> Targets(InfixBoard infix, InfixBootloader loader) =>
        (Find(infix, loader, "boot_targets")?.Value ?? DefaultTargets).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The request for a symbol of U-Boot's configuration, the medium's before the board's.</summary>
    public static KconfigRequest? Symbol(InfixBoard infix, InfixBootloader loader, string symbol) =>
        loader.Config.Requests.Concat(infix.UBootConfig.Requests).FirstOrDefault(request => request.Symbol == symbol);
}
