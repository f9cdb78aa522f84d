using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>All rules that <see cref="BoardChecks"/> checks; the analyzer makes its descriptors from them.</summary>
public static class Rules
{
    /// <summary>A value was refused where it is made: a <see cref="ModelException"/>.</summary>
    public static Rule InvalidValue { get; } = new("BSP1001", "Value that no board can have");

    /// <summary>An id that is no safe path or DNS label.</summary>
    public static Rule UnsafeId { get; } = new("BSP1002", "Id is no safe name");

    /// <summary>Two boards with one id, or with ids that make one host name.</summary>
    public static Rule DuplicateId { get; } = new("BSP1003", "Id is used twice");

    /// <summary>Two partitions or raw regions with one name.</summary>
    public static Rule DuplicatePartitionName { get; } = new("BSP1004", "Partition name is used twice");

    /// <summary>Two partitions with one GUID.</summary>
    public static Rule DuplicatePartitionId { get; } = new("BSP1005", "Partition GUID is used twice");

    /// <summary>Layers that ask for different values of one kernel symbol.</summary>
    public static Rule KernelConflict { get; } = new("BSP1006", "Layers ask for different values of a kernel symbol");

    /// <summary>A board that asks for more than the kernel that it shares.</summary>
    public static Rule BeyondSharedKernel { get; } = new("BSP1007", "Board asks for more than the kernel that it shares");

    /// <summary>A board that makes a module of what another board has built in.</summary>
    public static Rule SharedKernelModule { get; } = new("BSP1008", "Board makes a module of what another has built in", Severity.Warning);

    /// <summary>Two things that are written to one path.</summary>
    public static Rule SameFile { get; } = new("BSP1009", "Two make the same file");

    /// <summary>Product files under a name that no device goes by.</summary>
    public static Rule UnreachableProduct { get; } = new("BSP1010", "No device finds the product files");

    /// <summary>Boards that share a kernel and ask for values of a symbol that exclude each other.</summary>
    public static Rule SharedKernelConflict { get; } = new("BSP1011", "Boards ask their shared kernel for different values");

    /// <summary>A Wi-Fi interface without a radio.</summary>
    public static Rule UndeclaredRadio { get; } = new("BSP1012", "Wi-Fi interface uses no radio of its configuration");

    /// <summary>Partitions that overlap.</summary>
    public static Rule Overlap { get; } = new("BSP2001", "Partitions overlap");

    /// <summary>A partition or raw region that ends behind the disk.</summary>
    public static Rule PastTheEnd { get; } = new("BSP2002", "Partition leaves the disk");

    /// <summary>A partition or raw region where the partition table is.</summary>
    public static Rule InTheTable { get; } = new("BSP2003", "Partition collides with the partition table");

    /// <summary>A partition or raw region over a raw region.</summary>
    public static Rule OverRaw { get; } = new("BSP2004", "Partition collides with a raw region");

    /// <summary>A start that is no multiple of the alignment.</summary>
    public static Rule Misaligned { get; } = new("BSP2005", "Partition is misaligned");

    /// <summary>A size of no or not only whole sectors.</summary>
    public static Rule BrokenSectors { get; } = new("BSP2006", "Size is not whole sectors");

    /// <summary>A name that the GPT has no room for.</summary>
    public static Rule LongName { get; } = new("BSP2007", "Partition name is too long");

    /// <summary>Slots of different sizes.</summary>
    public static Rule UnequalSlots { get; } = new("BSP2008", "Slots differ in size");

    /// <summary>A slot without, or with too many, root or boot partitions.</summary>
    public static Rule IncompleteSlot { get; } = new("BSP2009", "Slot is incomplete");

    /// <summary>A filesystem that the system needs, missing or there twice.</summary>
    public static Rule MissingFilesystem { get; } = new("BSP2010", "Filesystem is missing or there twice");

    /// <summary>/var with something behind it.</summary>
    public static Rule VarNotLast { get; } = new("BSP2011", "Growing partition is not the last");

    /// <summary>More or fewer partitions than the MBR can hold.</summary>
    public static Rule MbrEntries { get; } = new("BSP2012", "MBR cannot hold the partitions");

    /// <summary>A filesystem of a kind, or with a label, that its use rules out.</summary>
    public static Rule UnfitFilesystem { get; } = new("BSP2013", "Filesystem does not fit its use");

    /// <summary>Several active partitions in an MBR.</summary>
    public static Rule ActivePartitions { get; } = new("BSP2014", "MBR has several active partitions");

    /// <summary>A partition that is named but not there.</summary>
    public static Rule NoSuchPartition { get; } = new("BSP2015", "Disk has no such partition");

    /// <summary>A kernel symbol that the kernel's Kconfig files do not define.</summary>
    public static Rule UnknownKernelSymbol { get; } = new("BSP3001", "Kernel has no such symbol");

    /// <summary>A request that the kernel's final configuration would not have.</summary>
    public static Rule UnmetKernelRequest { get; } = new("BSP3002", "Kernel symbol would not have the requested value");

    /// <summary>Nothing to check kernel symbols with.</summary>
    public static Rule NoKernelSnapshot { get; } = new("BSP3003", "Kernel symbols are not checked", Severity.Info);

