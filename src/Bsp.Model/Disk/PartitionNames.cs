namespace Bsp.Model;

/// <summary>
/// The names (PARTLABEL) of the partitions that distributions lay out, by which the running system finds them. They are stated only here.
/// </summary>
public static class PartitionNames
{
    /// <summary>The EFI system partition.</summary>
    public const string Esp = "esp";

    /// <summary>The bootloader's counters or variables.</summary>
    public const string Aux = "aux";

    /// <summary>The configuration.</summary>
    public const string Config = "cfg";

    /// <summary>All other data that changes.</summary>
    public const string Var = "var";

    /// <summary>The slot that a new device boots; its root filesystem's partition has its name.</summary>
    public const string Primary = "primary";

    /// <summary>The slot that the first update goes to.</summary>
    public const string Secondary = "secondary";

    /// <summary>What the bootloader loads for a slot.</summary>
    public static PartitionName BootOf(SlotName slot) => slot + "-boot";

    /// <summary>The name of the filesystem for a use.</summary>
    public static PartitionName Of(FilesystemUse use) => use switch
    {
        FilesystemUse.Esp => Esp,
        FilesystemUse.Aux => Aux,
        FilesystemUse.Config => Config,
        FilesystemUse.Var => Var,
        _ => throw new ModelException($"no filesystem is for {use}"),
    };
}
