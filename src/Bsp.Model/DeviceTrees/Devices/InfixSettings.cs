namespace Bsp.Model;

/// <summary>What Infix reads from the device tree about a board: <c>/chosen/infix</c>.</summary>
public sealed record InfixSettings : DtDevice
{
    /// <summary>
    /// The factory password as crypt(5) hashes it, such as <c>$5$…</c>; null where each device has its own in its VPD.
    /// </summary>
    public string? FactoryPasswordHash { get; init => field = value is null ? null : CheckedHash(value); }

    /// <summary>The USB ports that a user can lock, each with its controller's label.</summary>
    public Seq<InfixUsbPort> UsbPorts { get; init; } = [];

    /// <summary>Labels of the memories that hold the board's vital product data (VPD).</summary>
    public Seq<DtLabel> Vpds { get; init; } = [];

    /// <inheritdoc/>
    public override DtNode Node => new(
        "/chosen/infix",
        [
            .. OneText("factory-password-hash", FactoryPasswordHash),
            .. UsbPorts.Count == 0
                ? (Seq<DtProperty>)[]
                : [new(
                    "usb-ports", new DtCells(Seq<DtCell>.Of(UsbPorts.Select(port => (DtCell)port.Controller)))),
                    new("usb-port-names", Seq<DtValue>.Of(UsbPorts.Select(port => (DtValue)port.Name)))],
            .. Vpds.Count == 0 ? (Seq<DtProperty>)[] : [new("vpds", new DtCells(Seq<DtCell>.Of(Vpds.Select(label => (DtCell)label))))],
        ]);

    internal static string CheckedHash(string hash) =>
        hash is ['$', ..]
            ? hash
            : throw new ModelException("the factory password must be a hash as 'mkpasswd' prints it, which begins with '$'");
}

/// <summary>A USB port that a user can lock.</summary>
/// <param name="Name">What users call it.</param>
/// <param name="Controller">The label of its controller.</param>
public sealed record InfixUsbPort(string Name, DtLabel Controller);
