using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families.Infix;

/// <summary>Infix's kernel for PCs and virtual machines.</summary>
public static class X86_64
{
    public static readonly ArchitectureLayer Layer = new(
        Architectures.X86_64, Core + Storage + Network + Filtering.WithLegacyTables + Devices);

    private static KernelFragment Core =>
        Y("8139CP", "ATA_PIIX", "AUDIT", "BOOTPARAM_HUNG_TASK_PANIC", "BOOTPARAM_SOFTLOCKUP_PANIC", "CRYPTO_AES", "CRYPTO_GCM")
        + Y("DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT", "DEBUG_KERNEL", "E1000", "EFI", "FUNCTION_TRACER", "HARDLOCKUP_DETECTOR_PREFER_BUDDY")
        + Y("I2C", "I6300ESB_WDT", "KPROBES", "NE2K_PCI", "PCI_MSI", "PREEMPT", "ROCKER", "RTC_CLASS", "SERIAL_8250", "SERIAL_8250_CONSOLE")
        + Y("SMP", "SOFT_WATCHDOG", "SYNC_FILE", "UNWINDER_FRAME_POINTER", "WATCHDOG_SYSFS", "WQ_CPU_INTENSIVE_REPORT")
        + M("HW_RANDOM_VIRTIO")
        + N("WIRELESS", "WLAN")
        + Int("LOG_BUF_SHIFT", 18);

    private static KernelFragment Storage =>
        Y("BLK_DEV_SR", "EXT4_FS");

    private static KernelFragment Network =>
        Y("NET_SWITCHDEV")
        + M("IPV6_SIT", "WIREGUARD");

    private static KernelFragment Devices =>
        Y("LEDS_TRIGGER_ACTIVITY", "LEDS_TRIGGER_NETDEV", "VIRTIO_BALLOON", "VIRTIO_INPUT", "VIRTIO_MMIO", "VIRTIO_MMIO_CMDLINE_DEVICES")
        + Y("VIRTIO_PCI")
        + M("USB_EHCI_HCD", "USB_STORAGE", "USB_UHCI_HCD", "USB_XHCI_HCD");
}
