using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families.Reference;

/// <summary>U-Boot as a verified boot needs it: signatures enforced, no shell, no other way to boot.</summary>
public static class UBootSecure
{
    public static readonly KernelFragment Config =
        Y("OF_SEPARATE", "ENV_IMPORT_FDT", "ENV_IS_NOWHERE", "RSA", "RSA_VERIFY", "FIT", "FIT_SIGNATURE", "FIT_FULL_CHECK")
        + Y("GZIP", "LEGACY_CRYPTO", "EFI_PARTITION", "PARTITION_UUIDS", "FS_FAT", "FAT_WRITE", "CMD_FAT", "CMD_FS_GENERIC")
        + Y("CMD_PART", "CMD_READ", "CMD_SETEXPR", "REGEX", "CMD_SOURCE", "CMD_IMPORTENV", "CMD_EXPORTENV", "CMD_ENV_EXISTS")
        + Y("CMD_FDT", "CMD_ITEST", "CMD_SLEEP", "CMD_BOOTD", "HUSH_PARSER", "HUSH_OLD_PARSER")
        + N("LEGACY_IMAGE_FORMAT").Because("legacy images carry no signature")
        + N("OF_BOARD").Because("the control device tree carries the public key, so it is our own")
        + N("OF_OMIT_DTB", "ENV_IS_IN_FLASH", "USE_PREBOOT", "EFI_LOADER", "BOOTSTD", "BOOTSTD_FULL")
        + Y("NO_NET").Because("nothing is loaded from a network")
        + N("CMD_MEMORY", "CMD_GO", "CMD_BOOTI", "CMD_ELF").Because("these start or write what nobody has verified")
        + Int("BOOTDELAY", -2).Because("no key stops the boot: a shell could start anything")
        + Y("USE_BOOTCOMMAND")
        + String("BOOTCOMMAND", "run bsp_boot");
}
