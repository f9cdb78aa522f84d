using System.Globalization;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Fit;

/// <summary>
/// <c>slot.its</c>: the FIT that a slot's boot partition holds, as mkimage takes it (U-Boot, doc/usage/fit/source_file_format.rst).
/// </summary>
internal sealed class SlotTree : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Fit/slot.its.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (VerifiedUBoot.Of(board) is not { } boot)
            yield break;
        yield return new(ArtifactNames.SlotTree, Template.Render(new
        {
            Description = distribution.CompatibleFor(board),
            Architecture = board.Soc.Architecture.KernelArch,
            Kernel = "0x" + boot.Kernel.Address.ToString("x", CultureInfo.InvariantCulture),
            Script = ArtifactNames.SlotScript,
            Key = distribution.Update.FitKey,
        }));
    }
}
