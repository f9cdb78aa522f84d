namespace Bsp.Model;

/// <summary>What runs on boards: the kernel's source and the features that it must support.</summary>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>The name in paths, under the same rule as <see cref="Board.Id"/>, such as <c>reference</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required OneLine Name { get; init; }

    /// <summary>
    /// The kernel's source, such as <c>linux-6.12</c>: <c>linux-</c> and the version, which decides how its Kconfig files and
    /// bindings are read.
    /// </summary>
    public abstract string KernelSource { get; }

    /// <summary>What the kernel's configuration starts from, before the requests of the layers.</summary>
    public abstract KernelBase KernelBase { get; }

    /// <summary>
    /// Whether boards that several distributions support are built with this one where none is named; at most one sets it.
    /// </summary>
    public bool IsDefault { get; init; }

    /// <summary>What the operating system can do.</summary>
    public required Seq<Feature> Features { get; init; }

    /// <summary>What the distribution requests of the kernel of an architecture, beyond its features.</summary>
    public Seq<ArchitectureLayer> Architectures { get; init; } = [];

    /// <summary>Whether all boards of an architecture share one kernel here.</summary>
    public bool SharesKernel(Architecture architecture) =>
        Architectures.Any(layer => layer.OneKernel && layer.Architecture == architecture);

    /// <summary>
    /// Whether the kernel is configured for the board's hardware; otherwise the board uses its architecture's kernel unchanged.
    /// </summary>
    public virtual bool ConfiguresKernelFor(Board board) => true;

    /// <summary>What a board's hardware requests of the kernel here, the most general layer first.</summary>
    public virtual Seq<KernelLayer> HardwareOf(
        Board board) => [new("soc " + board.Soc.Name, board.Soc.Kernel), new("board " + board.Id, board.Kernel)];

    /// <summary>Whether the board is described as this distribution needs it; artifacts are written for such pairs.</summary>
    public abstract bool Supports(Board board);

    /// <summary>
    /// The whole disk of a board here: what its hardware requires, then the distribution's partitions; null where no disk is described.
    /// </summary>
    /// <exception cref="ModelException">It is larger than any disk.</exception>
    public abstract DiskLayout? LayoutOf(Board board);
}

/// <summary>What a distribution requests of the kernel of one architecture.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Kernel">What is requested.</param>
public sealed record ArchitectureLayer(Architecture Architecture, KernelFragment Kernel)
{
    /// <summary>
    /// Whether all boards of the architecture share one kernel: what features and this layer request, and nothing that a board adds
    /// (BSP1007).
    /// </summary>
    public bool OneKernel { get; init; }
}

/// <summary>Marks a static readonly field or property whose value is a distribution to build boards with.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class DistributionAttribute : Attribute;
