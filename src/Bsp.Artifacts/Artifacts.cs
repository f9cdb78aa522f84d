using Bsp.Artifacts.Boards;
using Bsp.Artifacts.Boot;
using Bsp.Artifacts.DeviceTrees;
using Bsp.Artifacts.Disk;
using Bsp.Artifacts.Fit;
using Bsp.Artifacts.Grub;
using Bsp.Artifacts.Infix;
using Bsp.Artifacts.Kernel;
using Bsp.Artifacts.Rauc;
using Bsp.Artifacts.Rendering;

namespace Bsp.Artifacts;

/// <summary>
/// The names of the artifacts that a board has on a distribution of Debian's packages. Code that reads or writes one takes its name
/// from here.
/// </summary>
public static class ArtifactNames
{
    /// <summary>The whole board, for other programs.</summary>
    public const string BoardJson = "board.json";

    /// <summary>The kernel's configuration.</summary>
    public const string LinuxDefconfig = "linux_defconfig";

    /// <summary>The disk image.</summary>
    public const string Genimage = "genimage.cfg";

    /// <summary>U-Boot's configuration on top of its defconfig.</summary>
    public const string UBootConfig = "u-boot.config";

    /// <summary>U-Boot's environment, a part of its control device tree.</summary>
    public const string UBootEnvironment = "u-boot-env.dtsi";

    /// <summary>U-Boot's script; the control device tree includes it.</summary>
    public const string BootScript = "boot.cmd";

    /// <summary>The file with U-Boot's counters, in the filesystem that it shares with the running system.</summary>
    public const string UBootCounters = "uboot.env";

    /// <summary>The FIT of a slot.</summary>
    public const string SlotTree = "slot.its";

    /// <summary>The signed script in the FIT.</summary>
    public const string SlotScript = "slot.cmd";

    /// <summary>What GRUB carries inside.</summary>
    public const string GrubConfig = "grub.cfg";

    /// <summary>GRUB's counters on a fresh device.</summary>
    public const string GrubEnvironment = "grubenv";

    /// <summary>The signed script of a slot that GRUB starts.</summary>
    public const string GrubSlotConfig = "slot.cfg";

    /// <summary>The slots as RAUC knows them.</summary>
    public const string SystemConf = "system.conf";

    /// <summary>What an update bundle holds.</summary>
    public const string BundleManifest = "manifest.raucm";

    /// <summary>Where libubootenv finds U-Boot's counters.</summary>
    public const string FwEnvConfig = "fw_env.config";
}

/// <summary>Who renders the artifacts, on every distribution.</summary>
internal static class ArtifactRenderers
{
    /// <summary>One line a kind of artifact; the order does not matter.</summary>
    public static IReadOnlyList<IArtifactRenderer> All { get; } =
    [
        new BoardJson(),
        new BootloaderFiles(),
        new BundleManifest(),
        new DeviceTreeSourceFile(),
        new FwEnvConfig(),
        new GenimageConfig(),
        new GrubConfig(),
        new GrubEnvironment(),
        new GrubSlotConfig(),
        new ImageTemplate(),
        new LinuxDefconfig(),
        new PackageConfig(),
        new PackageMakefile(),
        new ProductFiles(),
        new Readme(),
        new Registrations(),
        new SlotScript(),
        new SlotTree(),
        new SyslinuxConfigs(),
        new SystemConf(),
        new UBootConfig(),
        new UBootEnvironment(),
        new UBootScript(),
        new VariantTrees(),
    ];
}
