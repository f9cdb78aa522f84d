namespace Bsp.Model;

/// <summary>
/// A distribution whose kernel and bootloaders are compiled from Debian's sources, and whose userland is taken from its packages.
/// </summary>
public sealed record DebianDistribution : Distribution
{
    /// <summary>The kernel's source: one package with the tree, such as <c>linux-source-6.12</c>.</summary>
    public required DebianSource Kernel { get; init; }

    /// <inheritdoc/>
    public override string KernelSource => Kernel.Name;

    /// <inheritdoc/>
    public override KernelBase KernelBase => KernelBase.AllNo;

    /// <summary>The release of dt-schema whose own schemas the kernel's bindings refer to.</summary>
    public required DebianSource Schemas { get; init; }

    /// <summary>U-Boot's source.</summary>
    public required DebianSource UBoot { get; init; }

    /// <summary>GRUB's programs and modules.</summary>
    public required DebianSource Grub { get; init; }

    /// <summary>Trusted Firmware-A's source; null where no board needs it.</summary>
    public DebianSource? TrustedFirmware { get; init; }

    /// <summary>Where the files of features come from.</summary>
    public required DebianUserland Userland { get; init; }

    /// <summary>What boards booted by U-Boot additionally take from the userland packages; its kernel fragment is ignored.</summary>
    public Feature? UBootTools { get; init; }

    /// <summary>What boards booted by GRUB additionally take from the userland packages; its kernel fragment is ignored.</summary>
    public Feature? GrubTools { get; init; }

    /// <summary>Kernel arguments on every board, besides those that the boot chain and the console need.</summary>
    /// <remarks>Words without spaces, quotes or variables: they pass through three shells unchanged.</remarks>
    public Seq<string> KernelArguments { get; init =>
        field = Seq<string>.Of(value.Select(argument => TextRules.Word(argument, "a kernel argument", "=,.:/_+%-"))); } = [];

    /// <summary>
    /// The folder below <c>boards/families</c> with the distribution's files: <see cref="Overlay"/>, <c>folders</c> and
    /// <c>busybox-applets</c>. Its id where not given.
    /// </summary>
    public PlainName Folder { get => field ?? Id; init; }

    /// <summary>The folder in <see cref="Folder"/> that is copied over the userland.</summary>
    public required RelativePath Overlay { get; init; }

    /// <summary>The partitions on every disk.</summary>
    public SlotLayout Layout { get; init; } = new();

    /// <summary>U-Boot's configuration on every board, beyond what the hardware needs.</summary>
    public KernelFragment UBootConfig { get; init; } = KernelFragment.Empty;

    /// <summary>Slots, boot attempts and keys.</summary>
    public UpdateScheme Update { get; init; } = new();

    /// <summary>The ids of the boards that it supports; none for every board whose disk and boot chain are described.</summary>
    public Seq<string> Boards { get; init; } = [];

    /// <summary>What RAUC compares before it installs a bundle: every board has its own.</summary>
    public string CompatibleFor(Board board) => Id + "-" + board.Id;

    /// <summary>The features whose files a board has: those of the distribution, then what belongs to its bootloader.</summary>
    public Seq<Feature> FeaturesOf(BootableBoard board) =>
        (board.Boot is UBoot ? UBootTools : GrubTools) is { } tools ? [.. Features, tools] : Features;

    /// <summary>Whether the board's disk and boot chain are described, and <see cref="Boards"/> does not exclude it.</summary>
    public override bool Supports(Board board) => board is BootableBoard && (Boards.Count == 0 || Boards.Contains(board.Id));

    /// <inheritdoc/>
    /// <remarks>Whatever is not requested is off, so the prerequisites of the drivers are requested too; there are no modules.</remarks>
    public override Seq<KernelLayer> HardwareOf(Board board) => board is not BootableBoard bootable ? base.HardwareOf(board) :
    [
        new("soc " + board.Soc.Name, board.Soc.Prerequisites),
        new("soc " + board.Soc.Name, board.Soc.Kernel.BuiltIn()),
        new("board " + board.Id, bootable.Prerequisites),
        new("board " + board.Id, board.Kernel.BuiltIn()),
        new(KernelConfig.WatchdogLayer, bootable.Watchdog.Kernel),
    ];

    /// <inheritdoc/>
    public override DiskLayout? LayoutOf(Board board) => board is BootableBoard bootable ? Layout.ApplyTo(bootable) : null;
}
