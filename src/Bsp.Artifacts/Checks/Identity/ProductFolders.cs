using Bsp.Model;

namespace Bsp.Artifacts.Checks.Identity;

/// <summary>
/// BSP1010: a device looks for its product files under the compatibles of its device tree, in lower case (Infix,
/// <c>/usr/libexec/infix/pre-udev</c>).
/// </summary>
internal sealed class ProductFolders : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        var known = board.DeviceTrees.SelectMany(tree => tree.Compatibles)
            .Concat(board.Identity.Compatibles)
            .Distinct()
            .ToList();
        foreach (var product in infix.Products)
        {
            if (product.CompatibleOn(board) is not { } compatible)
            {
                yield return new(
                    Rules.UnreachableProduct, product,
                    $"the product files name no compatible, and board '{board.Id}' has none; no device would find them; "
                    + "add one to Identity.Compatibles, or name one of a device tree's");
            }
            else if (!known.Contains(compatible))
            {
                yield return new(
                    Rules.UnreachableProduct, product,
                    $"the product files are for '{compatible}', but board '{board.Id}' goes by "
                    + $"{(known.Count == 0 ? "no compatible" : string.Join(", ", known.Select(name => $"'{name}'")))}, "
                    + "and no device would find them; name one of its compatibles, or add it to a device tree's");
            }
            else if (compatible.Value.Any(char.IsUpper))
            {
                yield return new(
                    Rules.UnreachableProduct, product,
                    $"the product files are for '{compatible}', but a device looks for '{compatible.Value.ToLowerInvariant()}'; "
                    + "write that, and add it to the compatibles");
            }
        }
    }
}
