using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>BSP2008 and BSP2009: every slot has one root and one boot partition, as large as those of the others.</summary>
internal sealed class SlotCompleteness : DebianDiskCheck
{
    protected override IEnumerable<Finding> Check(BootableBoard board, DiskLayout disk, DebianDistribution distribution)
    {
        var slots = distribution.Update.Slots;
        return Check(disk, slots, "root", content => (content as SlotRoot)?.Slot)
            .Concat(Check(disk, slots, "boot", content => (content as SlotBoot)?.Slot));
    }

    private static IEnumerable<Finding> Check(DiskLayout disk, Seq<SlotName> slots, string kind, Func<Content, SlotName?> slotOf)
    {
        Partition? first = null;
        foreach (var slot in slots)
        {
            var partitions = disk.Partitions.Where(partition => slotOf(partition.Content) == slot).ToList();
            if (partitions.Count == 0)
            {
                yield return new(
                    Rules.IncompleteSlot, disk,
                    $"slot '{slot}' has no {kind} partition, and an update would have nowhere to go; "
                    + $"add one with the content Slot{Capital(kind)}(\"{slot}\")");
            }

            foreach (var further in partitions.Skip(1))
            {
                yield return new(
                    Rules.IncompleteSlot, further,
                    $"slot '{slot}' has the {kind} partitions '{partitions[0].Name}' and '{further.Name}'; keep one of them");
            }

            foreach (var partition in partitions)
            {
                first ??= partition;
                if (partition.Size != first.Size)
                {
                    yield return new(
                        Rules.UnequalSlots, partition,
                        $"partition '{partition.Name}' ({partition.Size}) is not as large as '{first.Name}' ({first.Size}), "
                        + $"and an update that fits one slot would not fit the other; "
                        + $"give both {(partition.Size > first.Size ? partition.Size : first.Size)}");
                }
            }
        }

        foreach (var partition in disk.Partitions)
        {
            if (slotOf(partition.Content) is { } slot && !slots.Contains(slot))
            {
                yield return new(
                    Rules.IncompleteSlot, partition,
                    $"partition '{partition.Name}' belongs to the slot '{slot}', "
                    + $"but the distribution has {string.Join(", ", slots.Select(name => $"'{name}'"))}; name one of these, "
                    + $"or add '{slot}' to them");
            }
        }
    }

    private static string Capital(string kind) => kind == "root" ? "Root" : "Boot";
}
