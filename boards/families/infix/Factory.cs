namespace Bsp.Boards.Families.Infix;

/// <summary>Factory configurations: what all devices start with, and the two roles that they start in.</summary>
public static class Factory
{
    /// <summary>The passphrase of all access points, "infixinfix".</summary>
    public static readonly WifiKey WifiKey = new("wifi", "infixinfix");

    /// <summary>A router: a bridge of the LAN ports with 192.168.0.1 and a DHCP server, a WAN port with a firewall.</summary>
    /// <param name="hostname">The name on the network.</param>
    /// <param name="product">The vendor class that the device sends to a DHCP server.</param>
    /// <param name="lan">The ports of the bridge.</param>
    /// <param name="others">Interfaces that are not configured yet.</param>
    public static FactoryConfig Router(string hostname, string product, Seq<FactoryInterface> lan, Seq<FactoryInterface> others) =>
        new(hostname)
        {
            Interfaces =
            [
                new BridgeInterface("br0", lan) { Addresses = ["192.168.0.1/24"] },
                new EthernetInterface("wan")
                {
                    Dhcp = Dhcp(product),
                    Dhcpv6 = new("ntp-server", "client-fqdn", "domain-search", "dns-server"),
                },
                .. others,
            ],
            Data = [RouterData],
        };

    /// <summary>A device in an existing network: <c>eth0</c> is a DHCP client.</summary>
    /// <param name="hostname">The name on the network.</param>
    /// <param name="product">The vendor class that the device sends to a DHCP server.</param>
    /// <param name="others">Interfaces besides <c>eth0</c>.</param>
    public static FactoryConfig EndDevice(string hostname, string product, Seq<FactoryInterface> others) => new(hostname)
    {
        Interfaces = [new EthernetInterface("eth0") { Dhcp = Dhcp(product), Ipv6 = true }, .. others],
        Data =
        [
            """
            { "ietf-system:system": { "ntp": { "enabled": true, "server": [{ "name": "ntp.org", "udp": { "address": "pool.ntp.org" }, "iburst": true }] } } }
            """,
        ],
    };

    /// <summary>An access point with the passphrase that all devices share.</summary>
    /// <param name="name">The interface's name.</param>
    /// <param name="radio">The radio that it uses.</param>
    /// <param name="ssid">The network's name.</param>
    public static FactoryInterface AccessPoint(string name, string radio, string ssid) =>
        new WifiInterface(name, radio) { AccessPoint = new(ssid, WifiKey) };

    private static DhcpClient Dhcp(string product) =>
        new("ntp-server", "broadcast", "domain", new("hostname", "auto"), "dns-server", "router", "netmask", new("vendor-class", product));

    private const string RouterData = """
        {
          "ietf-system:system": { "ntp": { "server": [{ "name": "default", "udp": { "address": "pool.ntp.org" } }] } },
          "infix-dhcp-server:dhcp-server": {
            "option": [{ "id": "ntp-server", "address": "auto" }, { "id": "dns-server", "address": "auto" }, { "id": "router", "address": "auto" }],
            "subnet": [{ "subnet": "192.168.0.0/24", "pool": { "start-address": "192.168.0.100", "end-address": "192.168.0.250" } }]
          },
          "infix-firewall:firewall": {
            "default": "wan",
            "zone": [
              { "name": "lan", "action": "accept", "interface": ["br0"] },
              { "name": "wan", "action": "drop", "interface": ["wan"], "service": ["dhcpv6-client"] }
            ],
            "policy": [{ "name": "lan-to-wan", "action": "accept", "ingress": ["lan"], "egress": ["wan"], "masquerade": true }]
          }
        }
        """;

