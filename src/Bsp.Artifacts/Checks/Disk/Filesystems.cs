using Bsp.Model;

namespace Bsp.Artifacts.Checks.Disk;

/// <summary>
/// BSP2010, BSP2011 and BSP2013: the filesystems that the running system mounts, each once, of the right kind, /var last.
/// </summary>
internal sealed class Filesystems : DebianDiskCheck
{
    protected override IEnumerable<Finding> Check(BootableBoard board, DiskLayout disk, DebianDistribution distribution)
    {
        var filesystems = disk.Place().Where(placed => placed.Partition.Content is Filesystem).ToList();
        foreach (var (use, needed, why) in Uses(board))
        {
            var found = filesystems.Where(placed => ((Filesystem)placed.Partition.Content).Use == use).ToList();
            if (found.Count == 0 && needed)
            {
                yield return new(
                    Rules.MissingFilesystem, disk,
                    $"the disk has no filesystem for FilesystemUse.{use}, {why}; "
                    + $"add a partition with the content Filesystem(FilesystemUse.{use}, FilesystemType.{FitType(use)})");
            }

            foreach (var further in found.Skip(1))
            {
                yield return new(
                    Rules.MissingFilesystem, further.Partition,
                    $"partitions '{found[0].Partition.Name}' and '{further.Partition.Name}' are both for FilesystemUse.{use}; "
                    + "keep one of them");
            }
        }

        foreach (var placed in filesystems)
        {
            foreach (var finding in Unfit(placed.Partition, (Filesystem)placed.Partition.Content).Concat(AfterVar(disk, placed)))
                yield return finding;
        }
    }

    private static IEnumerable<(FilesystemUse Use, bool Needed, string Why)> Uses(BootableBoard board) =>
    [
        (FilesystemUse.Esp, board.Boot is GrubEfi, "from which the firmware starts GRUB"),
        (FilesystemUse.Aux, true, "where the bootloader counts the tries of a slot"),
        (FilesystemUse.Config, true, "which keeps the configuration over updates"),
        (FilesystemUse.Var, true, "which keeps data over updates"),
    ];

    private static IEnumerable<Finding> Unfit(Partition partition, Filesystem filesystem)
    {
        if (filesystem.Type != FitType(filesystem.Use))
        {
            var why = FitType(filesystem.Use) == FilesystemType.Vfat
                ? "the bootloader writes to it and knows only FAT"
                : "it keeps owners and rights, and FAT has none";
            yield return new(
                Rules.UnfitFilesystem, partition,
                $"partition '{partition.Name}' for FilesystemUse.{filesystem.Use} is {filesystem.Type}, but {why}; "
                + $"write FilesystemType.{FitType(filesystem.Use)}");
        }

        // The label is the partition's name: 11 bytes in FAT, 16 in ext4 (fsinfo and superblock fields).
        var maximum = filesystem.Type == FilesystemType.Vfat ? 11 : 16;
        if (partition.Name.Value.Length > maximum)
        {
            yield return new(
                Rules.UnfitFilesystem, partition,
                $"partition '{partition.Name}' is a filesystem label of {partition.Name.Value.Length} characters, "
                + $"and {filesystem.Type} has room for {maximum}; shorten it by {partition.Name.Value.Length - maximum}");
        }
    }

    private static IEnumerable<Finding> AfterVar(DiskLayout disk, PlacedPartition placed)
    {
        if (placed.Partition.Content is not Filesystem { Use: FilesystemUse.Var })
            yield break;
        foreach (var other in disk.Place().Where(other => other.Offset > placed.Offset))
        {
            yield return new(
                Rules.VarNotLast, placed.Partition,
                $"{placed.Describe()} grows on the first boot, but '{other.Partition.Name}' follows it at {other.Offset.Hex()}; "
                + $"move '{placed.Partition.Name}' after '{other.Partition.Name}'");
        }
    }

    private static FilesystemType FitType(FilesystemUse use) =>
        use is FilesystemUse.Esp or FilesystemUse.Aux ? FilesystemType.Vfat : FilesystemType.Ext4;
}
