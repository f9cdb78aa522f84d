using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families.Reference;

/// <summary>The small immutable OS that is built from Debian's archive.</summary>
public static class ReferenceDistribution
{
    [Distribution]
    public static readonly DebianDistribution Reference = new()
    {
        Id = "reference",
        Name = "Bsp Reference",
        IsDefault = true,
        Kernel = DebianSource.Binary("linux-6.12", "bookworm-backports", "linux-source-6.12"),
        Schemas = DebianSource.Binary("dt-schema-2025.08", "trixie-backports", "dt-schema"),
        Architectures =
        [
            new(Architectures.Aarch64, Y("ARM64_4K_PAGES", "ARM_PSCI_FW", "CRYPTO_SHA2_ARM64_CE")),
            new(
                Architectures.X86_64,
                Y("64BIT", "ACPI", "EFI", "EFI_STUB", "RELOCATABLE", "KERNEL_ZSTD", "UNWINDER_FRAME_POINTER", "CRYPTO_SHA256_SSSE3")
                    + N("IA32_EMULATION").Because("the userland is 64-bit only")
                    + Int("NR_CPUS", 64).Overriding()
                    + Pc.Soc.Kernel)
            {
                OneKernel = true,
            },
        ],
        UBoot = DebianSource.Source("u-boot-2025.01", "trixie", "u-boot"),
        TrustedFirmware = DebianSource.Source("arm-trusted-firmware-2.12", "trixie", "arm-trusted-firmware"),
        Grub = DebianSource.Binary("grub-2.06", "bookworm", "grub-common", "grub-efi-amd64-bin"),
        Userland = new("userland", "bookworm")
        {
            Unused =
            [
                "adduser", "dbus", "dbus-bin", "dbus-session-bus-common", "debconf", "dmsetup", "dpkg", "gcc-12-base", "gettext-base",
                "init-system-helpers", "libdb5.3", "libfile-find-rule-perl", "libgdbm-compat4", "libgdbm6", "libjson-glib-1.0-common",
                "libnumber-compare-perl", "libpam-modules", "libpam-modules-bin", "libperl5.36", "libsemanage-common", "libsystemd-shared",
                "libtext-glob-perl", "logsave", "mount", "passwd", "perl", "perl-base", "perl-modules-5.36", "readline-common", "systemd",
                "tar", "usrmerge", "util-linux-extra",
            ],
        },
        Features = [Features.Base, Features.Immutable, Features.Network, Features.Containers, Features.Update],
        UBootTools = Features.UBootTools,
        GrubTools = Features.GrubTools,
        KernelArguments = ["panic=5", "loglevel=4"],
        Overlay = "rootfs",
        Layout = Layouts.AbSlots,
        UBootConfig = UBootSecure.Config,
        Update = new() { Tries = 3 },
    };
}
