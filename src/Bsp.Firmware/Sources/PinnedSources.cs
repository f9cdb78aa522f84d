using Bsp.Build.Sources;

namespace Bsp.Firmware.Sources;

/// <summary>What <c>Lock</c> pins, and from which suite of Debian.</summary>
public static class PinnedSources
{
    /// <summary>All of it.</summary>
    public static SourcePins All { get; } = new()
    {
        Binaries =
        [
            new("linux-6.12", "bookworm-backports", "amd64", ["linux-source-6.12"]),
            new("linux-6.1", "bookworm", "amd64", ["linux-source-6.1"]),
            new("grub-2.06", "bookworm", "amd64", ["grub-common", "grub-efi-amd64-bin"]),
            // The core schemas; trees are checked by its rules.
            new("dt-schema-2025.08", "trixie-backports", "amd64", ["dt-schema"]),
            // Runs that dt-schema, for comparisons: Debian 12's Python has an older jsonschema.
            new("python-3.13", "trixie", "amd64",
            [
                "libc6", "libexpat1", "libfdt1", "libgcc-s1", "libpython3.13-minimal", "libpython3.13-stdlib", "python3-attr", "python3-jsonschema", "python3-jsonschema-specifications",
                "python3-libfdt", "python3-referencing", "python3-rpds-py", "python3-ruamel.yaml", "python3-ruamel.yaml.clib", "python3.13-minimal", "zlib1g",
            ]),
            // 1.47.0 of bookworm stamps the time of the build into inodes.
            new("e2fsprogs-1.47.2", "bookworm-backports", "amd64", ["e2fsprogs", "libcom-err2", "libext2fs2", "libss2"]),
        ],
        Sources =
        [
            new("arm-trusted-firmware-2.12", "trixie", "arm-trusted-firmware"),
            new("u-boot-2025.01", "trixie", "u-boot"),
            new("busybox-1.37", "trixie", "busybox"),
            new("dtc-1.7.2", "trixie", "device-tree-compiler", OnlyUpstream: true),
        ],
        // Only configurations are compared on it.
        Newest = [new("linux-newest", "sid", "amd64", ["linux-source"])],
        // The packages that features take files from, for each Debian architecture.
        Closures =
        [
            new("userland-amd64", "amd64", [.. Userland, "grub-common"]),
            new("userland-arm64", "arm64", [.. Userland, "libubootenv-tool"]),
        ],
        // No file of the firmware comes from them.
        Unused = new HashSet<string>(StringComparer.Ordinal)
        {
            "adduser", "dbus", "dbus-bin", "dbus-session-bus-common", "debconf", "dmsetup", "dpkg", "gcc-12-base", "gettext-base", "init-system-helpers",
            "libdb5.3", "libfile-find-rule-perl", "libgdbm-compat4", "libgdbm6", "libjson-glib-1.0-common", "libnumber-compare-perl", "libpam-modules",
            "libpam-modules-bin", "libperl5.36", "libsemanage-common", "libsystemd-shared", "libtext-glob-perl", "logsave", "mount", "passwd", "perl",
            "perl-base", "perl-modules-5.36", "readline-common", "systemd", "tar", "usrmerge", "util-linux-extra",
        },
    };

    private static string[] Userland =>
    [
        "busybox-static", "crun", "dbus-daemon", "dropbear-bin", "e2fsprogs", "fdisk", "jq", "rauc", "umoci", "util-linux",
    ];
}
