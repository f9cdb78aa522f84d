namespace Bsp.Firmware.Sources;

/// <summary>What <c>Lock</c> pins, and from which suite of Debian.</summary>
internal static class PinnedSources
{
    /// <summary>Binary packages by source name: suite, architecture and packages.</summary>
    public static readonly IReadOnlyList<(string Source, string Suite, string Architecture, string[] Packages)> Binaries =
    [
        ("linux-6.12", "bookworm-backports", "amd64", ["linux-source-6.12"]),
        ("linux-6.1", "bookworm", "amd64", ["linux-source-6.1"]),
        ("grub-2.06", "bookworm", "amd64", ["grub-common", "grub-efi-amd64-bin"]),
        // The core schemas that the bindings of these kernels refer to; trees are checked by their rules.
        ("dt-schema-2022.08.2", "bookworm", "amd64", ["dt-schema"]),
        ("dt-schema-2025.08", "trixie-backports", "amd64", ["dt-schema"]),
        // Runs that dt-schema, for comparisons: Debian 12's Python has an older jsonschema.
        ("python-3.13", "trixie", "amd64",
        [
            "libc6", "libexpat1", "libfdt1", "libgcc-s1", "libpython3.13-minimal", "libpython3.13-stdlib", "python3-attr", "python3-jsonschema", "python3-jsonschema-specifications",
            "python3-libfdt", "python3-referencing", "python3-rpds-py", "python3-ruamel.yaml", "python3-ruamel.yaml.clib", "python3.13-minimal", "zlib1g",
        ]),
        // 1.47.0 of bookworm stamps the time of the build into inodes.
        ("e2fsprogs-1.47.2", "bookworm-backports", "amd64", ["e2fsprogs", "libcom-err2", "libext2fs2", "libss2"]),
    ];

    /// <summary>Source packages by source name.</summary>
    public static readonly IReadOnlyList<(string Source, string Suite, string Package)> Sources =
    [
        ("arm-trusted-firmware-2.12", "trixie", "arm-trusted-firmware"),
        ("u-boot-2025.01", "trixie", "u-boot"),
        ("busybox-1.37", "trixie", "busybox"),
    ];

    /// <summary>Source packages of which only upstream's part is taken, without Debian's.</summary>
    public static readonly IReadOnlyList<(string Source, string Suite, string Package)> UpstreamSources =
    [
        ("dtc-1.7.2", "trixie", "device-tree-compiler"),
    ];

    /// <summary>The newest kernel: the package that depends on the one with the source, whose name has the version. Only configurations are compared on it.</summary>
    public static readonly (string Source, string Suite, string Architecture, string Package) NewestKernel = ("linux-newest", "sid", "amd64", "linux-source");

    /// <summary>The packages that features take files from, for each Debian architecture.</summary>
    public static readonly IReadOnlyList<(string Architecture, string[] Packages)> Userlands =
    [
        ("amd64", [.. Userland, "grub-common"]),
        ("arm64", [.. Userland, "libubootenv-tool"]),
    ];

    /// <summary>Packages that others depend on for their maintainer scripts or services only; no file of the firmware comes from them.</summary>
    public static readonly IReadOnlySet<string> Unused = new HashSet<string>(StringComparer.Ordinal)
    {
        "adduser", "dbus", "dbus-bin", "dbus-session-bus-common", "debconf", "dmsetup", "dpkg", "gcc-12-base", "gettext-base", "init-system-helpers",
        "libdb5.3", "libfile-find-rule-perl", "libgdbm-compat4", "libgdbm6", "libjson-glib-1.0-common", "libnumber-compare-perl", "libpam-modules",
        "libpam-modules-bin", "libperl5.36", "libsemanage-common", "libsystemd-shared", "libtext-glob-perl", "logsave", "mount", "passwd", "perl",
        "perl-base", "perl-modules-5.36", "readline-common", "systemd", "tar", "usrmerge", "util-linux-extra",
    };

    private static string[] Userland =>
    [
        "busybox-static", "crun", "dbus-daemon", "dropbear-bin", "e2fsprogs", "fdisk", "jq", "rauc", "umoci", "util-linux",
    ];
}
