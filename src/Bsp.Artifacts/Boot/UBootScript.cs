using System.Globalization;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Boot;

/// <summary><c>boot.cmd</c>: U-Boot's script, which chooses a slot, counts the try and starts what is signed.</summary>
internal sealed class UBootScript : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Boot/boot.cmd.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        if (VerifiedUBoot.Of(board) is not { } boot)
            yield break;
        var update = distribution.Update;
        var slots = SlotPartitions.Of(board, distribution);
        yield return new(ArtifactNames.BootScript, Template.Render(new
        {
            Device = boot.Device,
            Aux = SlotPartitions.Aux(board, distribution).Partition.Name,
            Slots = slots.Select(slot => new { slot.Name, Boot = slot.Boot.Partition.Name, Root = slot.Root.Partition.Name }),
            Order = string.Join(" ", update.Slots),
            Variables = string.Join(" ", update.Slots.Select(slot => $"BOOT_{slot}_LEFT").Prepend("BOOT_ORDER")),
            update.Tries,
            Counts = string.Join(" ", Enumerable.Range(0, update.Tries + 1)),
            update.RetrySeconds,
            Environment = new { File = ArtifactNames.UBootCounters, Address = Hex(
                boot.Environment.Address), Size = Hex((ulong)update.EnvironmentSize.Bytes) },
            Fit = new { Address = Hex(boot.Fit.Address), Sectors = Hex((ulong)boot.Fit.Size.Sectors) },
        }));
    }

    private static string Hex(ulong value) => "0x" + value.ToString("x", CultureInfo.InvariantCulture);
}
