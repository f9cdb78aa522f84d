namespace Bsp.Model;

/// <summary>What verifies the kernel, starts it, and counts the boot attempts of a slot.</summary>
public abstract record BootChain
{
    private protected BootChain()
    {
    }
}

/// <summary>
/// GRUB as an EFI application: on a Debian distribution signed for Secure Boot, with its configuration and public key inside.
/// </summary>
public sealed record GrubEfi : BootChain
{
    /// <summary>GRUB's platform, such as <c>x86_64-efi</c>.</summary>
    public required PlainName Platform { get; init; }

    /// <summary>
    /// The file that firmware starts from a removable medium (UEFI Specification 2.10, section 3.5.1.1), such as <c>BOOTX64.EFI</c>.
    /// </summary>
    public required FileName RemovableName { get; init; }
}
