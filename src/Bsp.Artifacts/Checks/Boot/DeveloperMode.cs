using System.Text.RegularExpressions;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5013: in developer mode U-Boot starts what nobody has signed and opens its shell; only a button may turn it on.</summary>
internal sealed class DeveloperMode : InfixCheck
{
    private static readonly Regex On = new(@"\b(?:setenv|env set)\s+dev_mode\s+[""']?yes\b", RegexOptions.CultureInvariant);

    private static readonly Regex Condition = new(@"\bif\s|&&|\|\|", RegexOptions.CultureInvariant);

    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution) =>
        from variable in InfixEnvironment.All(board, infix)
        where variable is { Name: "dev_mode", Value: "yes" } || IsUnconditional(variable.Value)
        select new Finding(
            Rules.DeveloperMode, variable,
            $"U-Boot's variable '{variable.Name}' turns developer mode on at every start of board '{board.Id}', "
            + "in which a wrong signature is only a warning; drop it, and Infix's own asks a button named dev-mode");

    private static bool IsUnconditional(string script) =>
        On.Match(script) is { Success: true } on && !(Condition.Match(script) is { Success: true } condition && condition.Index < on.Index);
}
