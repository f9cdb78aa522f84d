using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families.Infix;

/// <summary>
/// Firewall and connection tracking, as the kernels of several architectures have them beyond <see cref="Features.Filtering"/>.
/// </summary>
public static class Filtering
{
    /// <summary>Sets of addresses, nftables, tracked protocols, and iptables with the tables that nftables has replaced.</summary>
    public static readonly KernelFragment WithLegacyTables = IpSets
        + Y("NETFILTER_XTABLES_LEGACY")
        + NfTables
        + Tracking
        + M("IP6_NF_MATCH_FRAG", "IP6_NF_MATCH_HL", "IP6_NF_MATCH_MH", "IP6_NF_MATCH_OPTS", "IP6_NF_MATCH_RPFILTER", "IP6_NF_MATCH_RT")
        + M("IP6_NF_MATCH_SRH", "IP6_NF_NAT", "IP6_NF_RAW")
        + M("IP6_NF_TARGET_HL", "IP6_NF_TARGET_MASQUERADE", "IP6_NF_TARGET_SYNPROXY")
        + M("IP_NF_ARPFILTER", "IP_NF_ARP_MANGLE", "IP_NF_MATCH_AH", "IP_NF_MATCH_ECN", "IP_NF_MATCH_RPFILTER", "IP_NF_MATCH_TTL")
        + M("IP_NF_NAT", "IP_NF_RAW", "IP_NF_TARGET_ECN", "IP_NF_TARGET_MASQUERADE", "IP_NF_TARGET_NETMAP", "IP_NF_TARGET_REDIRECT")
        + M("IP_NF_TARGET_SYNPROXY", "IP_NF_TARGET_TTL", "NFT_BRIDGE_REJECT");

    /// <summary>The same, but for those tables.</summary>
    public static readonly KernelFragment WithoutLegacyTables = IpSets
        + NfTables
        + Tracking
        + M("IP6_NF_MATCH_FRAG", "IP6_NF_MATCH_HL", "IP6_NF_MATCH_MH", "IP6_NF_MATCH_OPTS", "IP6_NF_MATCH_RPFILTER", "IP6_NF_MATCH_RT")
        + M("IP6_NF_MATCH_SRH", "IP6_NF_TARGET_SYNPROXY")
        + M("IP_NF_ARP_MANGLE", "IP_NF_MATCH_AH", "IP_NF_MATCH_ECN", "IP_NF_MATCH_RPFILTER", "IP_NF_MATCH_TTL")
        + M("IP_NF_TARGET_ECN", "IP_NF_TARGET_SYNPROXY", "NFT_BRIDGE_REJECT");

    private static KernelFragment IpSets =>
        Y("IP_SET", "IP_SET_BITMAP_IP", "IP_SET_BITMAP_IPMAC", "IP_SET_BITMAP_PORT")
        + Y("IP_SET_HASH_IP", "IP_SET_HASH_IPMAC", "IP_SET_HASH_IPMARK", "IP_SET_HASH_IPPORT", "IP_SET_HASH_IPPORTIP")
        + Y("IP_SET_HASH_IPPORTNET", "IP_SET_HASH_MAC", "IP_SET_HASH_NET", "IP_SET_HASH_NETIFACE", "IP_SET_HASH_NETNET")
        + Y("IP_SET_HASH_NETPORT", "IP_SET_HASH_NETPORTNET", "IP_SET_LIST_SET", "NETFILTER_NETLINK_GLUE_CT");

    private static KernelFragment NfTables =>
        Y("NFT_DUP_IPV4", "NFT_DUP_IPV6", "NFT_FIB_INET", "NFT_FIB_IPV4", "NFT_FIB_IPV6", "NFT_FIB_NETDEV")
        + Y("NFT_FLOW_OFFLOAD", "NFT_NUMGEN", "NFT_QUOTA", "NFT_SYNPROXY", "NFT_TPROXY");

    private static KernelFragment Tracking =>
        Y("NF_CONNTRACK_AMANDA", "NF_CONNTRACK_H323", "NF_CONNTRACK_IRC", "NF_CONNTRACK_NETBIOS_NS", "NF_CONNTRACK_PPTP")
        + Y("NF_CONNTRACK_PROCFS", "NF_CONNTRACK_SANE", "NF_CONNTRACK_SIP", "NF_CONNTRACK_SNMP", "NF_CONNTRACK_TFTP")
        + Y("NF_CONNTRACK_TIMEOUT", "NF_CONNTRACK_TIMESTAMP", "NF_CONNTRACK_ZONES")
        + Y("NF_CT_NETLINK", "NF_CT_NETLINK_HELPER", "NF_CT_NETLINK_TIMEOUT")
        + Y("NF_FLOW_TABLE", "NF_FLOW_TABLE_INET", "NF_LOG_ARP", "NF_LOG_IPV4", "NF_TABLES_ARP");
}
