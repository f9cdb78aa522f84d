using Bsp.Artifacts.Checks.Boot;
using Bsp.Artifacts.Checks.Disk;
using Bsp.Artifacts.Checks.Factory;
using Bsp.Artifacts.Checks.Identity;
using Bsp.Artifacts.Checks.Kernel;
using Bsp.Model;

namespace Bsp.Artifacts.Checks;

/// <summary>
/// All rules of <see cref="BoardChecks"/>, and the checks: every check that is listed here runs, and every rule has a descriptor.
/// </summary>
public static class Rules
{
    // The members below add themselves, in the order in which they are written.
    private static readonly List<Rule> s_all = [];

    /// <summary>An invalid value: a <see cref="ModelException"/>.</summary>
    public static Rule InvalidValue { get; } = Add("BSP1001", "Value that no board can have");

    /// <summary>An id that is not a safe path or DNS label.</summary>
    public static Rule UnsafeId { get; } = Add("BSP1002", "Id is not a safe name");

    /// <summary>Two boards with one id, or with ids that make one host name.</summary>
    public static Rule DuplicateId { get; } = Add("BSP1003", "Id is used twice");

    /// <summary>Two partitions or raw regions with one name.</summary>
    public static Rule DuplicatePartitionName { get; } = Add("BSP1004", "Partition name is used twice");

    /// <summary>Two partitions with one GUID.</summary>
    public static Rule DuplicatePartitionId { get; } = Add("BSP1005", "Partition GUID is used twice");

    /// <summary>Layers that ask for different values of one kernel symbol.</summary>
    public static Rule KernelConflict { get; } = Add("BSP1006", "Layers ask for different values of a kernel symbol");

    /// <summary>A board that asks for more than the kernel that it shares.</summary>
    public static Rule BeyondSharedKernel { get; } = Add("BSP1007", "Board asks for more than the kernel that it shares");

    /// <summary>A board that makes a module of what another board has built in.</summary>
    public static Rule SharedKernelModule { get; } = Add("BSP1008", "Board makes a module of what another has built in", Severity.Warning);

    /// <summary>Two files with the same path.</summary>
    public static Rule DuplicateFile { get; } = Add("BSP1009", "File is produced twice");

    /// <summary>Product files under a compatible that no device has.</summary>
    public static Rule UnreachableProduct { get; } = Add("BSP1010", "No device finds the product files");

    /// <summary>Boards that share a kernel and ask for values of a symbol that exclude each other.</summary>
    public static Rule SharedKernelConflict { get; } = Add("BSP1011", "Boards ask their shared kernel for different values");

    /// <summary>A Wi-Fi interface without a radio.</summary>
    public static Rule UndeclaredRadio { get; } = Add("BSP1012", "Wi-Fi interface uses no radio of its configuration");

    /// <summary>Partitions that overlap.</summary>
    public static Rule Overlap { get; } = Add("BSP2001", "Partitions overlap");

    /// <summary>A partition or raw region that ends past the end of the disk.</summary>
    public static Rule PastTheEnd { get; } = Add("BSP2002", "Partition leaves the disk");

    /// <summary>A partition or raw region where the partition table is.</summary>
    public static Rule InTheTable { get; } = Add("BSP2003", "Partition collides with the partition table");

    /// <summary>A partition or raw region over a raw region.</summary>
    public static Rule OverRaw { get; } = Add("BSP2004", "Partition collides with a raw region");

    /// <summary>A start that is not a multiple of the alignment.</summary>
    public static Rule Misaligned { get; } = Add("BSP2005", "Partition is misaligned");

    /// <summary>A size of zero, or not of whole sectors.</summary>
    public static Rule BrokenSectors { get; } = Add("BSP2006", "Size is not whole sectors");

    /// <summary>A name that the GPT has no room for.</summary>
    public static Rule LongName { get; } = Add("BSP2007", "Partition name is too long");

    /// <summary>Slots of different sizes.</summary>
    public static Rule UnequalSlots { get; } = Add("BSP2008", "Slots differ in size");

    /// <summary>A slot without, or with too many, root or boot partitions.</summary>
    public static Rule IncompleteSlot { get; } = Add("BSP2009", "Slot is incomplete");

    /// <summary>A filesystem that the system needs, missing or defined twice.</summary>
    public static Rule MissingFilesystem { get; } = Add("BSP2010", "Filesystem is missing or defined twice");

    /// <summary>/var that another partition follows.</summary>
    public static Rule VarNotLast { get; } = Add("BSP2011", "Growing partition is not the last");

    /// <summary>More or fewer partitions than the MBR can hold.</summary>
    public static Rule MbrEntries { get; } = Add("BSP2012", "MBR cannot hold the partitions");

    /// <summary>A filesystem with a type or a label that its use rules out.</summary>
    public static Rule UnfitFilesystem { get; } = Add("BSP2013", "Filesystem does not fit its use");

    /// <summary>Several active partitions in an MBR.</summary>
    public static Rule ActivePartitions { get; } = Add("BSP2014", "MBR has several active partitions");

    /// <summary>A reference to a partition that does not exist.</summary>
    public static Rule NoSuchPartition { get; } = Add("BSP2015", "Disk has no such partition");

    /// <summary>A kernel symbol that the kernel's Kconfig files do not define.</summary>
    public static Rule UnknownKernelSymbol { get; } = Add("BSP3001", "Kernel has no such symbol");

    /// <summary>A request that the kernel's final configuration would not have.</summary>
    public static Rule UnmetKernelRequest { get; } = Add("BSP3002", "Kernel symbol would not have the requested value");

