namespace Bsp.Model;

/// <summary>
/// What Infix needs to know of a board beyond the hardware. Its kernel symbols, device trees and console come from the <see cref="Board"/>.
/// </summary>
public sealed record InfixBoard
{
    /// <summary>The prompt of its entry in Buildroot's menu; null for vendor and model.</summary>
    public OneLine? Prompt { get; init; }

    /// <summary>The board's name in U-Boot's prompt, such as <c>r2s</c>; null for Infix's own prompt.</summary>
    public PlainName? ShortName { get; init; }

    /// <summary>The help text of the board's menu entry, in whole sentences.</summary>
    public required OneLine Help { get; init; }

    /// <summary>
    /// Whether Buildroot gets a package for the board. None is needed where the architecture's kernel and root filesystem support
    /// it unchanged, as they do virtual machines.
    /// </summary>
    public bool HasPackage { get; init; } = true;

    /// <summary>
    /// The Buildroot packages that the board needs, without <c>BR2_PACKAGE_</c>: its firmware, tools for its buttons and lights.
    /// </summary>
    /// <exception cref="ModelException">One is listed twice.</exception>
    public Seq<BuildrootPackage> Packages { get; init => field = BuildrootPackage.CheckedDistinct(value); } = [];

    /// <summary>Patches of the architecture's kernel that the board depends on.</summary>
    public Seq<KernelPatch> KernelPatches { get; init; } = [];

    /// <summary>What Infix reads from <c>/chosen/infix</c>; where no password is given, it is the distribution's.</summary>
    public InfixSettings Settings { get; init; } = new();

    /// <summary>Whether each device has its own factory password in its VPD, so that the device tree has none.</summary>
    public bool PasswordInVpd { get; init; }

    /// <summary>
    /// U-Boot's configuration on all media for Infix, beyond what the hardware needs. Where the environment is kept in ext4
    /// (<c>ENV_IS_IN_EXT4</c>), it is on the partition aux of <see cref="Medium.Device"/> automatically.
    /// </summary>
    public KernelFragment UBootConfig { get; init; } = KernelFragment.Empty;

    /// <summary>Nodes of U-Boot's own device tree: the buttons and lights that its scripts use.</summary>
    public Seq<DtNode> ControlNodes { get; init; } = [];

    /// <summary>
    /// Variables of U-Boot's environment on all media, after Infix's own; <c>boot_targets</c> follows from <see cref="Medium.Device"/>.
    /// </summary>
    public Seq<UBootVariable> Environment { get; init; } = [];

    /// <summary>
    /// The overlays that device trees get, for each value of U-Boot's variable <c>board</c>; none where the trees are complete.
    /// </summary>
    public Seq<SyslinuxEntry> SyslinuxEntries { get; init; } = [];

    /// <summary>The overlays that the board builds: all that its entries name, each once.</summary>
    public Seq<DeviceTreeOverlay> Overlays => Seq<DeviceTreeOverlay>.Of(SyslinuxEntries.SelectMany(entry => entry.Overlays).Distinct());

    /// <summary>The image that is built for the board; null where none is described.</summary>
    public InfixDisk? Disk { get; init; }

    /// <summary>What <c>/usr/share/product</c> has for each compatible of the variants.</summary>
    public Seq<InfixProduct> Products { get; init; } = [];

    /// <summary>Files of the root filesystem, on every device of the architecture.</summary>
    public Seq<RootEntry> Files { get; init; } = [];

    /// <summary>
    /// What users need to know to install Infix on the board; null where its README is maintained by hand, or there is none.
    /// </summary>
    public BoardGuide? Guide { get; init; }

    /// <summary>Whether Infix's default images include the board. One that is off can still be selected in the menu.</summary>
    public bool IsEnabled { get; init; } = true;
}
