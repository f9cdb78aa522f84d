using System.Globalization;

namespace Bsp.Model;

/// <summary>A network interface in a factory configuration. A string converts to an Ethernet port with IPv6.</summary>
public abstract record FactoryInterface
{
    private protected FactoryInterface(InterfaceName name) => Name = name;

    /// <summary>The name.</summary>
    public InterfaceName Name { get; init; }

    /// <summary>Its type in Infix (infix-if-type.yang).</summary>
    public abstract string Type { get; }

    /// <summary>The fixed addresses with their prefix, such as <c>192.168.0.1/24</c>.</summary>
    public Seq<string> Addresses { get; init => field = Seq<string>.Of(value.Select(CheckedAddress)); } = [];

    /// <summary>What is requested from a DHCP server; null for no DHCP.</summary>
    public DhcpClient? Dhcp { get; init; }

    /// <summary>Whether IPv6 is on.</summary>
    public bool Ipv6 { get; init; }

    /// <summary>What is requested from a DHCPv6 server; null for no DHCPv6.</summary>
    public DhcpClient? Dhcpv6 { get; init; }

    /// <summary>An Ethernet port without addresses of its own, with IPv6.</summary>
    public static implicit operator FactoryInterface(string name) => new EthernetInterface(name) { Ipv6 = true };

    private static string CheckedAddress(string address)
    {
        TextRules.Word(address, "an address", ".:/");
        return address.Split('/') is [not "", var prefix]
            && int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            && bits <= (address.IndexOf(':') is not -1 ? 128 : 32)
            ? address
            : throw new ModelException($"the address '{address}' has no prefix; write it as 192.168.0.1/24");
    }
}

/// <summary>An Ethernet port.</summary>
/// <param name="Name">The name.</param>
public sealed record EthernetInterface(InterfaceName Name) : FactoryInterface(Name)
{
    /// <inheritdoc/>
    public override string Type => "ethernet";
}

/// <summary>A bridge.</summary>
/// <param name="Name">The name.</param>
/// <param name="Members">The interfaces that it joins.</param>
public sealed record BridgeInterface(InterfaceName Name, params Seq<FactoryInterface> Members) : FactoryInterface(Name)
{
    /// <inheritdoc/>
    public override string Type => "bridge";
}

/// <summary>A Wi-Fi interface.</summary>
/// <param name="Name">The name.</param>
/// <param name="Radio">The radio that it uses, one of <see cref="FactoryConfig.Radios"/>.</param>
public sealed record WifiInterface(InterfaceName Name, string Radio) : FactoryInterface(Name)
{
    /// <inheritdoc/>
    public override string Type => "wifi";

    /// <summary>The network that it offers; null for one that only scans for networks.</summary>
    public AccessPoint? AccessPoint { get; init; }
}

/// <summary>A network that clients can join.</summary>
/// <param name="Ssid">Its name.</param>
/// <param name="Key">Its passphrase.</param>
public sealed record AccessPoint(string Ssid, WifiKey Key)
{
    /// <summary>Its name; 32 bytes at most (IEEE 802.11).</summary>
    public string Ssid { get; init => field = CheckedSsid(value); } = CheckedSsid(Ssid);

    private static string CheckedSsid(string ssid) => System.Text.Encoding.UTF8.GetByteCount(TextRules.Line(ssid, "an SSID")) <= 32
        ? ssid
        : throw new ModelException($"the SSID '{ssid}' is longer than 32 bytes");
}

/// <summary>A passphrase in the device's key store.</summary>
/// <param name="Name">Its name in the key store.</param>
/// <param name="Passphrase">8 to 63 characters (IEEE 802.11, annex J).</param>
public sealed record WifiKey(string Name, string Passphrase)
{
    /// <summary>8 to 63 characters (IEEE 802.11, annex J).</summary>
    public string Passphrase { get; init => field = CheckedPassphrase(value); } = CheckedPassphrase(Passphrase);

    private static string CheckedPassphrase(string passphrase) => TextRules.Line(passphrase, "a passphrase").Length is >= 8 and <= 63
        ? passphrase
        : throw new ModelException("a passphrase for Wi-Fi has 8 to 63 characters");
}

/// <summary>What a DHCP client requests.</summary>
/// <param name="Options">The options, by Infix's names.</param>
public sealed record DhcpClient(params Seq<DhcpOption> Options);

/// <summary>A DHCP option.</summary>
/// <param name="Id">Infix's name of it, such as <c>vendor-class</c>.</param>
/// <param name="Value">The value that the client sends; null for an option that is only requested.</param>
public sealed record DhcpOption(PlainName Id, string? Value = null)
{
    /// <summary>An option that is requested.</summary>
    // A bare string would become a DhcpOption first, for the constructor that copies one, and so without end.
    public static implicit operator DhcpOption(string id) => new((PlainName)id);
}

/// <summary>A Wi-Fi radio.</summary>
/// <param name="Name">The name, such as <c>radio0</c>.</param>
/// <param name="Country">The regulatory domain: two letters (ISO 3166), or <c>00</c> for the world-wide one.</param>
/// <param name="Band">The band, such as <c>5GHz</c>; null for what its mode needs.</param>
public sealed record WifiRadio(string Name, string Country, string? Band = null)
{
    /// <summary>The channel; used only where there is a band.</summary>
    public string Channel { get; init; } = "auto";
}
