using Bsp.Review.Changes;

namespace Bsp.Review.Kernels;

/// <summary>Symbols that decide how hard a kernel or a bootloader is to subvert, with the value that is harder.</summary>
/// <remarks>
/// From the kernel's own documents (Documentation/security/self-protection.rst, Documentation/admin-guide/LSM, the help texts of
/// security/Kconfig.hardening and kernel/module/Kconfig) and those of U-Boot (doc/usage/fit/signature.rst, doc/usage/environment.rst).
/// </remarks>
internal sealed class SecurityOptions
{
    private readonly Dictionary<string, (string Harder, string Why, bool Verifies)> _options = new(StringComparer.Ordinal);

    private readonly string? _unset;

    private SecurityOptions(string? unset, params (string Harder, bool Verifies, string Why, string Symbols)[] groups)
    {
        _unset = unset;
        foreach (var (harder, verifies, why, symbols) in groups)
        {
            foreach (var symbol in symbols.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                _options.Add(symbol, (harder, why, verifies));
        }
    }

    /// <summary>Linux, whose values are the resolved ones.</summary>
    public static SecurityOptions Kernel { get; } = new(
        "n",
        ("y", true, "blocks of the root filesystem are verified when they are read", "DM_VERITY"),
        ("y", true, "only signed modules are loaded", "MODULE_SIG MODULE_SIG_FORCE MODULE_SIG_ALL"),
        ("y", true, "a kernel that is loaded by another is verified", "KEXEC_SIG KEXEC_SIG_FORCE"),
        ("y", false, "root is kept from changing the running kernel",
            "SECURITY_LOCKDOWN_LSM SECURITY_LOCKDOWN_LSM_EARLY LOCK_DOWN_KERNEL_FORCE_INTEGRITY LOCK_DOWN_KERNEL_FORCE_CONFIDENTIALITY"),
        ("y", false, "processes can be confined",
            "SECCOMP SECCOMP_FILTER SECURITY SECURITY_LANDLOCK SECURITY_YAMA SECURITY_APPARMOR SECURITY_SELINUX"),
        ("y", false, "kernel memory is not writable and executable at once", "STRICT_KERNEL_RWX STRICT_MODULE_RWX DEBUG_WX VMAP_STACK"),
        ("y", false, "overflows of the stack and of buffers are found",
            "STACKPROTECTOR STACKPROTECTOR_STRONG FORTIFY_SOURCE HARDENED_USERCOPY UBSAN_BOUNDS SCHED_STACK_END_CHECK "
            + "SHADOW_CALL_STACK CFI_CLANG"),
        ("y", false, "addresses in the kernel cannot be guessed",
            "RANDOMIZE_BASE RANDOMIZE_MEMORY RANDOMIZE_KSTACK_OFFSET_DEFAULT SLAB_FREELIST_RANDOM SLAB_FREELIST_HARDENED "
            + "SHUFFLE_PAGE_ALLOCATOR RANDOM_KMALLOC_CACHES SECURITY_DMESG_RESTRICT"),
        ("y", false, "memory has no old content",
            "INIT_ON_ALLOC_DEFAULT_ON INIT_ON_FREE_DEFAULT_ON INIT_STACK_ALL_ZERO ZERO_CALL_USED_REGS"),
        ("y", false, "faults of the processor are mitigated",
            "CPU_MITIGATIONS MITIGATION_PAGE_TABLE_ISOLATION PAGE_TABLE_ISOLATION MITIGATION_RETPOLINE RETPOLINE "
            + "MITIGATION_RETHUNK MITIGATION_SRSO MITIGATION_IBPB_ENTRY MITIGATION_IBRS_ENTRY UNMAP_KERNEL_AT_EL0 "
            + "MITIGATE_SPECTRE_BRANCH_HISTORY RODATA_FULL_DEFAULT_ENABLED ARM64_PTR_AUTH ARM64_PTR_AUTH_KERNEL ARM64_BTI "
            + "ARM64_BTI_KERNEL ARM64_MTE ARM64_SW_TTBR0_PAN ARM64_PAN ARM64_EPAN X86_UMIP X86_KERNEL_IBT X86_USER_SHADOW_STACK"),
        ("y", false, "what is broken stops the machine, which then starts again",
            "PANIC_ON_OOPS BUG BUG_ON_DATA_CORRUPTION LIST_HARDENED DEBUG_LIST SOFTLOCKUP_DETECTOR HARDLOCKUP_DETECTOR"),
        ("y", false, "memory of devices is out of reach of programs",
            "STRICT_DEVMEM IO_STRICT_DEVMEM IOMMU_SUPPORT IOMMU_DEFAULT_DMA_STRICT"),
        ("n", false, "gives programs a way into the kernel's memory",
            "DEVMEM PROC_KCORE PROC_VMCORE KPROBES HIBERNATION KEXEC KEXEC_FILE "
            + "LEGACY_TIOCSTI LEGACY_PTYS X86_IOPL_IOPERM MODIFY_LDT_SYSCALL"),
        ("n", false, "shows or changes what only developers need",
            "DEBUG_FS KGDB MAGIC_SYSRQ ACPI_CUSTOM_METHOD ACPI_CONFIGFS ACPI_TABLE_UPGRADE "
            + "ACPI_DEBUGGER BINFMT_MISC COMPAT_BRK BLK_DEV_WRITE_MOUNTED"),
        ("n", true, "lets root replace code that was verified", "MODULE_FORCE_LOAD"),
        ("n", false, "lets users who are not root reach more of the kernel", "USER_NS BPF_SYSCALL USERFAULTFD IO_URING"));

    /// <summary>U-Boot, of which only requests are known: the rest has what its defconfig and its defaults say.</summary>
    public static SecurityOptions UBoot { get; } = new(
        null,
        ("y", true, "what is started must be signed", "FIT_SIGNATURE FIT_FULL_CHECK RSA RSA_VERIFY SPL_FIT_SIGNATURE"),
        ("n", true, "starts what nobody has signed",
            "LEGACY_IMAGE_FORMAT CMD_BOOTI CMD_BOOTZ CMD_BOOTEFI CMD_GO CMD_ELF CMD_LOADB CMD_LOADS CMD_SOURCE BOOTSTD "
            + "BOOTSTD_FULL EFI_LOADER CMD_BOOTFLOW"),
        ("n", false, "loads from a network or from USB, which others control",
            "CMD_NET CMD_DHCP CMD_TFTPBOOT CMD_PXE CMD_DFU CMD_USB_MASS_STORAGE CMD_FASTBOOT USB_FUNCTION_FASTBOOT"),
        ("n", false, "writes memory or devices by hand", "CMD_MEMORY CMD_MTD CMD_SF CMD_MMC CMD_NVEDIT_EFI"),
        ("n", true, "lets the environment on a medium replace the boot script",
            "ENV_IS_IN_FAT ENV_IS_IN_EXT4 ENV_IS_IN_MMC ENV_IS_IN_SPI_FLASH ENV_IS_IN_FLASH ENV_IS_IN_NAND USE_PREBOOT"),
        ("y", true, "the environment is U-Boot's own", "ENV_IS_NOWHERE ENV_WRITEABLE_LIST"),
        ("-2", false, "lets a key stop the boot and open a shell", "BOOTDELAY"),
        ("y", false, "a shell wants a password", "AUTOBOOT_KEYED AUTOBOOT_ENCRYPTION"));

    /// <summary>The symbols, without <c>CONFIG_</c>.</summary>
    public IEnumerable<string> Symbols => _options.Keys;

    /// <summary>The change, marked where it makes the board weaker or stronger.</summary>
    /// <param name="symbol">The symbol, without <c>CONFIG_</c>.</param>
    /// <param name="change">The change of its value.</param>
    public Change Judge(string symbol, Change change)
    {
        if (!_options.TryGetValue(symbol, out var option))
            return change;
        var (before, after) = (change.Before ?? _unset, change.After ?? _unset);
        var (was, now) = (before == option.Harder, after == option.Harder);
        // What nobody asks for may have either value: only what is asked for is more or less than that.
        if (was == now && (was || before is not null || after is null))
            return change;
        // What is harder when it is on says what holds then; the others say what they do.
        var meaning = (now ? "stronger: " : "weaker: ")
            + ((option.Harder == "y", now) switch
            {
                (true, false) => "it no longer holds that " + option.Why,
                (false, true) => "it no longer " + option.Why,
                _ => option.Why,
            });
        return change with
        {
            Attention = now ? change.Attention : Attention.Error,
            Impact = option.Verifies && !now ? FieldImpact.Trust : change.Impact,
            Meaning = change.Meaning is null ? meaning : $"{meaning}; {change.Meaning}",
        };
    }
}
