using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families.Infix;

/// <summary>What Infix needs of any kernel, whatever the architecture: these symbols have the same values in all of its kernels.</summary>
public static class Features
{
    /// <summary>Init, accounting and what happens when the kernel hangs.</summary>
    public static readonly Feature Core = new()
    {
        Name = "core",
        Kernel = Y("BOOTPARAM_HARDLOCKUP_PANIC", "BSD_PROCESS_ACCT", "BSD_PROCESS_ACCT_V3", "DEBUG_FS", "HARDLOCKUP_DETECTOR")
            + Y("HIGH_RES_TIMERS", "IKCONFIG", "IKCONFIG_PROC", "KALLSYMS_ALL", "MAGIC_SYSRQ", "MODULES", "MODULE_UNLOAD", "NO_HZ_IDLE")
            + Y("PANIC_ON_OOPS", "POSIX_MQUEUE", "PROFILING", "SYSVIPC", "TASKSTATS", "TASK_DELAY_ACCT", "TASK_IO_ACCOUNTING", "TASK_XACCT")
            + Y("WQ_WATCHDOG")
            + M("TEST_LOCKUP")
            + N("GCC_PLUGINS")
            + Int("PANIC_TIMEOUT", 20),
    };

    /// <summary>Limits and namespaces for containers.</summary>
    public static readonly Feature Containers = new()
    {
        Name = "containers",
        Kernel = Y("BPF_JIT", "BPF_SYSCALL", "CFS_BANDWIDTH", "CGROUP_BPF", "CGROUP_CPUACCT", "CGROUP_DEVICE", "CGROUP_FREEZER")
            + Y("CGROUP_PERF", "CGROUP_PIDS", "CPUSETS", "MEMCG", "RT_GROUP_SCHED", "SCHED_AUTOGROUP", "USER_NS"),
    };

    /// <summary>Block devices and filesystems.</summary>
    public static readonly Feature Storage = new()
    {
        Name = "storage",
        Kernel = Y("9P_FS", "ATA", "BLK_CGROUP", "BLK_DEV_DM", "BLK_DEV_INITRD", "BLK_DEV_LOOP", "BLK_DEV_NULL_BLK", "BLK_DEV_RAM")
            + Y("BLK_DEV_SD", "BTRFS_FS", "BTRFS_FS_POSIX_ACL", "DM_VERITY", "DM_VERITY_VERIFY_ROOTHASH_SIG", "EXFAT_FS")
            + Y("EXT2_FS", "EXT2_FS_POSIX_ACL", "EXT4_FS_POSIX_ACL", "FUSE_FS", "MD", "NET_9P", "NET_9P_VIRTIO")
            + Y("NLS_CODEPAGE_437", "NLS_ISO8859_1", "NLS_ISO8859_15", "NLS_UTF8", "OVERLAY_FS", "SCSI_VIRTIO")
            + Y("SQUASHFS", "SQUASHFS_LZO", "SQUASHFS_XZ", "SQUASHFS_ZSTD", "TMPFS", "TMPFS_POSIX_ACL", "VFAT_FS", "VIRTIO_FS")
            + String("NLS_DEFAULT", "iso8859-15"),
    };

    /// <summary>Bridges, VLANs, tunnels, routing and traffic control.</summary>
    public static readonly Feature Network = new()
    {
        Name = "network",
        Kernel = Y("BRIDGE", "BRIDGE_CFM", "BRIDGE_MRP", "BRIDGE_VLAN_FILTERING", "IPV6_MROUTE", "IPV6_MROUTE_MULTIPLE_TABLES")
            + Y("IPV6_MULTIPLE_TABLES", "IPV6_PIMSM_V2", "IPV6_SUBTREES", "IP_ADVANCED_ROUTER", "IP_MROUTE", "IP_MROUTE_MULTIPLE_TABLES")
            + Y("IP_MULTICAST", "IP_MULTIPLE_TABLES", "IP_PIMSM_V1", "IP_PIMSM_V2", "IP_ROUTE_MULTIPATH", "LWTUNNEL", "MPLS", "NET")
            + Y("NETDEVICES", "NETLINK_DIAG", "NETWORK_PHY_TIMESTAMPING", "NET_CLS_BASIC", "NET_CLS_BPF", "NET_CLS_FLOWER")
            + Y("NET_FOU_IP_TUNNELS", "NET_IPGRE_BROADCAST", "NET_MPLS_GSO", "NET_PKTGEN", "NET_SCHED", "NET_VRF", "NLMON", "PACKET")
            + Y("VLAN_8021Q", "VLAN_8021Q_GVRP", "VLAN_8021Q_MVRP", "XDP_SOCKETS", "XDP_SOCKETS_DIAG")
            + M("BAREUDP", "BONDING", "DUMMY", "GENEVE", "IPV6_GRE", "IPVLAN", "IPVTAP", "MACSEC", "MACVLAN", "MACVTAP", "MPLS_IPTUNNEL")
            + M("MPLS_ROUTING", "NET_IPGRE", "NET_IPGRE_DEMUX", "NET_IPIP", "NET_IPVTI", "TUN", "VETH", "VXLAN"),
    };

