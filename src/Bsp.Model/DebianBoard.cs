namespace Bsp.Model;

/// <summary>What is special of a board on distributions of Debian's packages, beyond the hardware.</summary>
public sealed record DebianBoard
{
    /// <summary>What the board changes in U-Boot's configuration beyond what the hardware and the distribution do.</summary>
    public KernelFragment UBootConfig { get; init; } = KernelFragment.Empty;

    /// <summary>The size of each slot's root filesystem with its hash tree; null for the distribution's.</summary>
    public ByteSize? SlotRoot { get; init; }

    /// <summary>The size of what each slot's bootloader loads; null for the distribution's.</summary>
    public ByteSize? SlotBoot { get; init; }
}
