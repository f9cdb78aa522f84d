namespace Bsp.SystemTests.Firmware;

/// <summary>A second disk with files for the machine: a squashfs without a partition table.</summary>
public static class Payload
{
    /// <summary>Where the machine mounts it.</summary>
    public const string Folder = "/run/payload";

    /// <summary>The machine's command that mounts it.</summary>
    public const string MountCommand =
        $"mkdir -p {Folder} && mount -t squashfs -o ro /dev/$(grep -l ^attachment /sys/block/vd*/serial | cut -d/ -f4) {Folder}";

    /// <summary>Packs a folder.</summary>
    /// <param name="folder">The folder; its content becomes the disk's root.</param>
    /// <param name="disk">The disk to write.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task PackAsync(string folder, string disk, CancellationToken cancel)
    {
        // Not compressed: bundles are already, and a virtio disk ends on a sector where squashfs ends on 4 KiB.
        await HostTool.CheckAsync(
            "/usr/bin/mksquashfs",
            [folder, disk, "-noappend", "-all-root", "-noI", "-noD", "-noF", "-noX", "-quiet", "-no-progress"], cancel);
    }
}
