namespace Bsp.Model;

/// <summary>A cage for SFP modules (Documentation/devicetree/bindings/net/sff,sfp.yaml).</summary>
/// <param name="Name">The node below the root, such as <c>sfp-0</c>.</param>
/// <param name="Bus">The label of the I²C bus that the module answers on.</param>
public sealed record SfpCage(DtNodeName Name, DtLabel Bus) : DtDevice
{
    /// <summary>A label that ports refer to.</summary>
    public DtLabel? Label { get; init; }

    /// <summary>The line by which a module says that it is there.</summary>
    public Gpio? Present { get; init; }

    /// <summary>The line by which a module says that it receives nothing.</summary>
    public Gpio? SignalLoss { get; init; }

    /// <summary>The line that switches a module's transmitter off.</summary>
    public Gpio? TransmitOff { get; init; }

    /// <summary>The line by which a module says that its transmitter is at fault.</summary>
    public Gpio? TransmitFault { get; init; }

    /// <summary>The line that chooses the speed of the receiver.</summary>
    public Gpio? ReceiveRate { get; init; }

    /// <summary>The line that chooses the speed of the transmitter.</summary>
    public Gpio? TransmitRate { get; init; }

    /// <summary>The power that a module may take, in milliwatts.</summary>
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