    /// <summary>A label that the tree and what is added to it do not have.</summary>
    public static Rule UnknownLabel { get; } = new("BSP4001", "Device tree has no such label");

    /// <summary>A reference to a node that does not exist.</summary>
    public static Rule UnknownNode { get; } = new("BSP4002", "Device tree has no such node");

    /// <summary>A node within one that would be made up for it.</summary>
    public static Rule NewParent { get; } = new("BSP4003", "Node stands in a node that does not exist", Severity.Warning);

    /// <summary>A property or node to delete that does not exist.</summary>
    public static Rule NothingToDelete { get; } = new("BSP4004", "Nothing to delete in the device tree", Severity.Warning);

    /// <summary>Nothing to check edits of device trees with.</summary>
    public static Rule NoTreeSnapshot { get; } = new("BSP4005", "Device tree's edits are not checked", Severity.Info);

    /// <summary>A console without a node in the device tree.</summary>
    public static Rule ConsoleWithoutNode { get; } = new("BSP5001", "Console has no node in the device tree");

    /// <summary>A kernel argument that names another console.</summary>
    public static Rule OtherConsole { get; } = new("BSP5002", "Kernel argument names another console");

    /// <summary>Load addresses that overlap.</summary>
    public static Rule LoadOverlap { get; } = new("BSP5003", "Load addresses overlap");

    /// <summary>A kernel argument that the boot chain sets itself.</summary>
    public static Rule ReservedArgument { get; } = new("BSP5004", "Kernel argument belongs to the boot chain");

    /// <summary>A load address that the architecture rules out.</summary>
    public static Rule LoadAlignment { get; } = new("BSP5005", "Kernel's load address is misaligned");

    /// <summary>A device tree of an emulator that the board has not.</summary>
    public static Rule NoEmulator { get; } = new("BSP5006", "Device tree comes from an emulator that is not described");

    /// <summary>U-Boot without a device tree to give to the kernel.</summary>
    public static Rule NoDeviceTree { get; } = new("BSP5007", "U-Boot has no device tree");

    /// <summary>A load region that is smaller than what is read into it.</summary>
    public static Rule LoadTooSmall { get; } = new("BSP5008", "Load region is too small");

    /// <summary>A device tree that U-Boot loads but nobody builds.</summary>
    public static Rule TreeNotBuilt { get; } = new("BSP5009", "U-Boot names a device tree that is not built");

    /// <summary>A bootloader with parts for another medium.</summary>
    public static Rule OtherMedium { get; } = new("BSP5010", "Bootloader is for another medium");

    /// <summary>An environment of U-Boot where nothing else of it is.</summary>
    public static Rule EnvironmentElsewhere { get; } = new("BSP5011", "U-Boot's environment is in a wrong place");

    /// <summary>A device that Infix's U-Boot script does not know.</summary>
    public static Rule UnknownBootTarget { get; } = new("BSP5012", "U-Boot's script does not know the device");

    /// <summary>Developer mode without a button.</summary>
    public static Rule DeveloperMode { get; } = new("BSP5013", "Developer mode is always on");

    /// <summary>A device without a factory password.</summary>
    public static Rule NoPassword { get; } = new("BSP5014", "Factory password has no source");

    /// <summary>A variable that is set twice.</summary>
    public static Rule VariableTwice { get; } = new("BSP5015", "U-Boot variable is set twice");

    /// <summary>A medium that changes U-Boot's configuration in silence.</summary>
    public static Rule MediumOverrides { get; } = new("BSP5016", "U-Boot symbol is asked for twice");

    /// <summary>A bootloader that trusts nobody's signature.</summary>
    public static Rule NoTrustedKey { get; } = new("BSP5017", "Bootloader trusts no key");

    /// <summary>A syslinux file whose name U-Boot never makes.</summary>
    public static Rule UnreachableSyslinux { get; } = new("BSP5018", "U-Boot never takes the syslinux file");

    /// <summary>Every rule, in the order of the ids.</summary>
    public static Seq<Rule> All { get; } =
    [
        InvalidValue, UnsafeId, DuplicateId, DuplicatePartitionName, DuplicatePartitionId, KernelConflict, BeyondSharedKernel,
        SharedKernelModule, SameFile, UnreachableProduct, SharedKernelConflict, UndeclaredRadio,
        Overlap, PastTheEnd, InTheTable, OverRaw, Misaligned, BrokenSectors, LongName,
        UnequalSlots, IncompleteSlot, MissingFilesystem, VarNotLast, MbrEntries, UnfitFilesystem, ActivePartitions, NoSuchPartition,
        UnknownKernelSymbol, UnmetKernelRequest, NoKernelSnapshot,
        UnknownLabel, UnknownNode, NewParent, NothingToDelete, NoTreeSnapshot,
        ConsoleWithoutNode, OtherConsole, LoadOverlap, ReservedArgument, LoadAlignment, NoEmulator, NoDeviceTree, LoadTooSmall,
        TreeNotBuilt, OtherMedium, EnvironmentElsewhere, UnknownBootTarget, DeveloperMode, NoPassword, VariableTwice,
        MediumOverrides, NoTrustedKey,
        UnreachableSyslinux,
    ];
}
