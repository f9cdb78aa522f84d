namespace Bsp.Boards.Families.Reference;

/// <summary>Disk layouts that distributions can have.</summary>
public static class Layouts
{
    /// <summary>Two slots of a root and a boot partition each, the bootloader's counters, configuration and data.</summary>
    public static readonly SlotLayout AbSlots = new()
    {
        Esp = new(PartitionNames.Esp, 16.MiB(), new Filesystem(FilesystemUse.Esp, FilesystemType.Vfat)),
        Partitions =
        [
            new(PartitionNames.Aux, 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Vfat)),
            .. Slot(PartitionNames.Primary),
            .. Slot(PartitionNames.Secondary),
            new(PartitionNames.Config, 16.MiB(), new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)),
            new(PartitionNames.Var, 64.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)),
        ],
    };

    private static Seq<Partition> Slot(string name) =>
    [
        new(PartitionNames.BootOf(name), 16.MiB(), new SlotBoot(name)),
        new(name, 96.MiB(), new SlotRoot(name)),
    ];
}
