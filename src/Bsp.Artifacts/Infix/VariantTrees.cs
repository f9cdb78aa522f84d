using System.Globalization;
using Bsp.Artifacts.DeviceTrees;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>
/// <c>dts/</c>: a source for each variant, on top of the kernel's own, and for each overlay, and the makefile that lists them.
/// </summary>
internal sealed class VariantTrees : InfixRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Infix/variant.dts.scriban");
    private static readonly ArtifactTemplate OverlayTemplate = ArtifactTemplate.Load("Infix/overlay.dtso.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        var trees = board.DeviceTrees.Where(tree => tree.Source == DeviceTreeSource.Kernel).ToList();
        var overlays = infix.Overlays;
        if (trees.Count + overlays.Count == 0)
            yield break;
        yield return InfixPaths.InFolder(board, "dts/Makefile", string.Concat(
        [
            overlays.Count > 0 ? "# The labels that overlays refer to\nDTC_FLAGS += -@\n\n" : "",
            .. trees.Select(tree => "dtb-y += " + tree.Blob + "\n"),
            .. overlays.Select(overlay => "dtb-y += " + overlay.Name + ".dtbo\n"),
        ]));
        var settings = infix.PasswordInVpd || infix.Settings.FactoryPasswordHash is not null
            ? infix.Settings
            : infix.Settings with { FactoryPasswordHash = distribution.FactoryPasswordHash };
        foreach (var tree in trees)
        {
            yield return InfixPaths.InFolder(board, "dts/" + tree.Name + ".dts", Template.Render(new
            {
                tree.License,
                tree.Headers,
                // The /dts-v1/ tag is in the .dts, not in the files that it includes; without it dtc reports a syntax error.
                IsFirst = tree.Path.EndsWith(".dtsi", StringComparison.Ordinal),
                Include = (tree.KernelArch ?? board.Soc.Architecture.KernelArch) + "/" + tree.Path,
                Model = tree.StatesIdentity ? board.Identity.Model.Value : "",
                Compatibles = tree.Compatibles.Count > 0 ? tree.Compatibles : board.Identity.Compatibles,
                StdoutPath = board.Console.Node is { } node
                    ? node + ":" + board.Console.Baud.ToString(CultureInfo.InvariantCulture) + "n8"
                    : "",
                Edits = tree.Edits.Append(settings.Node).Select(DtsWriter.TopNode).ToList(),
            }));
        }

        foreach (var overlay in overlays)
        {
            yield return InfixPaths.InFolder(board, "dts/" + overlay.Name + ".dtso", OverlayTemplate.Render(new
            {
                overlay.License,
                overlay.Headers,
                Include = overlay.Path is { } path ? board.Soc.Architecture.KernelArch + "/" + path : "",
                Edits = overlay.Edits.Select(DtsWriter.OverlayNode).ToList(),
            }));
        }
    }
}
