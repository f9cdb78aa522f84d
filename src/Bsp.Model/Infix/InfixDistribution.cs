namespace Bsp.Model;

/// <summary>
/// Infix OS: Buildroot builds one system per architecture, which all its boards share, and a bootloader for each board and medium.
/// </summary>
/// <remarks>What is the same on every board is stated here; a board's record has only what distinguishes it.</remarks>
public sealed record InfixDistribution : Distribution
{
    /// <summary>The version of the kernel, such as <c>6.18.43</c>.</summary>
    /// <exception cref="ModelException">It does not begin with a digit.</exception>
    public required ReleaseVersion KernelVersion
    {
        get;
        init => field = value.Value is [>= '0' and <= '9', ..]
            ? value
            : throw new ModelException($"'{value}' is not a kernel version; these begin with a digit, such as 6.18.43");
    }

    /// <inheritdoc/>
    public override string KernelSource => "linux-" + KernelVersion;

    /// <inheritdoc/>
    /// <remarks>What Infix's <c>linux_defconfig</c> leaves open, Buildroot sets with <c>make olddefconfig</c> (linux/linux.mk).</remarks>
    public override KernelBase KernelBase => KernelBase.Defaults;

    /// <summary>U-Boot's version on boards that state no other, such as <c>2025.01</c>.</summary>
    public required ReleaseVersion UBootVersion { get; init; }

    /// <summary>
    /// Trusted Firmware-A's version on boards that state no other, such as <c>v2.12</c>; null where every board states one.
    /// </summary>
    public ReleaseVersion? TrustedFirmwareVersion { get; init; }

    /// <summary>
    /// The maximum size of the uncompressed kernel in memory, which boards leave free after <c>kernel_addr_r</c>.
    /// </summary>
    /// <remarks>Infix's own figure, from its environment for the Raspberry Pi: "enough space for kernels up to ~60MB".</remarks>
    public ByteSize KernelRoom { get; init; } = 60.MiB();

    /// <summary>The partitions of every disk, after the board's own.</summary>
    public required InfixPartitions Partitions { get; init; }

    /// <summary>The factory password as crypt(5) hashes it, for boards without one of their own.</summary>
    public required string FactoryPasswordHash { get; init => field = InfixSettings.CheckedHash(TextRules.Line(value, "a password hash")); }

    /// <summary>What is the same in all factory configurations.</summary>
    public required JsonData FactoryData { get; init; }

    /// <summary>What all LED rules share: conditions, LEDs of ports, and actions.</summary>
    public required JsonData LedData { get; init; }

    /// <summary>The text of the board packages' licence.</summary>
    public required string License { get; init; }

    /// <summary>The SHA-256 of <see cref="License"/>, which Buildroot verifies (<c>.hash</c> files).</summary>
    public required string LicenseHash { get; init => field = TextRules.Word(value, "a SHA-256", ""); }

    /// <summary>What every bootloader's defconfig begins with: toolchain, download folders, no userland.</summary>
    public required Seq<BuildrootLine> BootloaderHead { get; init; }

    /// <summary>What every bootloader's defconfig ends with: host tools and trusted keys.</summary>
    public required Seq<BuildrootLine> BootloaderTail { get; init; }

    /// <summary>
    /// U-Boot's variables on every board, which an overlay has to repeat: an overlay cannot extend what U-Boot has built in.
    /// </summary>
    public required Seq<UBootVariable> Environment { get; init; }

    /// <summary>
    /// The architectures that also have a smaller system, <c>configs/&lt;architecture&gt;_minimal_defconfig</c>,
    /// with the same boards.
    /// </summary>
    public Seq<Architecture> MinimalSystems { get; init; } = [];

    /// <summary>Whether the board is ported to Infix.</summary>
    public override bool Supports(Board board) => board.Infix is not null;

    /// <summary>Whether the board has a package, whose makefile configures the kernel.</summary>
    public override bool ConfiguresKernelFor(Board board) => board.Infix is { HasPackage: true };

    /// <inheritdoc/>
    /// <remarks>A size of zero is left to the image's build.</remarks>
    public override DiskLayout? LayoutOf(Board board) =>
        board.Infix?.Disk is { } disk
            ? board.Disk with { Partitions = board.Disk.Partitions + Partitions.Of(disk, board.Disk.FirstFree) }
            : null;
}
