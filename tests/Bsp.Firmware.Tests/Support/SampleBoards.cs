using Bsp.Model;

namespace Bsp.Firmware.Tests.Support;

/// <summary>Boards as small as they may be.</summary>
public static class SampleBoards
{
    public static GeneratedBoard Make(string id, string distribution = "sample", params GeneratedFile[] files) => new(
        new BootableBoard
        {
            Id = id,
            Identity = new() { Vendor = "Sample's", Model = "Board" },
            Soc = new()
            {
                Name = "sample",
                Architecture = new()
                {
                    Name = "x86_64",
                    KernelArch = "x86_64",
                    DebianArch = "amd64",
                    Triplet = "x86_64-linux-gnu",
                    KernelImage = "bzImage",
                },
            },
            Console = new("ttyS0"),
            Watchdog = new("I6300ESB_WDT", TimeoutSeconds: 15),
            Disk = new() { Size = 64.MiB(), Partitions = [new("primary", 32.MiB(), new SlotRoot("primary"))] },
            Media = [new("disk") { Boot = new GrubEfi { Platform = "x86_64-efi", RemovableName = "BOOTX64.EFI" } }],
        },
        new DebianDistribution
        {
            Id = distribution,
            Name = "Sample",
            Kernel = DebianSource.Binary("linux", "sid", "linux-source"),
            Schemas = DebianSource.Binary("dt-schema", "sid", "dt-schema"),
            UBoot = DebianSource.Source("u-boot", "sid", "u-boot"),
            Grub = DebianSource.Binary("grub", "sid", "grub-common"),
            Userland = new("userland", "sid"),
            Features = [],
            Overlay = "rootfs",
        },
        [.. files]);
}
