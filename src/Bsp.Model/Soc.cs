namespace Bsp.Model;

/// <summary>A system on chip, or the chipset that boards of a family share.</summary>
public sealed record Soc
{
    /// <summary>The name, such as <c>rk3328</c>.</summary>
    public required OneLine Name { get; init; }

    /// <summary>The instruction set and how to build for it.</summary>
    public required Architecture Architecture { get; init; }

    /// <summary>What its drivers stand on, and what its cores need, of a kernel in which everything is off that nobody asks for.</summary>
    /// <remarks>A distribution that starts from the kernel's own defaults, as Infix does, has it already and is not asked.</remarks>
    public KernelFragment Prerequisites { get; init; } = KernelFragment.Empty;

    /// <summary>What every board with this chip asks of the kernel.</summary>
    public KernelFragment Kernel { get; init; } = KernelFragment.Empty;

    /// <summary>
    /// Where U-Boot puts what it loads, which depends on where the chip has its memory; null where U-Boot's own addresses do.
    /// </summary>
    public LoadAddresses? Load { get; init; }
}
