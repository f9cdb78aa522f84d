using System.Globalization;
using Bsp.Artifacts.Rendering;
using Bsp.Model;

namespace Bsp.Artifacts.Rauc;

/// <summary><c>system.conf</c>: the slots as RAUC on the board knows them.</summary>
/// <remarks>
/// Root and boot partition of a slot are one group: RAUC marks it bad before the first write and good after the last
/// (RAUC manual, "Slot Groups"), so a power cut between the two leaves a slot that nobody boots.
/// </remarks>
internal sealed class SystemConf : DebianRenderer
{
    private static readonly ArtifactTemplate Template = ArtifactTemplate.Load("Rauc/system.conf.scriban");

    protected override IEnumerable<GeneratedFile> Render(BootableBoard board, DebianDistribution distribution)
    {
        yield return new(ArtifactNames.SystemConf, Template.Render(new
        {
            Compatible = distribution.CompatibleFor(board),
            Bootloader = board.Boot is GrubEfi ? "grub" : "uboot",
            Grubenv = board.Boot is GrubEfi ? Devices.AuxMountPoint + "/grub/" + ArtifactNames.GrubEnvironment : "",
            distribution.Update.Tries,
            Slots = distribution.Update.Slots.Select((slot, index) => new
            {
                Name = slot,
                Index = index,
                Parts = PartsOf(distribution.Layout.ApplyTo(board), slot, index).ToList(),
            }).ToList(),
        }));
    }

    private static IEnumerable<object> PartsOf(DiskLayout disk, string slot, int index)
    {
        foreach (var partition in disk.Partitions)
        {
            if (partition.Content is SlotRoot root && root.Slot == slot)
                yield return new { Class = "rootfs", Device = Devices.Of(partition), Parent = "" };
        }

        foreach (var partition in disk.Partitions)
        {
            if (partition.Content is SlotBoot boot && boot.Slot == slot)
            {
                yield return new { Class = "boot", Device = Devices.Of(partition), Parent = "rootfs."
                    + index.ToString(CultureInfo.InvariantCulture) };
            }
        }
    }
}
