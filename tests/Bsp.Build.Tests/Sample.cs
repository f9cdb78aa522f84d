using Bsp.Model;

namespace Bsp.Build.Tests;

/// <summary>A board with the given artifacts; only ids and artifacts matter to these tests.</summary>
internal static class Sample
{
    public static GeneratedBoard Board(params (string Path, string Text)[] files) => new(
        new BootableBoard
        {
            Id = "sample",
            Identity = new() { Vendor = "Vendor", Model = "Sample 1" },
            Soc = new()
            {
                Name = "soc",
                Architecture = new()
                {
                    Name = "aarch64",
                    KernelArch = "arm64",
                    DebianArch = "arm64",
                    Triplet = "aarch64-linux-gnu",
                    KernelImage = "Image",
                },
            },
            Console = new("ttyS0"),
            Watchdog = new("DRIVER", TimeoutSeconds: 15),
            Disk = new() { Size = 64.MiB() },
            Media = [new("disk") { Boot = new GrubEfi { Platform = "x86_64-efi", RemovableName = "BOOTX64.EFI" } }],
        },
        new DebianDistribution
        {
            Id = "reference",
            Name = "Reference",
            Kernel = DebianSource.Binary("linux", "sid", "linux-source"),
            Schemas = DebianSource.Binary("dt-schema", "sid", "dt-schema"),
            UBoot = DebianSource.Source("u-boot", "sid", "u-boot"),
            Grub = DebianSource.Binary("grub", "sid", "grub-common"),
            Userland = new("userland", "sid"),
            Features = [],
            Overlay = "rootfs",
            Update = new() { Slots = ["primary", "secondary"], Tries = 3 },
        },
        [.. files.Select(x => new GeneratedFile(x.Path, x.Text))]);
}
