using Bsp.Artifacts.Infix;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5015 and BSP5016: what the board and what the medium state about U-Boot does not conflict.</summary>
internal sealed class UBootConflicts : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution) =>
        InfixLoader.Of(board)
            .SelectMany(loader => Variables(infix, loader).Concat(Symbols(infix, loader)))
            .Concat(OwnSymbols(board, infix));

    // dtc stops at a property that a node has twice.
    private static IEnumerable<Finding> Variables(InfixBoard infix, InfixLoader loader)
    {
        var seen = new Dictionary<string, UBootVariable>(StringComparer.Ordinal);
        foreach (var variable in InfixEnvironment.Of(infix, loader))
        {
            if (seen.TryGetValue(variable.Name, out var earlier))
            {
                yield return new(
                    Rules.VariableTwice, variable,
                    $"U-Boot's variable '{variable.Name}' is '{variable.Value}' here, "
                    + $"but '{earlier.Value}' before for the bootloader '{loader.Name}'; keep one, or give each medium its own",
                    earlier);
            }
            else
                seen.Add(variable.Name, variable);
        }
    }

    // U-Boot's merge_config.sh takes the last one and only prints a line among thousands.
    private static IEnumerable<Finding> Symbols(InfixBoard infix, InfixLoader loader)
    {
        foreach (var request in ConfigOf(loader).Where(request => !request.Overrides))
        {
            if (infix.UBootConfig.Requests.FirstOrDefault(other => other.Symbol == request.Symbol) is { } lower
                && lower.Value != request.Value)
            {
                yield return new(
                    Rules.MediumOverrides, request,
                    $"the medium '{loader.Medium.Name}' asks U-Boot for '{request}', but all media ask for '{lower}'; drop one of them, "
                    + "or append .Overriding() to the medium's",
                    lower);
            }
        }
    }

    private static Seq<KconfigRequest> ConfigOf(InfixLoader loader) => (loader.UBoot?.Config ?? KernelFragment.Empty).Requests;

    private static IEnumerable<Finding> OwnSymbols(Board board, InfixBoard infix) =>
        from request in infix.UBootConfig.Requests.Concat(InfixLoader.Of(board).SelectMany(ConfigOf))
        where request.Symbol == "DEVICE_TREE_INCLUDES" || (request.Symbol == "SYS_PROMPT" && infix.ShortName is not null)
        select new Finding(
            Rules.MediumOverrides, request,
            $"'{request}' is written for each medium already, from "
            + $"{(request.Symbol == "SYS_PROMPT" ? $"ShortName '{infix.ShortName}'" : "its environment and the trusted keys")}; drop it");
}
