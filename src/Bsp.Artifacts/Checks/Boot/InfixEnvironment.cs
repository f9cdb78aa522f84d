using Bsp.Artifacts.Infix;
using Bsp.Model;
using Bsp.Shared;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>U-Boot's variables and symbols on Infix, as a bootloader gets them.</summary>
internal static class InfixEnvironment
{
    /// <summary>Every variable that the record has, once.</summary>
    public static IEnumerable<UBootVariable> All(Board board, InfixBoard infix) =>
        infix.Environment.Concat(InfixLoader.Of(board).SelectMany(loader => loader.Build.Environment))
            .Distinct<UBootVariable>(ReferenceComparer.Instance);

    /// <summary>The variables that the record has for one bootloader.</summary>
    public static IEnumerable<UBootVariable> Of(InfixBoard infix, InfixLoader loader) => infix.Environment.Concat(loader.Build.Environment);

    /// <summary>
    /// Where Infix's script looks for slots, one device after the other; the last that is said, where it is said twice (BSP5015).
    /// </summary>
    public static IReadOnlyList<string> Targets(Board board, InfixBoard infix, InfixLoader loader, InfixDistribution distribution) =>
        new UBootInputs(board, infix, distribution).Own(loader)
            .LastOrDefault(variable => variable.Name == UBootInputs.BootTargets) is { } stated
            ? stated.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries)
            : UBootInputs.DefaultTargets(distribution);

    /// <summary>The request for a symbol of U-Boot's configuration, the medium's before the board's.</summary>
    public static KconfigRequest? Symbol(InfixBoard infix, InfixLoader loader, string symbol) =>
        (loader.UBoot?.Config ?? KernelFragment.Empty).Requests.Concat(infix.UBootConfig.Requests)
            .FirstOrDefault(request => request.Symbol == symbol);
}
