using Bsp.Model;

namespace Bsp.Artifacts.Disk;

/// <summary>A slot and the two partitions that belong to it.</summary>
/// <param name="Name">The slot's name.</param>
/// <param name="Boot">What the bootloader reads.</param>
/// <param name="Root">The root filesystem.</param>
internal sealed record SlotPartitions(string Name, PlacedPartition Boot, PlacedPartition Root)
{
    /// <summary>The slots in the order in which a fresh device tries them.</summary>
    /// <exception cref="ModelException">A slot has no partition.</exception>
    public static IReadOnlyList<SlotPartitions> Of(BootableBoard board, DebianDistribution distribution)
    {
        var placed = distribution.Layout.ApplyTo(board).Place();
        PlacedPartition Find(Content content) => placed.FirstOrDefault(part => part.Partition.Content == content)
            ?? throw new ModelException($"no partition of '{board.Id}' holds {content}; add one for each slot of '{distribution.Id}'");
        return [.. distribution.Update.Slots.Select(slot => new SlotPartitions(slot, Find(new SlotBoot(slot)), Find(new SlotRoot(slot))))];
    }

    /// <summary>The filesystem that the bootloader shares with the running system.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public static PlacedPartition Aux(BootableBoard board, DebianDistribution distribution) =>
        distribution.Layout.ApplyTo(board).Place().FirstOrDefault(part => part.Partition.Content is Filesystem { Use: FilesystemUse.Aux })
        ?? throw new ModelException($"no partition of '{board.Id}' is for the bootloader's counters; add one with FilesystemUse.Aux");
}
