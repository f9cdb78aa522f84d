namespace Bsp.Model;

/// <summary>Who made the board and how its device tree names it.</summary>
public sealed record Identity
{
    /// <summary>The maker, as printed on the board.</summary>
    public required string Vendor { get; init => field = Text.Line(value, "a vendor"); }

    /// <summary>The product's name, as printed on the board; the device tree's root <c>model</c>.</summary>
    public required string Model { get; init => field = Text.Line(value, "a model"); }

    /// <summary>The device tree's root <c>compatible</c>, most specific first (Devicetree Specification 0.4, section 2.3.1).</summary>
    /// <remarks>Empty on a board without a device tree.</remarks>
    public Seq<string> Compatibles { get; init => field = Seq<string>.Of(value.Select(c => Text.Word(c, "a compatible", ",.-_+"))); } = [];
}
