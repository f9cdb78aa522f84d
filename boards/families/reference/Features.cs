using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families.Reference;

/// <summary>What the reference distribution can do, whatever the board.</summary>
public static class Features
{
    /// <summary>A kernel that runs an init and programs.</summary>
    public static readonly Feature Base = new()
    {
        Name = "base",
        Kernel = Y("EXPERT").Because("makes the symbols below visible")
            + Y("SMP", "PRINTK", "BUG", "MULTIUSER")
            + Y("PROC_FS", "PROC_SYSCTL", "SYSFS", "TMPFS", "TMPFS_XATTR", "SHMEM", "DEVTMPFS", "DEVTMPFS_MOUNT")
            + Y("BINFMT_ELF", "BINFMT_SCRIPT")
            + Y("FUTEX", "EPOLL", "SIGNALFD", "TIMERFD", "EVENTFD", "AIO", "ADVISE_SYSCALLS", "MEMBARRIER", "FHANDLE")
            + Y("POSIX_TIMERS", "POSIX_MQUEUE", "SYSVIPC", "FILE_LOCKING", "INOTIFY_USER", "HIGH_RES_TIMERS", "NO_HZ_IDLE", "KALLSYMS")
            + Y("TTY", "UNIX98_PTYS", "MAGIC_SYSRQ", "KEYS", "SECCOMP", "SECCOMP_FILTER", "STACKPROTECTOR", "STACKPROTECTOR_STRONG")
            + Int("NR_CPUS", 8)
            + Int("PANIC_TIMEOUT", 5).Because("a panic resets, and the bootloader counts the try")
            + Y("RTC_CLASS", "RTC_HCTOSYS", "RTC_INTF_DEV", "RTC_INTF_SYSFS", "RTC_SYSTOHC")
                .Because("certificates are judged by the clock"),
        Packages = ["busybox-static", "jq"],
        Files = ["/bin/busybox", "/usr/bin/jq"],
    };

    /// <summary>The read-only root filesystem, and the writable filesystems.</summary>
    public static readonly Feature Immutable =
        ImmutableWith(Y("BLK_DEV_WRITE_MOUNTED").Because("resize2fs grows /var while it is mounted, under its journal"));

    /// <summary>The same on Linux before 6.8, where nothing keeps resize2fs from a mounted disk.</summary>
    public static readonly Feature ImmutableBefore6_8 = ImmutableWith(Empty);

    private static Feature ImmutableWith(KernelFragment writeMounted) => new()
    {
        Name = "immutable",
        Kernel = Y("BLOCK", "BLK_DEV", "BLK_DEV_LOOP", "PARTITION_ADVANCED", "EFI_PARTITION", "MD", "BLK_DEV_DM", "DM_VERITY", "DM_INIT")
            + Y("MISC_FILESYSTEMS", "SQUASHFS", "SQUASHFS_XATTR", "SQUASHFS_ZLIB", "SQUASHFS_ZSTD")
            + Y("EXT4_FS", "EXT4_FS_POSIX_ACL", "OVERLAY_FS")
            + writeMounted
            + Y("VFAT_FS", "FAT_DEFAULT_UTF8", "NLS_CODEPAGE_437", "NLS_ISO8859_1", "CRYPTO", "CRYPTO_SHA256"),
        Packages = ["util-linux", "fdisk", "e2fsprogs"],
        Files = ["/usr/bin/partx", "/sbin/sfdisk", "/sbin/resize2fs", "/sbin/mke2fs", "/sbin/e2fsck"],
    };

    /// <summary>Addresses, bridges and VLANs, and a way in over the network.</summary>
    public static readonly Feature Network = new()
    {
        Name = "network",
        Kernel = Y("NET", "UNIX", "PACKET", "INET", "IPV6", "NETDEVICES", "NET_CORE")
            + Y("DUMMY", "VETH", "BRIDGE", "BRIDGE_VLAN_FILTERING", "VLAN_8021Q", "TUN")
            + Y("NETFILTER", "NETFILTER_ADVANCED", "NF_CONNTRACK", "NF_TABLES", "NF_TABLES_INET", "NF_TABLES_IPV4", "NF_TABLES_IPV6")
            + Y("NFT_CT", "NFT_NAT", "NFT_MASQ", "NFT_REJECT"),
        Packages = ["dropbear-bin"],
        Files = ["/usr/sbin/dropbear", "/usr/bin/dropbearkey"],
    };

    /// <summary>OCI containers below /var.</summary>
    public static readonly Feature Containers = new()
    {
        Name = "containers",
        Kernel = Y("CGROUPS", "MEMCG", "BLK_CGROUP", "CGROUP_SCHED", "FAIR_GROUP_SCHED", "CFS_BANDWIDTH")
            + Y("CGROUP_PIDS", "CGROUP_FREEZER", "CPUSETS", "CGROUP_DEVICE")
            + Y("NAMESPACES", "UTS_NS", "IPC_NS", "USER_NS", "PID_NS", "NET_NS", "BPF_SYSCALL", "CGROUP_BPF"),
        Packages = ["crun", "umoci"],
        Files = ["/usr/bin/crun", "/usr/bin/umoci"],
    };

    /// <summary>Signed updates into the slot that does not run, and a reset when the system hangs.</summary>
    public static readonly Feature Update = new()
    {
        Name = "update",
        Kernel = Y("WATCHDOG", "WATCHDOG_CORE", "WATCHDOG_SYSFS", "WATCHDOG_HANDLE_BOOT_ENABLED", "CRYPTO_USER_API_HASH"),
        Packages = ["rauc", "dbus-daemon"],
        Files = ["/usr/bin/rauc", "/usr/bin/dbus-daemon"],
    };

    /// <summary>The programs that read and write U-Boot's environment, for RAUC and the counters.</summary>
    public static readonly Feature UBootTools = new()
    {
        Name = "u-boot-tools",
        Packages = ["libubootenv-tool"],
        Files = ["/usr/bin/fw_printenv", "/usr/bin/fw_setenv"],
    };

    /// <summary>The program that reads and writes GRUB's environment block, for RAUC and the counters.</summary>
    public static readonly Feature GrubTools = new() { Name = "grub-tools", Packages = ["grub-common"], Files = ["/usr/bin/grub-editenv"] };
}
