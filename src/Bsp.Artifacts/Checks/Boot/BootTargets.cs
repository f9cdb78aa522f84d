using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5012: Infix's script knows <c>mmc0</c> and <c>mmc1</c>; any other target it takes for an interface (board/common/uboot/scripts/ixpreboot.sh).</summary>
internal sealed class BootTargets : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution) =>
        from variable in InfixEnvironment.All(infix)
        where variable.Name == "boot_targets"
        from target in variable.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries)
        where char.IsDigit(target[target.Length - 1]) && target is not ("mmc0" or "mmc1")
        select new Finding(Rules.UnknownBootTarget, variable, $"'boot_targets' names '{target}', which Infix's U-Boot script takes for an interface of that name and never finds; it knows mmc0, mmc1, and interfaces without a number, whose device 0 it takes");
}
