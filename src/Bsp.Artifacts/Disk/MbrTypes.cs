using Bsp.Model;

namespace Bsp.Artifacts.Disk;

/// <summary>The type bytes of a master boot record (util-linux, include/pt-mbr-partnames.h).</summary>
internal static class MbrTypes
{
    /// <summary>The partition's own type, or the one that fits what is in it.</summary>
    public static byte For(Partition partition) => partition.MbrType ?? partition.Content switch
    {
        Filesystem { Use: FilesystemUse.Esp } => 0xef,
        Filesystem { Type: FilesystemType.Vfat } => 0x0c,
        _ => 0x83,
    };
}
