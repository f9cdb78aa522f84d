using Bsp.Artifacts.DeviceTrees;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>A bootloader's defconfig for Buildroot, and what U-Boot is built with: fragments of its configuration and its environment.</summary>
internal sealed class BootloaderFiles : InfixRenderer
{
    private static readonly ArtifactTemplate Environment = ArtifactTemplate.Load("Infix/env.dtsi.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (infix.Bootloaders.Count == 0)
            yield break;
        if (infix.UBootConfig.Requests.Count > 0)
            yield return InfixPaths.InFolder(board, InfixPaths.UBootConfig, Fragment(infix.UBootConfig));
        var prompt = infix.ShortName is { } name ? KernelFragment.String("SYS_PROMPT", "(" + name + ") ") : KernelFragment.Empty;
        foreach (var loader in infix.Bootloaders)
        {
            yield return InfixPaths.InFolder(board, InfixPaths.UBootConfigOf(loader), Fragment(KernelFragment.String(
                "DEVICE_TREE_INCLUDES", "infix-env.dtsi infix-key.dtsi " + InfixPaths.EnvironmentOf(loader)) + prompt + loader.Config));
            yield return InfixPaths.InFolder(board, "uboot/" + InfixPaths.EnvironmentOf(loader), Environment.Render(new
            {
                Variables = infix.Environment.Concat(loader.Environment).ToList(),
                Nodes = infix.ControlNodes.Select(DtsWriter.TopNode).ToList(),
            }));
            yield return new(
                InfixPaths.Tree + "configs/" + loader.Name + "_boot_defconfig",
                string.Concat(BootloaderLines.Of(board, infix, loader, distribution).Select(line => line + "\n")));
        }
    }

    private static string Fragment(KernelFragment fragment) => string.Concat(fragment.Requests.Select(request =>
        (request.Reason is { } reason ? "# " + reason + "\n" : "") + request + "\n"));
}
