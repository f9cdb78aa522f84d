namespace Bsp.Boards.Families.Reference;

/// <summary>The small immutable OS that is built from Debian's archive.</summary>
public static class ReferenceDistribution
{
    [Distribution]
    public static readonly Distribution Reference = new()
    {
        Id = "reference",
        Name = "Bsp Reference",
        KernelSource = "linux-6.12",
        UBootSource = "u-boot-2025.01",
        Features = [Features.Base, Features.Immutable, Features.Network, Features.Containers, Features.Update],
        UBootFiles = ["/usr/bin/fw_printenv", "/usr/bin/fw_setenv"],
        GrubFiles = ["/usr/bin/grub-editenv"],
        KernelArguments = ["panic=5", "loglevel=4"],
        Overlay = "rootfs",
        Update = new() { Slots = ["primary", "secondary"], Tries = 3 },
    };
}
