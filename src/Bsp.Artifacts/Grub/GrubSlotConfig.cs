using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Grub;

/// <summary><c>slot.cfg</c>: the signed script of a slot, which loads its kernel with its arguments.</summary>
internal sealed class GrubSlotConfig : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Grub/slot.cfg.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is GrubEfi)
            yield return new(ArtifactNames.GrubSlotConfig, Template.Render(new { Arguments = KernelArguments.Of(board, distribution) }));
    }
}
