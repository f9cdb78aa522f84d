namespace Bsp.Userland.Tests;

/// <summary>Disks as the kernel shows them in sysfs.</summary>
internal static class FakeDisks
{
    /// <summary>Adds a disk whose partitions follow each other from sector 2048.</summary>
    /// <param name="device">The device.</param>
    /// <param name="name">The disk's name, such as <c>vda</c>.</param>
    /// <param name="sectors">Its size in sectors of 512 bytes.</param>
    /// <param name="partitions">Names and sizes in sectors, in order.</param>
    public static void AddDisk(this Device device, string name, long sectors, params (string Label, long Sectors)[] partitions)
    {
        var disk = "sys/devices/pci/block/" + name;
        device.Write(disk + "/size", sectors + "\n");
        device.Write(disk + "/uevent", $"DEVNAME={name}\n");
        var start = 2048L;
        for (var i = 0; i < partitions.Length; i++)
        {
            var part = $"{disk}/{name}{i + 1}";
            device.Write(part + "/partition", $"{i + 1}\n");
            device.Write(part + "/start", start + "\n");
            device.Write(part + "/size", partitions[i].Sectors + "\n");
            device.Write(part + "/uevent", $"DEVNAME={name}{i + 1}\nPARTNAME={partitions[i].Label}\n");
            start += partitions[i].Sectors;
        }
    }

    /// <summary>Mounts the root from a dm-verity device over a partition.</summary>
    public static void RunFrom(this Device device, string disk, string partition)
    {
        device.Write(
            "proc/self/mountinfo", "21 1 253:0 / / ro,relatime - squashfs /dev/root ro\n22 21 0:5 / /dev rw - devtmpfs devtmpfs rw\n");
        var mapper = device.On("sys/devices/virtual/block/dm-0");
        Directory.CreateDirectory(mapper + "/slaves");
        Directory.CreateSymbolicLink($"{mapper}/slaves/{partition}", device.On($"sys/devices/pci/block/{disk}/{partition}"));
        Directory.CreateDirectory(device.On("sys/dev/block"));
        Directory.CreateSymbolicLink(device.On("sys/dev/block/253:0"), mapper);
    }
}
