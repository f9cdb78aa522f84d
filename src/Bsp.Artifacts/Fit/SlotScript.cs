using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Fit;

/// <summary><c>slot.cmd</c>: the signed script in the FIT, with the kernel's arguments.</summary>
internal sealed class SlotScript : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Fit/slot.cmd.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is UBoot)
            yield return new(ArtifactNames.SlotScript, Template.Render(new { Arguments = KernelArguments.Of(board, distribution) }));
    }
}
