namespace Bsp.Model;

/// <summary>
/// The names (PARTLABEL) of the partitions that distributions lay out, by which the running system finds them. They are stated here alone.
/// </summary>
public static class PartitionNames
{
    /// <summary>The EFI system partition.</summary>
    public const string Esp = "esp";

    /// <summary>The bootloader's counters or variables.</summary>
    public const string Aux = "aux";

    /// <summary>The configuration.</summary>
    public const string Config = "cfg";

    /// <summary>Everything else that changes.</summary>
    public const string Var = "var";

    /// <summary>The slot that a fresh device starts; its root filesystem's partition has its name.</summary>
    public const string Primary = "primary";

    /// <summary>The slot that the first update goes to.</summary>
    public const string Secondary = "secondary";

    /// <summary>What a slot's bootloader loads.</summary>
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
