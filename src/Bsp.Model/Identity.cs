namespace Bsp.Model;

/// <summary>The maker of the board, and its names in the device tree.</summary>
public sealed record Identity
{
    /// <summary>The maker, as printed on the board.</summary>
    public required OneLine Vendor { get; init; }

    /// <summary>The product's name, as printed on the board; the device tree's root <c>model</c>.</summary>
    public required OneLine Model { get; init; }

    /// <summary>The device tree's root <c>compatible</c>, most specific first (Devicetree Specification 0.4, section 2.3.1).</summary>
    /// <remarks>Empty on a board without a device tree.</remarks>
    public Seq<Compatible> Compatibles { get; init; } = [];
}
