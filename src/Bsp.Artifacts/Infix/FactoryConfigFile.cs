using System.Text;
using Bsp.Artifacts.Boards;
using Bsp.Model;

namespace Bsp.Artifacts.Infix;

/// <summary><c>factory-config.cfg</c>: what the distribution has on every board, merged with what the board states.</summary>
internal static class FactoryConfigFile
{
    private const string Interfaces = "ietf-interfaces:interfaces";

    public static string Of(FactoryConfig config, InfixDistribution distribution)
    {
        var interfaces = Flat(config.Interfaces).ToList();
        var data = config.Data.Select(part => part.Value)
            .Prepend(Object(("ietf-system:system", Object(("hostname", Text(config.Hostname))))))
            .Prepend(Object((Interfaces, Object(("interface", Array(interfaces.Select(each => Of(each.Interface, each.Bridge))))))))
            .Concat(Hardware(config))
            .Concat(Keys(interfaces.Select(each => each.Interface)))
            .Aggregate(distribution.FactoryData.Value, DataMerge.Join);
        return JsonText.Of(
            new DataObject(Seq<DataMember>.Of(data.Members.Select(Sorted).OrderBy(member => member.Name, StringComparer.Ordinal))));
    }

    /// <summary>All interfaces: the members of a bridge after it, with its name.</summary>
    public static IEnumerable<(FactoryInterface Interface, string? Bridge)> Flat(
        Seq<FactoryInterface> interfaces, string? bridge = null) =>
        interfaces.SelectMany(each => (each is BridgeInterface of ? Flat(of.Members, of.Name) : []).Prepend((each, bridge)));

    // As Infix itself saves them: by name.
    private static DataMember Sorted(DataMember module)
    {
        if (module.Name != Interfaces || module.Value is not DataObject { Members: [{ Value: DataList list } member] })
            return module;
        var byName = list.Items.Cast<DataObject>().OrderBy(Name, StringComparer.Ordinal).ToList();
        if (byName.GroupBy(Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ModelException($"a factory configuration has two interfaces named '{twice.Key}'");
        return new(module.Name, Object((member.Name, Array(byName))));

        static string Name(DataObject item) => ((DataText)item.Members.First(member => member.Name == "name").Value).Value;
    }

    private static DataObject Of(FactoryInterface item, string? bridge)
    {
        var members = new List<(string, DataNode)> { ("name", Text(item.Name)), ("type", Text("infix-if-type:" + item.Type)) };
        if (Ip(item.Addresses.Where(address => !IsIpv6(address)), "infix-dhcp-client:dhcp", item.Dhcp) is { Members.Count: > 0 } ipv4)
            members.Add(("ietf-ip:ipv4", ipv4));
        if (Ip(item.Addresses.Where(IsIpv6), "infix-dhcpv6-client:dhcp", item.Dhcpv6) is var ipv6 && (item.Ipv6 || ipv6.Members.Count > 0))
            members.Add(("ietf-ip:ipv6", ipv6));
        if (item is WifiInterface wifi)
            members.Add(("infix-interfaces:wifi", Of(wifi)));
        if (bridge is not null)
            members.Add(("infix-interfaces:bridge-port", Object(("bridge", Text(bridge)))));
        return Object([.. members]);
    }

    private static bool IsIpv6(string address) => address.IndexOf(':') is not -1;

    private static DataObject Ip(IEnumerable<string> addresses, string dhcp, DhcpClient? client)
    {
        var members = new List<(string, DataNode)>();
        var fixedOnes = addresses.Select(address => address.Split('/'))
            .Select(parts => Object(("ip", Text(parts[0])), ("prefix-length", new DataLiteral(parts[1]))))
            .ToList();
        if (fixedOnes.Count > 0)
            members.Add(("address", Array(fixedOnes)));
        if (client is not null)
            members.Add((dhcp, Object(("option", Array(client.Options.Select(Of))))));
        return Object([.. members]);
    }

    private static DataObject Of(DhcpOption option) => option.Value is { } value
        ? Object(("id", Text(option.Id)), ("value", Text(value)))
        : Object(("id", Text(option.Id)));

    private static DataObject Of(WifiInterface wifi) => wifi.AccessPoint is { } point
        ? Object(
            ("radio", Text(wifi.Radio)),
            ("access-point", Object(("ssid", Text(point.Ssid)), ("security", Object(("secret", Text(point.Key.Name)))))))
        : Object(("radio", Text(wifi.Radio)));

    private static IEnumerable<DataObject> Hardware(FactoryConfig config)
    {
        List<DataObject> components =
        [
            .. config.Usb.Select(
                port => Object(
                    ("name", Text(port)), ("class", Text("infix-hardware:usb")), ("state", Object(("admin-state", Text("unlocked")))))),
            .. config.Radios.Select(
                radio => Object(
                    ("name", Text(radio.Name)), ("class", Text("infix-hardware:wifi")), ("infix-hardware:wifi-radio", Of(radio)))),
        ];
        return components.Count > 0 ? [Object(("ietf-hardware:hardware", Object(("component", Array(components)))))] : [];
    }

    private static DataObject Of(WifiRadio radio) => radio.Band is { } band
        ? Object(("country-code", Text(radio.Country)), ("band", Text(band)), ("channel", Text(radio.Channel)))
        : Object(("country-code", Text(radio.Country)));

    private static IEnumerable<DataObject> Keys(IEnumerable<FactoryInterface> interfaces)
    {
        var keys = interfaces.OfType<WifiInterface>()
            .Select(wifi => wifi.AccessPoint?.Key)
            .OfType<WifiKey>()
            .Distinct()
            .Select(key => Object(
                ("name", Text(key.Name)),
                ("cleartext-symmetric-key", Text(Convert.ToBase64String(Encoding.UTF8.GetBytes(key.Passphrase)))),
                ("key-format", Text("infix-crypto-types:passphrase-key-format")))).ToList();
        return keys.Count > 0
            ? [Object(("ietf-keystore:keystore", Object(("symmetric-keys", Object(("symmetric-key", Array(keys)))))))]
            : [];
    }

    private static DataObject Object(params (string Name, DataNode Value)[] members) =>
        new(Seq<DataMember>.Of(members.Select(member => new DataMember(member.Name, member.Value))));

    private static DataList Array(IEnumerable<DataObject> items) => new(Seq<DataNode>.Of(items));

    private static DataText Text(string text) => new(text);
}
