namespace Bsp.Generators.Tests.Harness;

/// <summary>Small sources that compile: a distribution, what boards share, and boards.</summary>
internal static class Sources
{
    public const string Families = """
        namespace Test;

        public static class Shared
        {
            public static readonly Architecture Aarch64 = new()
            {
                Name = "aarch64", KernelArch = "arm64", DebianArch = "arm64", Triplet = "aarch64-linux-gnu", KernelImage = "Image",
            };

            public static readonly LoadAddresses Load = new()
            {
                Kernel = new("kernel", 0x4040_0000, 60.MiB()),
                Environment = new("environment", 0x4800_0000, 1.MiB()),
                Fit = new("fit", 0x5000_0000, 32.MiB()),
            };

            public static readonly Soc Soc = new() { Name = "soc", Architecture = Aarch64, Kernel = KernelFragment.Y("SERIAL"), Load = Load };

            public static Seq<Partition> Slots(ByteSize root) =>
            [
                new("aux", 16.MiB(), new Filesystem(FilesystemUse.Aux, FilesystemType.Vfat)),
                new("primary-boot", 16.MiB(), new SlotBoot("primary")),
                new("primary", root, new SlotRoot("primary")),
                new("secondary-boot", 16.MiB(), new SlotBoot("secondary")),
                new("secondary", root, new SlotRoot("secondary")),
                new("cfg", 16.MiB(), new Filesystem(FilesystemUse.Config, FilesystemType.Ext4)),
                new("var", 64.MiB(), new Filesystem(FilesystemUse.Var, FilesystemType.Ext4)),
            ];

            public static readonly Board Bare = new()
            {
                Id = "bare",
                Identity = new() { Vendor = "Maker", Model = "Model", Compatibles = ["maker,model"] },
                Soc = Soc,
                DeviceTrees = [DeviceTree.From("maker/model.dts")],
                Console = new("ttyS0"),
            };

            public static readonly BootableBoard Base = new()
            {
                Id = "base",
                Identity = new() { Vendor = "Maker", Model = "Model", Compatibles = ["maker,model"] },
                Soc = Soc,
                DeviceTrees = [DeviceTree.From("maker/model.dts")],
                Console = new("ttyS0") { Node = "serial0" },
                Watchdog = new("SOC_WDT", TimeoutSeconds: 15),
                Disk = new() { Size = 352.MiB(), Partitions = Slots(96.MiB()) },
                Media = [new("sdcard") { Device = "mmc 0", Boot = new UBoot("soc") }],
            };
        }
        """;

    public const string Distribution = """
        namespace Test;

        public static class Distributions
        {
            [Distribution]
            public static readonly DebianDistribution Reference = new()
            {
                Id = "reference",
                Name = "Reference",
                Kernel = DebianSource.Binary("linux-6.12", "sid", "linux-source-6.12"),
                Schemas = DebianSource.Binary("dt-schema-2025.08", "sid", "dt-schema"),
                UBoot = DebianSource.Source("u-boot-2025.01", "sid", "u-boot"),
                Grub = DebianSource.Binary("grub-2.06", "sid", "grub-common"),
                Userland = new("userland", "sid"),
                Features = [new() { Name = "base", Kernel = KernelFragment.Y("SMP") }],
                Overlay = "rootfs",
            };
        }
        """;

    public const string Infix = """
        namespace Test;

        public static class InfixDistributions
        {
            [Distribution]
            public static readonly InfixDistribution Infix = new()
            {
                Id = "infix",
                Name = "Infix",
                KernelVersion = "6.18",
                Features = [new() { Name = "base", Kernel = KernelFragment.Y("SMP") }],
                UBootVersion = "2025.01",
                Partitions = new()
                {
                    Aux = 8.MiB(),
                    AuxId = new("d4ef35a0-0652-45a1-b3de-d63339c82035"),
                    CfgId = new("7aa497f0-73b5-47e5-b2ab-8752d8a48105"),
                    VarId = new("8046a06a-e45a-4a14-a6ad-6684704a393f"),
                },
                FactoryPasswordHash = "$5$salt$hash",
                FactoryData = "{}",
                LedData = "{}",
                Environment = [new("boot_targets", "virtio mmc")],
                License = "ISC",
                LicenseHash = "0123",
                BootloaderHead = [],
                BootloaderTail = [BuildrootLine.Y("IX_TRUSTED_KEYS"), BuildrootLine.Y("IX_TRUSTED_KEYS_DEVELOPMENT")],
            };
        }
        """;

    /// <summary>A board that differs from the shared one by its id only.</summary>
    public static string Board(string id, string name = "Subject") => $$"""
        namespace Test;

        public static class {{name}}
        {
            [Board]
            public static readonly Board Value = Shared.Base with
            {
                Id = "{{id}}",
            };
        }
        """;
}
