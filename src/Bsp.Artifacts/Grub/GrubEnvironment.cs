using Bsp.Model;
using Bsp.Artifacts.Rendering;

namespace Bsp.Artifacts.Grub;

/// <summary><c>grubenv</c>: GRUB's environment block with the counters, as a fresh device has them.</summary>
internal sealed class GrubEnvironment : DebianRenderer
{
    // GRUB's grub-core/lib/envblk.c and include/grub/lib/envblk.h: the signature, a line a variable, '#' up to the size.
    private const string Signature = "# GRUB Environment Block\n";
    private const int Size = 1024;

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is not GrubEfi)
            yield break;
        var slots = distribution.Update.Slots;
        var text = Signature
            + "ORDER=" + string.Join(" ", slots) + "\n"
            + string.Concat(slots.Select(slot => slot + "_OK=1\n" + slot + "_TRY=0\n"));
        if (text.Length > Size)
        {
            throw new ModelException(
                $"the counters of {slots.Count} slots do not fit GRUB's environment block; "
                + $"give the slots of '{distribution.Id}' shorter names");
        }

        yield return new(ArtifactNames.GrubEnvironment, text.PadRight(Size, '#'));
    }
}
