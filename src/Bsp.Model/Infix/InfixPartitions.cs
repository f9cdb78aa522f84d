namespace Bsp.Model;

/// <summary>
/// The partitions that all disks of Infix have, after the board's own. Their sizes are the board's: <see cref="InfixDisk"/>.
/// </summary>
public sealed record InfixPartitions
{
    /// <summary>The size of aux, with the bootloader's variables and the signatures of the slots.</summary>
    public required ByteSize Aux { get; init; }

    /// <summary>The GUID (PARTUUID) of aux.</summary>
    public required Guid AuxId { get; init; }

    /// <summary>The GUID (PARTUUID) of cfg, the configuration.</summary>
    public required Guid CfgId { get; init; }

    /// <summary>The GUID (PARTUUID) of var, all other data that changes.</summary>
    public required Guid VarId { get; init; }

    /// <summary>The partitions on a disk, in the order of their numbers.</summary>
    /// <param name="disk">The board's sizes.</param>
    /// <param name="start">Where the first of them starts; null for directly after what precedes it.</param>
    public Seq<Partition> Of(InfixDisk disk, ByteSize? start) =>
    [
        new(PartitionNames.Aux, Aux, new Filesystem(FilesystemUse.Aux, FilesystemType.Ext4)) { Id = AuxId, Offset = start },
        Slot(PartitionNames.Primary, disk),
        Slot(PartitionNames.Secondary, disk),
        new(PartitionNames.Config, disk.Cfg, new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)) { Id = CfgId },
        new(PartitionNames.Var, disk.Var, new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)) { Id = VarId },
    ];

    // U-Boot looks for the partitions with this attribute.
    private static Partition Slot(PartitionName name, InfixDisk disk) =>
        new(name, disk.Slot ?? ByteSize.Zero, new RawFile(disk.RootFile)) { Bootable = true };
}
