namespace Bsp.Review.Revisions;

/// <summary>
/// The names of artifacts and partitions that a review reads. It compares revisions of any age, by their files alone, and so has nothing
/// of what writes them: the names are spelt here, and a test holds that they are those that are written.
/// </summary>
public static class KnownNames
{
    /// <summary>The board's record as data.</summary>
    public const string BoardJson = "board.json";

    /// <summary>What a board asks of its kernel.</summary>
    public const string LinuxDefconfig = "linux_defconfig";

    /// <summary>The map of the disk.</summary>
    public const string Genimage = "genimage.cfg";

    /// <summary>What a board asks of U-Boot.</summary>
    public const string UBootConfig = "u-boot.config";

    /// <summary>U-Boot's default environment.</summary>
    public const string UBootEnvironment = "u-boot-env.dtsi";

    /// <summary>U-Boot's boot script.</summary>
    public const string BootScript = "boot.cmd";

    /// <summary>The image tree of a slot.</summary>
    public const string SlotTree = "slot.its";

    /// <summary>The script in it.</summary>
    public const string SlotScript = "slot.cmd";

    /// <summary>GRUB's configuration.</summary>
    public const string GrubConfig = "grub.cfg";

    /// <summary>GRUB's environment.</summary>
    public const string GrubEnvironment = "grubenv";

    /// <summary>The part of GRUB's configuration that is in a slot.</summary>
    public const string GrubSlotConfig = "slot.cfg";

    /// <summary>RAUC's configuration of the system.</summary>
    public const string SystemConf = "system.conf";

    /// <summary>The manifest of an update bundle.</summary>
    public const string BundleManifest = "manifest.raucm";

    /// <summary>Where the system finds U-Boot's environment.</summary>
    public const string FwEnvConfig = "fw_env.config";

    /// <summary>The partition with the owner's configuration.</summary>
    public const string ConfigPartition = "cfg";

    /// <summary>The partition with the owner's data.</summary>
    public const string VarPartition = "var";
}
