namespace Bsp.Boards.Families.Infix;

/// <summary>GRUB as Infix has it on PCs: its scripts are in the partition aux and in each slot.</summary>
public static class Grub
{
    /// <summary>GRUB for UEFI firmware, and the firmware that QEMU starts it with.</summary>
    public static readonly Seq<BuildrootLine> X86_64 =
    [
        BuildrootLine.Y("BR2_TARGET_EDK2"),
        BuildrootLine.Y("BR2_TARGET_GRUB2"),
        BuildrootLine.Y("BR2_TARGET_GRUB2_X86_64_EFI"),
        BuildrootLine.String(
            "BR2_TARGET_GRUB2_BUILTIN_MODULES_EFI",
            "boot linux ext2 squash4 part_gpt normal efi_gop configfile loadenv test echo reboot net efinet tftp loopback cat search"),
        BuildrootLine.String("BR2_TARGET_GRUB2_BUILTIN_CONFIG_EFI", "$(BR2_EXTERNAL_INFIX_PATH)/board/x86_64/grub-embed.cfg"),
        BuildrootLine.Y("BR2_TARGET_GRUB2_INSTALL_TOOLS"),
    ];
}