    /// <summary>Nothing to check kernel symbols with.</summary>
    public static Rule NoKernelSnapshot { get; } = Add("BSP3003", "Kernel symbols are not checked", Severity.Info);

    /// <summary>A label that the tree and what is added to it do not have.</summary>
    public static Rule UnknownLabel { get; } = Add("BSP4001", "Device tree has no such label");

    /// <summary>A reference to a node that does not exist.</summary>
    public static Rule UnknownNode { get; } = Add("BSP4002", "Device tree has no such node");

    /// <summary>A node whose parent dtc would create.</summary>
    public static Rule NewParent { get; } = Add("BSP4003", "Parent node does not exist", Severity.Warning);

    /// <summary>A property or node to delete that does not exist.</summary>
    public static Rule NothingToDelete { get; } = Add("BSP4004", "Nothing to delete in the device tree", Severity.Warning);

    /// <summary>Nothing to check edits of device trees with.</summary>
    public static Rule NoTreeSnapshot { get; } = Add("BSP4005", "Device tree's edits are not checked", Severity.Info);

    /// <summary>A console without a node in the device tree.</summary>
    public static Rule ConsoleWithoutNode { get; } = Add("BSP5001", "Console has no node in the device tree");

    /// <summary>A kernel argument that names another console.</summary>
    public static Rule OtherConsole { get; } = Add("BSP5002", "Kernel argument names another console");

    /// <summary>Load addresses that overlap.</summary>
    public static Rule LoadOverlap { get; } = Add("BSP5003", "Load addresses overlap");

    /// <summary>A kernel argument that the boot chain sets itself.</summary>
    public static Rule ReservedArgument { get; } = Add("BSP5004", "Kernel argument belongs to the boot chain");

    /// <summary>A load address that the architecture rules out.</summary>
    public static Rule LoadAlignment { get; } = Add("BSP5005", "Kernel's load address is misaligned");

    /// <summary>A device tree of an emulator that the board does not describe.</summary>
    public static Rule NoEmulator { get; } = Add("BSP5006", "Device tree comes from an emulator that is not described");

    /// <summary>U-Boot without a device tree to give to the kernel.</summary>
    public static Rule NoDeviceTree { get; } = Add("BSP5007", "U-Boot has no device tree");

    /// <summary>A load region that is smaller than what is read into it.</summary>
    public static Rule LoadTooSmall { get; } = Add("BSP5008", "Load region is too small");

    /// <summary>A device tree that U-Boot loads but nobody builds.</summary>
    public static Rule TreeNotBuilt { get; } = Add("BSP5009", "U-Boot names a device tree that is not built");

    /// <summary>A bootloader with parts for another medium.</summary>
    public static Rule OtherMedium { get; } = Add("BSP5010", "Bootloader is for another medium");

    /// <summary>An environment of U-Boot that is not with the slots.</summary>
    public static Rule EnvironmentElsewhere { get; } = Add("BSP5011", "U-Boot's environment is in the wrong place");

    /// <summary>A device that Infix's U-Boot script does not know.</summary>
    public static Rule UnknownBootTarget { get; } = Add("BSP5012", "U-Boot's script does not know the device");

    /// <summary>Developer mode without a button.</summary>
    public static Rule DeveloperMode { get; } = Add("BSP5013", "Developer mode is always on");

    /// <summary>A device without a factory password.</summary>
    public static Rule NoPassword { get; } = Add("BSP5014", "Factory password has no source");

    /// <summary>A variable that is set twice.</summary>
    public static Rule VariableTwice { get; } = Add("BSP5015", "U-Boot variable is set twice");

    /// <summary>A medium that silently changes U-Boot's configuration.</summary>
    public static Rule MediumOverrides { get; } = Add("BSP5016", "U-Boot symbol is asked for twice");

    /// <summary>A bootloader without a trusted key.</summary>
    public static Rule NoTrustedKey { get; } = Add("BSP5017", "Bootloader trusts no key");

    /// <summary>A syslinux file whose name U-Boot never looks for.</summary>
    public static Rule UnreachableSyslinux { get; } = Add("BSP5018", "U-Boot never uses the syslinux file");

    /// <summary>Every rule, in the order of the ids.</summary>
    public static Seq<Rule> All { get; } = Seq<Rule>.Of(s_all);

    /// <summary>What checks a board by itself, in the order of the ids of what is found.</summary>
    internal static IReadOnlyList<IBoardCheck> Checks { get; } =
    [
        new SafeIds(),
        new UniquePartitions(),
        new KernelConflicts(),
        new SharedKernels(),
        new ProductFolders(),
        new WifiRadios(),
        new Overlaps(),
        new DiskBounds(),
        new RawRegions(),
        new Alignments(),
        new PartitionNameLengths(),
        new SlotCompleteness(),
        new Filesystems(),
        new MbrEntries(),
        new ActivePartitions(),
        new NamedPartitions(),
        new ConsoleNode(),
        new ReservedArguments(),
        new LoadRegions(),
        new InfixLoadAddresses(),
        new DeviceTreeBase(),
        new BuiltTrees(),
        new BootMedia(),
        new EnvironmentLocations(),
        new BootTargets(),
        new DeveloperMode(),
        new PasswordSources(),
        new UBootConflicts(),
        new TrustedKeys(),
        new SyslinuxNames(),
    ];

    private static Rule Add(string id, string title, Severity severity = Severity.Error)
    {
        s_all.Add(new(id, title, severity));
        return s_all[s_all.Count - 1];
    }
}
