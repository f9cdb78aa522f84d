namespace Bsp.Model;

/// <summary>A system on chip, or the chipset that boards of a family share.</summary>
public sealed record Soc
{
    /// <summary>The name, such as <c>rk3328</c>.</summary>
    public required OneLine Name { get; init; }

    /// <summary>The instruction set.</summary>
    public required Architecture Architecture { get; init; }

    /// <summary>What its drivers and cores depend on in a kernel in which everything that is not requested is off.</summary>
    /// <remarks>A distribution that starts from the kernel's own defaults, such as Infix, has these anyway and ignores them.</remarks>
    public KernelFragment Prerequisites { get; init; } = KernelFragment.Empty;

    /// <summary>What every board with this SoC requests of the kernel.</summary>
    public KernelFragment Kernel { get; init; } = KernelFragment.Empty;

    /// <summary>
    /// Where U-Boot loads the kernel and what belongs to it, which depends on the SoC's memory map; null for U-Boot's own addresses.
    /// </summary>
    public LoadAddresses? Load { get; init; }
}
