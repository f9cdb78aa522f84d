using System.Text.RegularExpressions;
using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>BSP5009: the device trees that U-Boot's variables name are among those that the board builds.</summary>
internal sealed class BuiltTrees : InfixCheck
{
    // A whole word, with nothing of it in another variable.
    private static readonly Regex Blob = new(@"(?<![\w,./+}$-])[\w,./+-]+\.dtb\b", RegexOptions.CultureInvariant);

    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        var built = board.DeviceTrees.Where(tree => tree.Source == DeviceTreeSource.Kernel).Select(tree => tree.Blob).ToList();
        foreach (var variable in InfixEnvironment.All(board, infix))
        {
            foreach (var name in Blob.Matches(variable.Value)
                .Cast<Match>()
                .Select(match => match.Value)
                .Where(name => !built.Contains(name)))
            {
                yield return new(
                    Rules.TreeNotBuilt, variable,
                    $"U-Boot's variable '{variable.Name}' names '{name}', but board '{board.Id}' builds "
                    + (built.Count == 0
                        ? "no device tree; add it to DeviceTrees"
                        : $"{string.Join(", ", built.Select(tree => $"'{tree}'"))}; name one of these, or add it to DeviceTrees"));
            }
        }
    }
}
