namespace Bsp.Model;

/// <summary>One piece of hardware.</summary>
/// <remarks>
/// A board whose description is complete enough to build an image from Debian's packages is a <see cref="BootableBoard"/>.
/// </remarks>
public record Board
{
    /// <summary>The name in paths, on the command line and in update bundles, such as <c>friendlyarm-nanopi-r2s</c>.</summary>
    /// <remarks>
    /// Lower-case letters, digits, <c>-</c> and <c>_</c>, at most 63, a letter or digit at both ends (BSP1002): safe as a
    /// path and, with <c>_</c> replaced by <c>-</c>, a DNS label (RFC 1123 section 2.1), which is a device's first host name.
    /// </remarks>
    public required string Id { get; init; }

    /// <summary>Vendor, model and device-tree compatibles.</summary>
    public required Identity Identity { get; init; }

    /// <summary>The system on chip, with what all boards around it share.</summary>
    public required Soc Soc { get; init; }

    /// <summary>What this board alone requests of the kernel.</summary>
    public KernelFragment Kernel { get; init; } = KernelFragment.Empty;

    /// <summary>The device trees of the board, one for each of its variants; none where ACPI describes the hardware.</summary>
    public Seq<DeviceTree> DeviceTrees { get; init; } = [];

    /// <summary>The device tree that the kernel of an image gets: the first.</summary>
    public DeviceTree? DeviceTree => DeviceTrees.Count > 0 ? DeviceTrees[0] : null;

    /// <summary>The serial port that the bootloader, the kernel and the login use.</summary>
    public required Console Console { get; init; }

    /// <summary>
    /// What the hardware requires of a disk that the board boots from, whichever distribution lays it out: the table, and what
    /// precedes the distribution's own partitions.
    /// </summary>
    public DiskLayout Disk { get; init; } = new();

    /// <summary>What the board boots from, each with its bootloader; none where the vendor's bootloader is kept.</summary>
    public Seq<Medium> Media { get; init; } = [];

    /// <summary>The medium that a single image is built for: the first.</summary>
    public Medium? Medium => Media.Count > 0 ? Media[0] : null;

    /// <summary>What boots from that medium.</summary>
    public BootChain? Boot => Medium?.Boot;

    /// <summary>What Infix needs to know of the board beyond the hardware; null where the board is not ported to it.</summary>
    public InfixBoard? Infix { get; init; }
}

/// <summary>A board that images can be built for from Debian's packages: the first of its media has a boot chain.</summary>
public sealed record BootableBoard : Board
{
    /// <summary>What the board's own drivers depend on; see <see cref="Soc.Prerequisites"/>.</summary>
    public KernelFragment Prerequisites { get; init; } = KernelFragment.Empty;

    /// <summary>The timer that resets the board when it is not fed.</summary>
    public required Watchdog Watchdog { get; init; }

    /// <summary>Settings that apply only on distributions built from Debian's packages.</summary>
    public DebianBoard Debian { get; init; } = new();

    /// <summary>How QEMU emulates this board, where it can.</summary>
    public Emulator? Emulator { get; init; }
}

/// <summary>Marks a static readonly field or property whose value is a board to build.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class BoardAttribute : Attribute;
