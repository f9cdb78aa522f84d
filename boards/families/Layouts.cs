namespace Bsp.Boards.Families;

/// <summary>Disk layouts that boards share.</summary>
public static class Layouts
{
    /// <summary>Two slots of a root and a boot partition each, the bootloader's counters, configuration and data.</summary>
    /// <param name="root">The size of each slot's root filesystem with its hash tree.</param>
    /// <param name="boot">The size of each slot's boot partition.</param>
    /// <param name="start">Where the first partition starts; null for right behind what is before it.</param>
    public static Seq<Partition> AbSlots(ByteSize root, ByteSize boot, ByteSize? start = null) =>
    [
        new("aux", 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Vfat)) { Offset = start },
        new("primary-boot", boot, new SlotBoot("primary")),
        new("primary", root, new SlotRoot("primary")),
        new("secondary-boot", boot, new SlotBoot("secondary")),
        new("secondary", root, new SlotRoot("secondary")),
        new("cfg", 16.MiB(), new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)),
        new("var", 64.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)),
    ];

    /// <summary>The partition that UEFI firmware starts the bootloader from.</summary>
    public static readonly Partition Esp = new("esp", 16.MiB(), new Filesystem(FilesystemUse.Esp, FilesystemType.Vfat));
}
