using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary>The partitions of a disk on Infix: the board's own, then those that are the same everywhere.</summary>
internal static class InfixPartitions
{
    // Infix finds its partitions by name; these GUIDs are the ones that its images have always had.
    private static readonly Guid s_aux = new("d4ef35a0-0652-45a1-b3de-d63339c82035");
    private static readonly Guid s_cfg = new("7aa497f0-73b5-47e5-b2ab-8752d8a48105");
    private static readonly Guid s_var = new("8046a06a-e45a-4a14-a6ad-6684704a393f");

    /// <summary>All partitions, in the order of their numbers.</summary>
    public static IEnumerable<Partition> Of(InfixDisk disk) =>
    [
        .. disk.Before,
        new("aux", 8.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Ext4)) { Id = s_aux, Offset = disk.AuxOffset },
        Slot("primary", disk),
        Slot("secondary", disk),
        new("cfg", disk.Cfg, new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)) { Id = s_cfg },
        new("var", disk.Var, new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)) { Id = s_var },
    ];

    /// <summary>The file that a partition is filled with; empty for none.</summary>
    public static string FileFor(Partition partition) => partition.Content switch
    {
        Filesystem filesystem => partition.Name + "." + filesystem.Type.ToString().ToLowerInvariant(),
        RawFile raw => raw.File,
        LoaderFiles loader => loader.File,
        Blank => "",
        _ => throw new ModelException($"an image of Infix has no {partition.Content} before its own partitions"),
    };

    // U-Boot looks for the partitions with this attribute.
    private static Partition Slot(string name, InfixDisk disk) =>
        new(name, disk.Slot ?? ByteSize.Zero, new RawFile(disk.RootFile)) { Bootable = true };
}
