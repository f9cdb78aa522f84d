using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>
/// <c>&lt;board&gt;-syslinux.conf</c>: how U-Boot's <c>sysboot</c> starts the kernel with overlays (U-Boot, boot/pxe_utils.c).
/// </summary>
/// <remarks>But for the overlays it is what the architecture's <c>syslinux.conf</c> of Infix is.</remarks>
internal sealed class SyslinuxConfigs : InfixRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Infix/syslinux.conf.scriban");

    protected override IEnumerable<GeneratedFile> Render(Board board, InfixBoard infix, InfixDistribution distribution) =>
        infix.SyslinuxEntries.Select(entry => InfixPaths.InFolder(board, InfixPaths.Root + InfixPaths.Syslinux(entry), Template.Render(new
        {
            Distribution = distribution.Name,
            Architecture = board.Soc.Architecture.Name,
            Kernel = board.Soc.Architecture.KernelImage,
            entry.Overlays,
        })));
}
