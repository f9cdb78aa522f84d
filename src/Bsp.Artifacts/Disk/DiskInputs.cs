using Bsp.Model;

namespace Bsp.Artifacts.Disk;

/// <summary>The names of the files that <c>genimage.cfg</c> puts together.</summary>
public static class DiskInputs
{
    /// <summary>A slot's root filesystem with its hash tree; the same for every slot of a fresh disk.</summary>
    public const string Root = "root.img";

    /// <summary>What a slot's bootloader loads; the same for every slot of a fresh disk.</summary>
    public const string Boot = "boot.img";

    /// <summary>The disk image itself.</summary>
    public const string Disk = "disk.img";

    /// <summary>The file that a partition is filled with.</summary>
    public static string FileFor(Content content) => content switch
    {
        SlotRoot => Root,
        SlotBoot => Boot,
        Filesystem filesystem => PartitionNames.Of(filesystem.Use) + "." + NameOf(filesystem.Type),
        RawFile raw => raw.File,
        _ => throw new ModelException($"no file fills a partition with {content}"),
    };

    private static string NameOf(FilesystemType type) => type switch
    {
        FilesystemType.Vfat => "vfat",
        FilesystemType.Ext4 => "ext4",
        _ => throw new ModelException($"no filesystem is a {type}"),
    };
}
