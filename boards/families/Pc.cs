using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>A PC with UEFI firmware, physical or virtual.</summary>
public static class Pc
{
    public static readonly Soc Soc = new()
    {
        Name = "pc",
        Architecture = Architectures.X86_64,
        Kernel = QemuQ35.Soc.Kernel + Processor + Storage + Network + Screen + Watchdogs,
    };

    /// <summary>GRUB, as firmware starts it from any disk.</summary>
    public static readonly Medium Disk = new("disk") { Boot = new GrubEfi { Platform = "x86_64-efi", RemovableName = "BOOTX64.EFI" } };

    private static KernelFragment Processor =>
        Y("ACPI_PROCESSOR", "ACPI_THERMAL", "ACPI_FAN")
        + Y("CPU_FREQ", "CPU_FREQ_DEFAULT_GOV_SCHEDUTIL", "X86_INTEL_PSTATE", "X86_ACPI_CPUFREQ", "CPU_IDLE", "INTEL_IDLE")
        + Y("MTRR", "X86_PAT", "X86_MCE", "DMI", "PNP", "SERIAL_8250_PNP", "PCIEPORTBUS")
        + Y("IOMMU_SUPPORT", "INTEL_IOMMU", "AMD_IOMMU", "IRQ_REMAP")
        + Y("CPU_MITIGATIONS", "MITIGATION_PAGE_TABLE_ISOLATION", "MITIGATION_RETPOLINE", "MITIGATION_RETHUNK", "MITIGATION_UNRET_ENTRY")
        + Y("MITIGATION_IBPB_ENTRY", "MITIGATION_IBRS_ENTRY", "MITIGATION_SRSO", "MITIGATION_SPECTRE_BHI", "MITIGATION_RFDS");

    /// <summary>What an image may be written to: NVMe, SATA behind AHCI, and USB.</summary>
    private static KernelFragment Storage =>
        Y("BLK_DEV_NVME", "SCSI", "BLK_DEV_SD", "ATA", "SATA_AHCI")
        + Y("USB_SUPPORT", "USB", "USB_PCI", "USB_XHCI_HCD", "USB_EHCI_HCD", "USB_UHCI_HCD", "USB_OHCI_HCD", "USB_STORAGE", "USB_UAS");

    private static KernelFragment Network =>
        Y("ETHERNET", "NET_VENDOR_INTEL", "E1000E", "IGB", "IGC", "IXGBE", "NET_VENDOR_REALTEK", "R8169");

    private static KernelFragment Screen =>
        Y("VT", "VT_CONSOLE", "FB", "FB_EFI", "FRAMEBUFFER_CONSOLE")
        + Y("INPUT_KEYBOARD", "KEYBOARD_ATKBD", "HID_SUPPORT", "HID", "HID_GENERIC", "USB_HID");

    private static KernelFragment Watchdogs =>
        Y("I6300ESB_WDT", "ITCO_WDT", "SP5100_TCO", "LPC_ICH", "I2C", "I2C_I801")
            .Because("QEMU's, Intel's and AMD's; newer chipsets of Intel have theirs behind the SMBus");
}
