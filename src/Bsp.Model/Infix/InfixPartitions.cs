namespace Bsp.Model;

/// <summary>What is the same in the partition tables of all disks of Infix. Their sizes are the board's: <see cref="InfixDisk"/>.</summary>
public sealed record InfixPartitions
{
    /// <summary>The size of aux, with the bootloader's variables and the signatures of the slots.</summary>
    public required ByteSize Aux { get; init; }

    /// <summary>The GUID (PARTUUID) of aux.</summary>
    public required Guid AuxId { get; init; }

    /// <summary>The GUID (PARTUUID) of cfg, the configuration.</summary>
    public required Guid CfgId { get; init; }

    /// <summary>The GUID (PARTUUID) of var, everything else that changes.</summary>
    public required Guid VarId { get; init; }

    /// <summary>All partitions of a disk, in the order of their numbers.</summary>
    public Seq<Partition> Of(InfixDisk disk) =>
    [
        .. disk.Before,
        new("aux", Aux, new Filesystem(FilesystemUse.Aux, FilesystemType.Ext4)) { Id = AuxId, Offset = disk.AuxOffset },
        Slot("primary", disk),
        Slot("secondary", disk),
        new("cfg", disk.Cfg, new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)) { Id = CfgId },
        new("var", disk.Var, new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)) { Id = VarId },
    ];

    // U-Boot looks for the partitions with this attribute.
    private static Partition Slot(string name, InfixDisk disk) =>
        new(name, disk.Slot ?? ByteSize.Zero, new RawFile(disk.RootFile)) { Bootable = true };
}
