using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>
/// BSP5012: Infix's script knows <c>mmc0</c> and <c>mmc1</c>; any other target it takes for an interface
/// (board/common/uboot/scripts/ixpreboot.sh).
/// </summary>
internal sealed class BootTargets : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution) =>
        from stated in Stated(board, infix, distribution)
        from target in stated.Targets.Split([' '], StringSplitOptions.RemoveEmptyEntries)
        where char.IsDigit(target[target.Length - 1]) && target is not ("mmc0" or "mmc1")
        select new Finding(
            Rules.UnknownBootTarget, stated.Subject,
            $"'boot_targets' names '{target}', which Infix's U-Boot script takes for an interface of that name, which it never finds; "
            + "it knows mmc0, mmc1, and interfaces without a number, whose device 0 it takes");

    private static IEnumerable<(string Targets, object Subject)> Stated(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        foreach (var variable in InfixEnvironment.All(board, infix).Where(variable => variable.Name == UBootInputs.BootTargets))
            yield return (variable.Value, variable);
        foreach (var loader in InfixLoader.Of(board))
        {
            if (new UBootInputs(board, infix, distribution).BootTarget(loader) is { } target)
                yield return (target.Value, loader.Medium);
        }
    }
}
