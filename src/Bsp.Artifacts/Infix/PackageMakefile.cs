using Bsp.Artifacts.Kernel;
using Bsp.Artifacts.Quoting;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>
/// <c>&lt;board&gt;.mk</c>: what the board asks of the kernel that it shares with the others of its architecture, and patches of
/// it that the board brings.
/// </summary>
/// <remarks>
/// What the distribution asks for on every board is in the architecture's <c>linux_defconfig</c> already and is left out.
/// </remarks>
internal sealed class PackageMakefile : InfixRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Infix/package.mk.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (!infix.HasPackage)
            yield break;
        yield return InfixPaths.InFolder(board, board.Id + ".mk", Template.Render(new
        {
            Package = InfixPaths.Package(board),
            // Port looks for the files that are named.
            Patches = infix.KernelPatches.Select(
                patch => new { patch.Reason, Path = InfixPaths.External + "/" + InfixPaths.PatchFile(distribution, patch) })
                .ToList(),
            Layers = Fixups(board, distribution),
        }));
        foreach (var patch in infix.KernelPatches)
        {
            if (patch.Source is { } source)
                yield return new(InfixPaths.Kept + InfixPaths.PatchFile(distribution, patch), source + "\n");
        }

        yield return InfixPaths.InFolder(board, "LICENSE", distribution.License);
        yield return InfixPaths.InFolder(
            board, board.Id + ".hash", "# Locally calculated\nsha256  " + distribution.LicenseHash + "  LICENSE\n");
    }

    private static List<Layer> Fixups(Board board, InfixDistribution distribution)
    {
        var config = KernelConfig.For(board, distribution);
        var shared = new HashSet<string>(
            KernelConfig.LayersOf(distribution, board.Soc.Architecture).Select(layer => layer.Name), StringComparer.Ordinal);
        return
        [
            .. LinuxDefconfig.ByLayer(config)
                .Where(layer => !shared.Contains(layer.Name) && layer.Requests.Count > 0)
                .Select(layer => new Layer(layer.Name, [.. layer.Requests.Select(merged => Call(merged.Request))])),
        ];
    }

    // KCONFIG_ENABLE_OPT (Buildroot, package/pkg-utils.mk) leaves a symbol alone that is =m already; a board that asks for y means y.
    private static string Call(KconfigRequest request) => request.Value == KconfigValue.N
        ? "$(call KCONFIG_DISABLE_OPT,CONFIG_" + request.Symbol + ")"
        : "$(call KCONFIG_SET_OPT,CONFIG_" + request.Symbol + "," + KconfigFixup.Quote(request.Value.ToString()) + ")";

    private sealed record Layer(string Name, List<string> Calls);
}
