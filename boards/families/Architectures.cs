using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Instruction sets, and what each asks of the kernel on any board.</summary>
public static class Architectures
{
    public static readonly Architecture Aarch64 = new()
    {
        Name = "aarch64",
        KernelArch = "arm64",
        DebianArch = "arm64",
        Triplet = "aarch64-linux-gnu",
        KernelImage = "Image",
        Kernel = Y("ARM64_4K_PAGES", "ARM_PSCI_FW", "CRYPTO_SHA2_ARM64_CE"),
    };

    public static readonly Architecture X86_64 = new()
    {
        Name = "x86_64",
        KernelArch = "x86_64",
        DebianArch = "amd64",
        Triplet = "x86_64-linux-gnu",
        KernelImage = "bzImage",
        Kernel = Y("64BIT", "ACPI", "EFI", "EFI_STUB", "RELOCATABLE", "KERNEL_ZSTD", "UNWINDER_FRAME_POINTER", "CRYPTO_SHA256_SSSE3")
            + N("IA32_EMULATION").Because("the userland is 64-bit only"),
    };
}
