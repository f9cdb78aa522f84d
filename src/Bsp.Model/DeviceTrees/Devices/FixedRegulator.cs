namespace Bsp.Model;

/// <summary>
/// A supply with a fixed voltage, which a GPIO may switch (Documentation/devicetree/bindings/regulator/fixed-regulator.yaml).
/// </summary>
/// <param name="Name">The rail as the schematic has it, such as <c>vcc-3v3</c>.</param>
/// <param name="Microvolts">The voltage, in microvolts; null where no consumer needs to know it.</param>
public sealed record FixedRegulator(DtNodeName Name, uint? Microvolts = null) : DtDevice
{
    /// <summary>The node's name below the root; null for <c>regulator-</c> and <see cref="Name"/>.</summary>
    public DtNodeName? NodeName { get; init; }

    /// <summary>A label that its consumers refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>
    /// The line that switches it on; its level becomes <c>enable-active-high</c>, because the binding ignores the flag of the line.
    /// </summary>
    public Gpio? Enable { get; init; }

    /// <summary>How long it takes to settle, in microseconds.</summary>
    public uint? StartupMicroseconds { get; init; }

    /// <summary>The label of the supply that feeds it.</summary>
    public DtLabel? Input { get; init; }

    /// <summary>Whether it is never switched off.</summary>
    public bool IsAlwaysOn { get; init; }

    /// <summary>Whether the bootloader has left it on.</summary>
    public bool IsOnAtBoot { get; init; }

    /// <summary>Additional properties of the node.</summary>
    public Seq<DtProperty> Properties { get; init; } = [];

    /// <inheritdoc/>
    public override DtNode Node => new(
        "/" + (NodeName ?? "regulator-" + Name),
        [
            new("compatible", "regulator-fixed"),
            new("regulator-name", Name.Value),
            .. OneCell("regulator-min-microvolt", Microvolts),
            .. OneCell("regulator-max-microvolt", Microvolts),
            .. Flag("enable-active-high", Enable is { Level: GpioLevel.ActiveHigh }),
            .. Enable is null ? (Seq<DtProperty>)[] : [new("gpio", Enable.Cells)],
            .. OneCell("startup-delay-us", StartupMicroseconds),
            .. OneReference("vin-supply", Input),
            .. Flag("regulator-always-on", IsAlwaysOn),
            .. Flag("regulator-boot-on", IsOnAtBoot),
            .. Properties,
        ])
    {
        Label = Label,
    };
}
