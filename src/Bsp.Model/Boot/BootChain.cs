namespace Bsp.Model;

/// <summary>What starts the kernel, verifies it, and counts the tries of a slot.</summary>
public abstract record BootChain
{
    private protected BootChain()
    {
    }
}

/// <summary>U-Boot built from source, with the public key and its environment in the control device tree.</summary>
public sealed record UBoot : BootChain
{
    /// <summary>U-Boot's own defconfig to start from, such as <c>qemu_arm64_defconfig</c>.</summary>
    public required string Defconfig { get; init => field = Text.Word(value, "a U-Boot defconfig", "_-"); }

    /// <summary>What the board changes in that defconfig.</summary>
    public KernelFragment Config { get; init; } = KernelFragment.Empty;

    /// <summary>The platform of Trusted Firmware-A whose BL31 U-Boot's build packs, such as <c>rk3328</c>; null where U-Boot is the first to run.</summary>
    public string? TrustedFirmware { get; init => field = value is null ? null : Text.Word(value, "a platform of TF-A", "_-"); }

    /// <summary>The disk as U-Boot's commands name it: interface and number, such as <c>virtio 0</c> or <c>mmc 1</c>.</summary>
    public required string BootDevice { get; init => field = Text.Word(value, "a boot device", " :."); }

    /// <summary>Where the boot script puts what it loads.</summary>
    public required LoadAddresses Load { get; init; }

    /// <summary>The file that the build makes and the board or QEMU starts, such as <c>u-boot.bin</c>.</summary>
    public required string Image { get; init => field = Text.RelativePath(value, "a U-Boot image"); }
}

/// <summary>GRUB as an EFI application, signed for Secure Boot, with its configuration and public key inside.</summary>
public sealed record GrubEfi : BootChain
{
    /// <summary>GRUB's platform, such as <c>x86_64-efi</c>.</summary>
    public required string Platform { get; init => field = Text.Word(value, "a GRUB platform", "_-"); }

    /// <summary>The file that firmware starts from a removable medium (UEFI Specification 2.10, section 3.5.1.1), such as <c>BOOTX64.EFI</c>.</summary>
    public required string RemovableName { get; init => field = Text.Word(value, "an EFI file name", "._-"); }
}

/// <summary>Where U-Boot's boot script puts what it loads. The regions may not overlap (BSP5003).</summary>
public sealed record LoadAddresses
{
    /// <summary>The uncompressed kernel: its load and entry address, and the most it may take including its bss.</summary>
    public required LoadRegion Kernel { get; init; }

    /// <summary>The signed FIT as it is read from the slot.</summary>
    public required LoadRegion Fit { get; init; }

    /// <summary>The environment file with the counters.</summary>
    public required LoadRegion Environment { get; init; }

    /// <summary>All regions, with their names.</summary>
    public Seq<LoadRegion> All => [Kernel, Fit, Environment];
}

/// <summary>A stretch of memory.</summary>
/// <param name="Name">What is loaded there.</param>
/// <param name="Address">The physical address of its first byte.</param>
/// <param name="Size">The most it may take.</param>
public sealed record LoadRegion(string Name, ulong Address, ByteSize Size)
{
    /// <summary>The address behind its last byte.</summary>
    public ulong End => checked(Address + (ulong)Size.Bytes);
}