    /// <summary>Firewall, bridges' filters and connection tracking.</summary>
    public static readonly Feature Filtering = new()
    {
        Name = "filtering",
        Kernel = Y("BRIDGE_NETFILTER", "NETFILTER", "NETFILTER_NETLINK_LOG", "NETFILTER_NETLINK_QUEUE")
            + Y("NF_CONNTRACK", "NF_CONNTRACK_EVENTS", "NF_CONNTRACK_FTP", "NF_TABLES", "NF_TABLES_INET", "NF_TABLES_NETDEV")
            + M("BRIDGE_EBT_802_3", "BRIDGE_EBT_ARP", "BRIDGE_EBT_ARPREPLY", "BRIDGE_EBT_DNAT", "BRIDGE_EBT_IP", "BRIDGE_EBT_IP6")
            + M("BRIDGE_EBT_LIMIT", "BRIDGE_EBT_LOG", "BRIDGE_EBT_NFLOG", "BRIDGE_EBT_PKTTYPE", "BRIDGE_EBT_REDIRECT", "BRIDGE_EBT_SNAT")
            + M("BRIDGE_EBT_STP", "BRIDGE_EBT_VLAN", "BRIDGE_NF_EBTABLES", "IP6_NF_IPTABLES", "IP6_NF_MATCH_AH", "IP6_NF_MATCH_EUI64")
            + M("IP6_NF_MATCH_IPV6HEADER", "IP6_NF_TARGET_NPT", "IP6_NF_TARGET_REJECT", "IP_NF_IPTABLES", "IP_NF_TARGET_REJECT")
            + M("NETFILTER_XT_MATCH_ADDRTYPE", "NETFILTER_XT_MATCH_BPF", "NETFILTER_XT_MATCH_CGROUP", "NETFILTER_XT_MATCH_COMMENT")
            + M("NETFILTER_XT_MATCH_CONNLABEL", "NETFILTER_XT_MATCH_CONNMARK", "NETFILTER_XT_MATCH_CONNTRACK", "NETFILTER_XT_MATCH_DSCP")
            + M("NETFILTER_XT_MATCH_HELPER", "NETFILTER_XT_MATCH_LIMIT", "NETFILTER_XT_MATCH_MAC", "NETFILTER_XT_MATCH_MARK")
            + M("NETFILTER_XT_MATCH_MULTIPORT", "NETFILTER_XT_MATCH_PHYSDEV", "NETFILTER_XT_TARGET_CHECKSUM", "NETFILTER_XT_TARGET_LOG")
            + M("NFT_BRIDGE_META", "NFT_COMPAT", "NFT_CONNLIMIT", "NFT_CT", "NFT_DUP_NETDEV", "NFT_FWD_NETDEV", "NFT_HASH", "NFT_LIMIT")
            + M("NFT_LOG", "NFT_MASQ", "NFT_NAT", "NFT_OSF", "NFT_QUEUE", "NFT_REDIR", "NFT_REJECT", "NFT_REJECT_NETDEV", "NFT_SOCKET")
            + M("NFT_TUNNEL", "NFT_XFRM", "NF_CONNTRACK_BRIDGE", "NF_TABLES_BRIDGE"),
    };

    /// <summary>Buses, lights and what emulators offer.</summary>
    public static readonly Feature Devices = new()
    {
        Name = "devices",
        Kernel = Y("DEVTMPFS", "DEVTMPFS_MOUNT", "FW_CFG_SYSFS", "FW_CFG_SYSFS_CMDLINE", "INPUT_EVDEV")
            + Y("LEDS_CLASS", "LEDS_TRIGGERS", "LEDS_TRIGGER_HEARTBEAT", "LEDS_TRIGGER_TIMER", "NEW_LEDS", "PCI", "UEVENT_HELPER")
            + Y("USB", "USB_ANNOUNCE_NEW_DEVICES", "VIRTIO_BLK", "VIRTIO_CONSOLE", "VIRTIO_NET", "WATCHDOG")
            + String("UEVENT_HELPER_PATH", "/sbin/hotplug"),
    };
}
