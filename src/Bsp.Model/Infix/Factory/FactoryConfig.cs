namespace Bsp.Model;

/// <summary>
/// The configuration of a device when it leaves the factory: <c>/etc/factory-config.cfg</c>, YANG data in JSON (RFC 7951).
/// </summary>
/// <remarks>What all boards have in common is the distribution's (<see cref="InfixDistribution.FactoryData"/>).</remarks>
/// <param name="Hostname">The name on the network; <c>%m</c> stands for the last digits of the MAC address.</param>
public sealed record FactoryConfig(string Hostname)
{
    /// <summary>The name on the network; <c>%m</c> stands for the last digits of the MAC address.</summary>
    public string Hostname { get; init => field = TextRules.Word(value, "a host name", "-%"); } =
        TextRules.Word(Hostname, "a host name", "-%");

    /// <summary>The interfaces besides the loopback, in any order; the members of a bridge are in the bridge.</summary>
    public Seq<FactoryInterface> Interfaces { get; init; } = [];

    /// <summary>The USB ports that are unlocked, as <c>/chosen/infix</c> names them.</summary>
    public Seq<PlainName> Usb { get; init; } = [];

    /// <summary>The Wi-Fi radios.</summary>
    public Seq<WifiRadio> Radios { get; init; } = [];

    /// <summary>Everything else, as JSON; merged with what the other members state.</summary>
    public Seq<JsonData> Data { get; init; } = [];
}
