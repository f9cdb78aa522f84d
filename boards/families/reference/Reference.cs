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
        KernelSource = "linux-6.12",
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
        UBootSource = "u-boot-2025.01",
        TrustedFirmwareSource = "arm-trusted-firmware-2.12",
        Features = [Features.Base, Features.Immutable, Features.Network, Features.Containers, Features.Update],
        UBootFiles = ["/usr/bin/fw_printenv", "/usr/bin/fw_setenv"],
        GrubFiles = ["/usr/bin/grub-editenv"],
        KernelArguments = ["panic=5", "loglevel=4"],
        Overlay = "rootfs",
        Layout = Layouts.AbSlots,
        UBootConfig = UBootSecure.Config,
        Update = new() { Tries = 3 },
    };
}
