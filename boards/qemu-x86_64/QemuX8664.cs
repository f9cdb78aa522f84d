namespace Bsp.Boards;

/// <summary>QEMU's PC with UEFI firmware, started by GRUB under Secure Boot.</summary>
public static class QemuX8664
{
    [Board]
    public static readonly BootableBoard Board = new()
    {
        Id = "qemu-x86_64",
        Identity = new() { Vendor = "QEMU", Model = "QEMU Q35 PC, x86_64" },
        Soc = QemuQ35.Soc,
        Console = new("ttyS0"),
        Watchdog = new("I6300ESB_WDT", TimeoutSeconds: 15),
        Media = [Pc.Disk with { Infix = new("x86_64_qemu") { FirstStages = Families.Infix.Grub.X86_64 } }],
        Emulator = new()
        {
            Program = "qemu-system-x86_64",
            Machine = "q35",
            Cpu = "max",
            WatchdogDevice = "i6300esb",
        },
        Infix = new()
        {
            Help = "QEMU's PC with UEFI firmware",
            HasPackage = false,
        },
    };
}
