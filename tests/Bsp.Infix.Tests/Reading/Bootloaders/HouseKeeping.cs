using System.Text.RegularExpressions;

namespace Bsp.Infix.Tests.Reading.Bootloaders;

/// <summary>
/// Symbols of the Buildroot defconfigs of whole images, two of which make a bootloader, too: they are about the image,
/// and the reference data does not carry them. Of a bootloader's own defconfig every symbol is compared.
/// </summary>
internal static partial class HouseKeeping
{
    public static bool Has(string symbol) => Symbols().IsMatch(symbol);

    [GeneratedRegex("""
        ^( BR2_ ( DL_DIR | CCACHE(_DIR)? | ENABLE_DEBUG | GLOBAL_PATCH_DIR | DOWNLOAD_FORCE_CHECK_HASHES | INIT_\w+ | SYSTEM_\w+ | ROOTFS_\w+
                | ENABLE_LOCALE_WHITELIST | GENERATE_LOCALE | LINUX_KERNEL\w* | riscv | x86_\w+ | PACKAGE_(BUSYBOX|IFUPDOWN_SCRIPTS)\w*
                | TARGET_(ROOTFS_\w+ | GENERIC_\w+ | TZ_INFO | ENABLE_ROOT_LOGIN) )
         | IX_\w+ )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Symbols();
}
