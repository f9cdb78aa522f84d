namespace Bsp.Model;

/// <summary>A system on chip, or the chipset that boards of a family share.</summary>
public sealed record Soc
{
    /// <summary>The name, such as <c>rk3328</c>.</summary>
    public required string Name { get; init => field = Text.Line(value, "a SoC name"); }

    /// <summary>The instruction set and how to build for it.</summary>
    public required Architecture Architecture { get; init; }

    /// <summary>What every board with this chip asks of the kernel.</summary>
    public KernelFragment Kernel { get; init; } = KernelFragment.Empty;
}
