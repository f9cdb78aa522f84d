namespace Bsp.Boards;

/// <summary>Any PC with UEFI firmware, started by GRUB under Secure Boot from NVMe, SATA or USB, on the kernel of all x86-64.</summary>
public static class PcX8664
{
    [Board]
    public static readonly BootableBoard Board = new()
    {
        Id = "pc-x86_64",
        Identity = new() { Vendor = "Generic", Model = "UEFI PC, x86_64" },
        Soc = Pc.Soc,
        Console = new("ttyS0") { HasScreen = true },
        Watchdog = new("ITCO_WDT", TimeoutSeconds: 30),
        Media = [Pc.Disk],
        Emulator = new()
        {
            Program = "qemu-system-x86_64",
            Machine = "q35",
            Cpu = "max",
            Disk = DiskInterface.Nvme,
            NetworkDevice = "e1000e",
        },
    };
}
