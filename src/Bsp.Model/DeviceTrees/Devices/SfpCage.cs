namespace Bsp.Model;

/// <summary>A cage for SFP modules (Documentation/devicetree/bindings/net/sff,sfp.yaml).</summary>
/// <param name="Name">The name of the node below the root, such as <c>sfp-0</c>.</param>
/// <param name="Bus">The label of the module's I²C bus.</param>
public sealed record SfpCage(DtNodeName Name, DtLabel Bus) : DtDevice
{
    /// <summary>A label that ports refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>The line that signals that a module is present.</summary>
    public Gpio? Present { get; init; }

    /// <summary>The line that signals loss of the received signal.</summary>
    public Gpio? SignalLoss { get; init; }

    /// <summary>The line that disables the transmitter.</summary>
    public Gpio? TransmitOff { get; init; }

    /// <summary>The line that signals a fault of the transmitter.</summary>
    public Gpio? TransmitFault { get; init; }

    /// <summary>The line that selects the receiver's rate.</summary>
    public Gpio? ReceiveRate { get; init; }

    /// <summary>The line that selects the transmitter's rate.</summary>
    public Gpio? TransmitRate { get; init; }

    /// <summary>The maximum power of a module, in milliwatts.</summary>
    public uint? MaxMilliwatts { get; init; }

    /// <inheritdoc/>
    public override DtNode Node => new(
        "/" + Name,
        [
            new("compatible", "sff,sfp"),
            new("i2c-bus", new DtCells(Bus)),
            .. Line("mod-def0-gpios", Present),
            .. Line("los-gpios", SignalLoss),
            .. Line("tx-disable-gpios", TransmitOff),
            .. Line("tx-fault-gpios", TransmitFault),
            .. Line("rate-select0-gpios", ReceiveRate),
            .. Line("rate-select1-gpios", TransmitRate),
            .. OneCell("maximum-power-milliwatt", MaxMilliwatts),
        ])
    {
        Label = Label,
    };

    private static Seq<DtProperty> Line(string name, Gpio? line) => line is null ? [] : [new(name, line.Cells)];
}
