using System.Globalization;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Grub;

/// <summary><c>grub.cfg</c>: what GRUB carries inside, which chooses a slot, counts the try and starts what is signed.</summary>
internal sealed class GrubConfig : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Grub/grub.cfg.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (board.Boot is not GrubEfi)
            yield break;
        var update = distribution.Update;
        yield return new(ArtifactNames.GrubConfig, Template.Render(new
        {
            Counters = ArtifactNames.GrubEnvironment,
            Aux = Device(SlotPartitions.Aux(board, distribution)),
            Slots = SlotPartitions.Of(board, distribution)
                .Select(slot => new { slot.Name, Boot = Device(slot.Boot), Root = Device(slot.Root) }),
            Order = string.Join(" ", update.Slots),
            Variables = string.Join(" ", update.Slots.SelectMany(slot => new[] { slot + "_OK", slot + "_TRY" }).Prepend("ORDER")),
            Tries = Enumerable.Range(1, update.Tries).Select(Text).ToList(),
            // GRUB's shell cannot count, so each step is spelled out.
            Steps = Enumerable.Range(0, update.Tries)
                .Select(done => new { Done = Text(done), Next = Text(done + 1), Left = Text(update.Tries - done - 1) }),
            Last = Text(update.Tries),
            update.RetrySeconds,
        }));
    }

    // GRUB counts partitions from 1, as GPT does (GRUB manual, section 4.1 "Naming convention").
    private static string Device(PlacedPartition partition) => "gpt" + Text(partition.Number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
