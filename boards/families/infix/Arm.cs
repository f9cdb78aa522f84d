using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families.Infix;

/// <summary>Infix's kernel for 32-bit ARM.</summary>
public static class Arm
{
    public static readonly ArchitectureLayer Layer = new(
        Architectures.Arm, Core + Storage + Network + Filtering.WithoutLegacyTables + Devices);

    private static KernelFragment Core =>
        Y("CMA", "CPUFREQ_DT", "CPU_FREQ", "CPU_FREQ_DEFAULT_GOV_PERFORMANCE", "CPU_FREQ_GOV_CONSERVATIVE", "CPU_FREQ_GOV_ONDEMAND")
        + Y("CPU_FREQ_GOV_POWERSAVE", "CPU_FREQ_GOV_USERSPACE", "CRYPTO_CCM", "CRYPTO_GCM", "DEBUG_KERNEL", "DMADEVICES", "DMA_CMA")
        + Y("EEPROM_AT24", "FUNCTION_TRACER", "I2C_CHARDEV", "I6300ESB_WDT", "JUMP_LABEL", "KERNEL_MODE_NEON", "KSM", "MAILBOX")
        + Y("MEDIA_SUPPORT", "MFD_SYSCON", "MMC", "MMC_SDHCI", "MMC_SDHCI_PLTFM", "NEON", "NET_DSA", "OF_OVERLAY", "PATA_OF_PLATFORM")
        + Y("PCIEPORTBUS", "PCI_HOST_GENERIC", "PCI_IOV", "PM", "PRINTK_TIME", "PWM", "REGULATOR", "REGULATOR_FIXED_VOLTAGE", "RFKILL")
        + Y("SATA_AHCI", "SATA_AHCI_PLATFORM", "SERIAL_DEV_BUS", "SMP", "SPI", "SRAM", "THERMAL", "VFP")
        + Y("ZSWAP", "ZSWAP_DEFAULT_ON", "ZSWAP_SHRINKER_DEFAULT_ON")
        + M("CFG80211", "MAC80211")
        + N("ARM_ERRATA_643719", "BALLOON_COMPACTION", "COMPAT_BRK", "CORE_DUMP_DEFAULT_ELF_HEADERS", "CPU_ISOLATION", "IOMMU_SUPPORT")
        + N("LEGACY_PTYS", "RUNTIME_TESTING_MENU", "STANDALONE", "SUSPEND")
        + Int("CMA_SIZE_MBYTES", 32)
        + Int("LOG_BUF_SHIFT", 16)
        + Int("SATA_MOBILE_LPM_POLICY", 0);

    private static KernelFragment Storage =>
        Y("BLK_DEV_NVME", "DM_INIT", "EXT4_FS", "FANOTIFY", "FANOTIFY_ACCESS_PERMISSIONS", "PARTITION_ADVANCED", "QUOTA", "SCSI_SAS_ATA")
        + Y("SCSI_SAS_LIBSAS")
        + N("SCSI_PROC_FS");

    private static KernelFragment Network =>
        Y("DCB", "NET_ACT_GACT", "NET_ACT_MIRRED", "NET_ACT_SKBEDIT", "NET_CLS_ACT", "NET_SCH_MQPRIO")
        + M("IPV6_SIT");

    private static KernelFragment Devices =>
        Y("LEDS_GPIO", "LEDS_TRIGGER_CAMERA", "LEDS_TRIGGER_CPU", "LEDS_TRIGGER_DEFAULT_ON", "LEDS_TRIGGER_GPIO", "LEDS_TRIGGER_ONESHOT")
        + Y("LEDS_TRIGGER_TRANSIENT", "USB_EHCI_ROOT_HUB_TT", "USB_ETH_EEM", "USB_GADGET", "USB_OTG", "USB_STORAGE", "USB_USBNET")
        + Y("VIRTIO_BALLOON", "VIRTIO_INPUT", "VIRTIO_MMIO", "VIRTIO_PCI")
        + M("USB_EHCI_HCD", "USB_EHCI_HCD_PLATFORM", "USB_ETH", "USB_G_SERIAL", "USB_OHCI_HCD", "USB_OHCI_HCD_PLATFORM");
}
