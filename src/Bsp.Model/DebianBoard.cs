namespace Bsp.Model;

/// <summary>Settings of a board, beyond its hardware, that apply only on distributions built from Debian's packages.</summary>
public sealed record DebianBoard
{
    /// <summary>What the board changes in U-Boot's configuration beyond what the hardware and the distribution change.</summary>
    public KernelFragment UBootConfig { get; init; } = KernelFragment.Empty;

    /// <summary>The size of each slot's root filesystem with its hash tree; null for the distribution's.</summary>
    public ByteSize? SlotRoot { get; init; }

    /// <summary>The size of what each slot's bootloader loads; null for the distribution's.</summary>
    public ByteSize? SlotBoot { get; init; }
}
