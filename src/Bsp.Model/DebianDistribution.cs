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

    /// <summary>Slots, tries and keys.</summary>
    public UpdateScheme Update { get; init; } = new();

    /// <summary>What RAUC compares before it installs a bundle: each board has its own.</summary>
    public string CompatibleFor(Board board) => Id + "-" + board.Id;

    /// <summary>Whether the board's disk and boot chain are described.</summary>
    public override bool Takes(Board board) => board is BootableBoard;
}
