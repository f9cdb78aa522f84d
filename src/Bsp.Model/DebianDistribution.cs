namespace Bsp.Model;

/// <summary>A distribution whose kernel and bootloaders are compiled from Debian's sources, and whose userland is taken from its packages.</summary>
public sealed record DebianDistribution : Distribution
{
    /// <summary>U-Boot's source in the lock file, such as <c>u-boot-2025.01</c>.</summary>
    public required string UBootSource { get; init => field = Text.Word(value, "a U-Boot source", "-_."); }

    /// <summary>Trusted Firmware-A's source in the lock file, such as <c>arm-trusted-firmware-2.12</c>; null where no board needs it.</summary>
    public string? TrustedFirmwareSource { get; init => field = value is null ? null : Text.Word(value, "a source of TF-A", "-_."); }

    /// <summary>Files that a board started by U-Boot takes from the userland packages too.</summary>
    public Seq<string> UBootFiles { get; init; } = [];

    /// <summary>Files that a board started by GRUB takes from the userland packages too.</summary>
    public Seq<string> GrubFiles { get; init; } = [];

    /// <summary>Kernel arguments on every board, besides those that the boot chain and the console need.</summary>
    /// <remarks>Words without spaces, quotes or variables: they pass through three shells unchanged.</remarks>
    public Seq<string> KernelArguments { get; init => field = Seq<string>.Of(value.Select(argument => Text.Word(argument, "a kernel argument", "=,.:/_+%-"))); } = [];

    /// <summary>The folder, beside the distribution's record, that is laid over the userland.</summary>
    public required string Overlay { get; init => field = Text.RelativePath(value, "an overlay's path"); }

    /// <summary>The partitions on every disk.</summary>
    public SlotLayout Layout { get; init; } = new();

    /// <summary>What U-Boot has to be on every board, beyond what its hardware needs.</summary>
    public KernelFragment UBootConfig { get; init; } = KernelFragment.Empty;

    /// <summary>Slots, tries and keys.</summary>
    public UpdateScheme Update { get; init; } = new();

    /// <summary>What RAUC compares before it installs a bundle: each board has its own.</summary>
    public string CompatibleFor(Board board) => Id + "-" + board.Id;

    /// <summary>Whether the board is described as an image needs it.</summary>
    public override bool Takes(Board board) => board is BootableBoard;

    /// <inheritdoc/>
    /// <remarks>Everything is off that nobody asks for, so what the drivers stand on is asked for too; there are no modules.</remarks>
    public override Seq<KernelLayer> HardwareOf(Board board) => board is not BootableBoard bootable ? base.HardwareOf(board) :
    [
        new("soc " + board.Soc.Name, board.Soc.Basics),
        new("soc " + board.Soc.Name, board.Soc.Kernel.BuiltIn()),
        new("board " + board.Id, bootable.Basics),
        new("board " + board.Id, board.Kernel.BuiltIn()),
        new(KernelConfig.WatchdogLayer, bootable.Watchdog.Kernel),
    ];

    /// <inheritdoc/>
    public override DiskLayout? LayoutOf(Board board) => board is BootableBoard bootable ? Layout.On(bootable) : null;
}