    /// <summary>What is the same on every device: its loopback, who may do what, and its services.</summary>
    public const string Common = """
        {
          "ieee802-dot1ab-lldp:lldp": { "infix-lldp:enabled": true },
          "ietf-interfaces:interfaces": {
            "interface": [
              {
                "name": "lo",
                "type": "infix-if-type:loopback",
                "ietf-ip:ipv4": { "address": [{ "ip": "127.0.0.1", "prefix-length": 8 }] },
                "ietf-ip:ipv6": { "address": [{ "ip": "::1", "prefix-length": 128 }] }
              }
            ]
          },
          "ietf-keystore:keystore": {
            "asymmetric-keys": {
              "asymmetric-key": [
                {
                  "name": "genkey",
                  "public-key-format": "infix-crypto-types:ssh-public-key-format",
                  "public-key": "",
                  "private-key-format": "infix-crypto-types:rsa-private-key-format",
                  "cleartext-private-key": "",
                  "certificates": {}
                }
              ]
            }
          },
          "ietf-netconf-acm:nacm": {
            "enable-nacm": true,
            "read-default": "permit",
            "write-default": "permit",
            "exec-default": "permit",
            "groups": {
              "group": [{ "name": "admin", "user-name": ["admin"] }, { "name": "operator", "user-name": [] }, { "name": "guest", "user-name": [] }]
            },
            "rule-list": [
              {
                "name": "admin-acl",
                "group": ["admin"],
                "rule": [
                  {
                    "name": "permit-all",
                    "module-name": "*",
                    "access-operations": "*",
                    "action": "permit",
                    "comment": "Allow 'admin' group complete access to all operations and data."
                  }
                ]
              },
              {
                "name": "operator-acl",
                "group": ["operator"],
                "rule": [
                  {
                    "name": "permit-system-rpcs",
                    "module-name": "ietf-system",
                    "rpc-name": "*",
                    "access-operations": "exec",
                    "action": "permit",
                    "comment": "Operators can reboot, shutdown, and set system time."
                  }
                ]
              },
              {
                "name": "guest-acl",
                "group": ["guest"],
                "rule": [
                  {
                    "name": "deny-all-write+exec",
                    "module-name": "*",
                    "access-operations": "create update delete exec",
                    "action": "deny",
                    "comment": "Guests cannot change anything or exec rpcs."
                  }
                ]
              },
              {
                "name": "default-deny-all",
                "group": ["*"],
                "rule": [
                  {
                    "name": "deny-password-access",
                    "path": "/ietf-system:system/authentication/user/password",
                    "access-operations": "*",
                    "action": "deny",
                    "comment": "No user except admins can access password hashes."
                  },
                  {
                    "name": "deny-keystore-access",
                    "module-name": "ietf-keystore",
                    "access-operations": "*",
                    "action": "deny",
                    "comment": "No user except admins can access cryptographic keys."
                  },
                  {
                    "name": "deny-truststore-access",
                    "module-name": "ietf-truststore",
                    "access-operations": "*",
                    "action": "deny",
                    "comment": "No user except admins can access trust store."
                  }
                ]
              }
            ]
          },
          "ietf-netconf-server:netconf-server": {
            "listen": {
              "endpoints": {
                "endpoint": [
                  {
                    "name": "default-ssh",
                    "ssh": {
                      "tcp-server-parameters": { "local-bind": [{ "local-address": "::" }] },
                      "ssh-server-parameters": {
                        "server-identity": { "host-key": [{ "name": "default-key", "public-key": { "central-keystore-reference": "genkey" } }] }
                      }
                    }
                  }
                ]
              }
            }
          },
          "ietf-system:system": {
            "authentication": { "user": [{ "name": "admin", "password": "$factory$", "infix-system:shell": "bash" }] },
            "infix-system:motd-banner": "Li0tLS0tLS0uCnwgIC4gLiAgfCBJbmZpeCBPUyDigJQgSW1tdXRhYmxlLkZyaWVuZGx5LlNlY3VyZQp8LS4gdiAuLXwgaHR0cHM6Ly9rZXJuZWxraXQub3JnCictJy0tLSctJwo="
          },
          "infix-meta:meta": { "version": "1.7" },
          "infix-services:mdns": { "enabled": true },
          "infix-services:ssh": {
            "enabled": true,
            "hostkey": ["genkey"],
            "listen": [{ "name": "ipv4", "address": "0.0.0.0", "port": 22 }, { "name": "ipv6", "address": "::", "port": 22 }]
          },
          "infix-services:web": { "enabled": true, "console": { "enabled": true }, "netbrowse": { "enabled": true }, "restconf": { "enabled": true } }
        }
        """;
}
