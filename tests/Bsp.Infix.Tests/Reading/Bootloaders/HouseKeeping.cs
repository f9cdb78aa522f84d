using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Bootloaders;

/// <summary>
/// Symbols of Buildroot defconfigs that the facts do not carry: they say where a build keeps its files and that there
/// is no system around a bootloader, the same in every file, or belong to an architecture's whole image.
/// </summary>
internal static partial class HouseKeeping
{
    public static bool Has(string symbol) => Symbols().IsMatch(symbol);

    [GeneratedRegex("""
        ^( BR2_ ( DL_DIR | CCACHE(_DIR)? | ENABLE_DEBUG | PACKAGE_OVERRIDE_FILE | GLOBAL_PATCH_DIR | DOWNLOAD_FORCE_CHECK_HASHES | SSP_NONE
                | INIT_\w+ | SYSTEM_\w+ | ROOTFS_\w+ | ENABLE_LOCALE_WHITELIST | GENERATE_LOCALE | LINUX_KERNEL\w* | riscv | x86_\w+
                | PACKAGE_(BUSYBOX|IFUPDOWN_SCRIPTS)\w*
                | TARGET_(ROOTFS_\w+ | GENERIC_\w+ | TZ_INFO | ENABLE_ROOT_LOGIN)
                | TARGET_UBOOT_BUILD_SYSTEM_KCONFIG )
         | IX_\w+ )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Symbols();
}
