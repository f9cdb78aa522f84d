namespace Bsp.Review.Changes;

/// <summary>Every kind of change that a review knows.</summary>
public static class ChangeRules
{
    /// <summary>A board that the base does not have.</summary>
    public static ChangeRule BoardAdded { get; } = new("board-added", Aspect.Board, "new board", FieldImpact.None);

    /// <summary>A board that the head does not have any more.</summary>
    public static ChangeRule BoardRemoved { get; } =
        new("board-removed", Aspect.Board, "board removed", FieldImpact.None, Attention.Warning);

    /// <summary>A board with another id.</summary>
    public static ChangeRule BoardRenamed { get; } =
        new("board-renamed", Aspect.Board, "board renamed", FieldImpact.None, Attention.Warning);

    /// <summary>The committed artifacts are not what the records say.</summary>
    public static ChangeRule Stale { get; } = new("stale", Aspect.Board, "committed files are stale", FieldImpact.None, Attention.Error);

    /// <summary>Something that an update is accepted by.</summary>
    public static ChangeRule UpdateTrust { get; } =
        new("update-trust", Aspect.Update, "what updates are accepted by", FieldImpact.Trust, Attention.Error);

    /// <summary>A setting of updates that is none of trust.</summary>
    public static ChangeRule UpdateSetting { get; } = new("update-setting", Aspect.Update, "update", FieldImpact.Update);

    /// <summary>A partition that is new, gone, or elsewhere.</summary>
    public static ChangeRule Partition { get; } = new("partition", Aspect.Disk, "partitions", FieldImpact.Repartition, Attention.Warning);

    /// <summary>A property of the whole disk.</summary>
    public static ChangeRule Disk { get; } = new("disk", Aspect.Disk, "disk", FieldImpact.None);

    /// <summary>Something outside the partitions: what the boot ROM starts.</summary>
    public static ChangeRule RawRegion { get; } =
        new("raw-region", Aspect.Disk, "outside the partitions", FieldImpact.Bootloader, Attention.Warning);

    /// <summary>A value of U-Boot's configuration.</summary>
    public static ChangeRule UBootRequest { get; } = new("u-boot-request", Aspect.Boot, "U-Boot's configuration", FieldImpact.Bootloader);

    /// <summary>A file of the bootloader.</summary>
    public static ChangeRule BootFile { get; } = new("boot-file", Aspect.Boot, "files of the bootloader", FieldImpact.Bootloader);

    /// <summary>A fact of how the board boots.</summary>
    public static ChangeRule BootSetting { get; } = new("boot-setting", Aspect.Boot, "boot", FieldImpact.Bootloader);

    /// <summary>A kernel symbol that was asked for and has what was asked.</summary>
    public static ChangeRule KernelDone { get; } = new("kernel-done", Aspect.Kernel, "asked for and done", FieldImpact.Update);

    /// <summary>A request that this change makes, or unmakes the ground of, and that the kernel does not have in the end.</summary>
    public static ChangeRule KernelLost { get; } =
        new("kernel-lost", Aspect.Kernel, "asked for and lost", FieldImpact.Update, Attention.Error);

    /// <summary>A request that was lost in the base already.</summary>
    public static ChangeRule KernelLostBefore { get; } =
        new("kernel-lost-before", Aspect.Kernel, "lost before this change", FieldImpact.None);

    /// <summary>A symbol that changes though nobody asked.</summary>
    public static ChangeRule KernelConsequence { get; } =
        new("kernel-consequence", Aspect.Kernel, "not asked for and changed", FieldImpact.Update, Attention.Warning);

    /// <summary>A request whose effect is not known, for want of the kernel's Kconfig files.</summary>
    public static ChangeRule KernelRequest { get; } = new("kernel-request", Aspect.Kernel, "asked for; not checked", FieldImpact.Update);

    /// <summary>A request that another board's request for the kernel that both share takes away.</summary>
    public static ChangeRule KernelOverruled { get; } =
        new("kernel-overruled", Aspect.Kernel, "overruled in the kernel that boards share", FieldImpact.Update, Attention.Error);

    /// <summary>The kernel itself, or what its unnamed symbols get.</summary>
    public static ChangeRule KernelVersion { get; } = new("kernel-version", Aspect.Kernel, "kernel", FieldImpact.Update, Attention.Warning);

    /// <summary>A kernel argument, or another fact about the kernel.</summary>
    public static ChangeRule KernelSetting { get; } = new("kernel-setting", Aspect.Kernel, "kernel", FieldImpact.Update);

    /// <summary>A node that appears, vanishes, moves, or has other properties.</summary>
    public static ChangeRule TreeNode { get; } = new("tree-node", Aspect.DeviceTree, "device tree", FieldImpact.Update);

    /// <summary>A device tree source that could not be compared but as text.</summary>
    public static ChangeRule TreeFile { get; } = new("tree-file", Aspect.DeviceTree, "device tree sources", FieldImpact.Update);

    /// <summary>A setting that the running system gets.</summary>
    public static ChangeRule UserlandSetting { get; } = new("userland-setting", Aspect.Userland, "userland", FieldImpact.Update);

    /// <summary>A file that the running system gets.</summary>
    public static ChangeRule UserlandFile { get; } = new("userland-file", Aspect.Userland, "files on the device", FieldImpact.Update);

    /// <summary>A pinned source with another version or content.</summary>
    public static ChangeRule Source { get; } = new("source", Aspect.Sources, "sources", FieldImpact.Update);

    /// <summary>A version that goes backwards.</summary>
    public static ChangeRule SourceBackwards { get; } =
        new("source-backwards", Aspect.Sources, "versions that go backwards", FieldImpact.Update, Attention.Error);

    /// <summary>A source that a record names and the lock file does not have.</summary>
    public static ChangeRule SourceMissing { get; } =
        new("source-missing", Aspect.Sources, "sources that are not pinned", FieldImpact.None, Attention.Error);

    /// <summary>Something that no device gets: menus, documents, the emulator.</summary>
    public static ChangeRule BuildSetting { get; } = new("build-setting", Aspect.Build, "build and documents", FieldImpact.None);

    /// <summary>Where a kind stands on a page, from 0.</summary>
    public static int OrderOf(ChangeRule rule) => s_order[rule];

    /// <summary>All of them, in the order of a page.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        Stale, BoardAdded, BoardRemoved, BoardRenamed, UpdateTrust, UpdateSetting, Partition, Disk, RawRegion, BootSetting, UBootRequest,
        BootFile, KernelVersion, KernelLost, KernelOverruled, KernelConsequence, KernelDone, KernelRequest, KernelSetting,
        KernelLostBefore, TreeNode, TreeFile, UserlandSetting, UserlandFile, SourceMissing, SourceBackwards, Source, BuildSetting,
    ];

    private static readonly Dictionary<ChangeRule, int> s_order = All.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
}
