using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>The PC that QEMU emulates with <c>-M q35</c>: Intel's Q35 and ICH9 of 2009, with UEFI.</summary>
public static class QemuQ35
{
    public static readonly Soc Soc = new()
    {
        Name = "qemu-q35",
        Architecture = Architectures.X86_64,
        Kernel = Y("SERIAL_8250", "SERIAL_8250_CONSOLE", "RTC_DRV_CMOS", "HYPERVISOR_GUEST", "PARAVIRT")
            + Y("PCI_MMCONFIG", "X86_X2APIC", "ACPI_BUTTON", "INPUT")
            + Virtio.Kernel,
    };
}
