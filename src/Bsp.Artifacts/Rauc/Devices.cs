using Bsp.Model;

namespace Bsp.Artifacts.Rauc;

/// <summary>Where the running system finds the partitions of its disk.</summary>
internal static class Devices
{
    /// <summary>The mount point of the aux filesystem.</summary>
    public const string AuxMountPoint = "/mnt/aux";

    /// <summary>The partition's device: the boot makes such a link for each partition of the disk it started from.</summary>
    public static string Of(Partition partition) => "/dev/disk/by-partlabel/" + partition.Name;
}
