namespace Bsp.Model;

/// <summary>What runs on a board: the kernel's source, the userland, and how it is updated.</summary>
public sealed record Distribution
{
    /// <summary>The name in paths, under the same rule as <see cref="Board.Id"/>, such as <c>reference</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name that people read.</summary>
    public required string Name { get; init => field = Text.Line(value, "a distribution's name"); }

    /// <summary>The kernel's source in the lock file, such as <c>linux-6.12</c>.</summary>
    public required string KernelSource { get; init => field = Text.Word(value, "a kernel source", "-_."); }

    /// <summary>U-Boot's source in the lock file, such as <c>u-boot-2025.01</c>.</summary>
    public required string UBootSource { get; init => field = Text.Word(value, "a U-Boot source", "-_."); }

    /// <summary>What the operating system can do.</summary>
    public required Seq<Feature> Features { get; init; }

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
}

/// <summary>Marks a static readonly field or property whose value is a distribution to build boards with.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class DistributionAttribute : Attribute;
