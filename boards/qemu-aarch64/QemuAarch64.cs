using static Bsp.Model.KernelFragment;

namespace Bsp.Boards;

/// <summary>QEMU's ARM64 virtual machine, started by U-Boot.</summary>
public static class QemuAarch64
{
    [Board]
    public static readonly BootableBoard Board = new()
    {
        Id = "qemu-aarch64",
        Identity = new() { Vendor = "QEMU", Model = "QEMU virt, ARM64", Compatibles = ["qemu,virt-aarch64", "linux,dummy-virt"] },
        Soc = QemuVirt.Soc,
        Kernel = Y("INPUT", "INPUT_KEYBOARD", "KEYBOARD_GPIO").Because("the power button"),
        DeviceTrees = [DeviceTree.FromEmulator()],
        Console = new("ttyAMA0") { Node = "/pl011@9000000" },
        Watchdog = new("I6300ESB_WDT", TimeoutSeconds: 15),
        Media =
        [
            new("virtio")
            {
                Device = "virtio 0",
                Boot = new UBoot("qemu_arm64"),
                Infix = new("aarch64_qemu") { Processor = [BuildrootLine.Y("BR2_cortex_a72")], UBootVersion = "2023.07.02", Needs = [] },
            },
        ],
        Debian = new() { UBootConfig = N("SEMIHOSTING", "USB", "AHCI", "SCSI_AHCI", "SCSI", "TPM", "CMD_DFU", "CMD_MTD", "WDT") },
        Emulator = new()
        {
            Program = "qemu-system-aarch64",
            Machine = "virt,gic-version=3,acpi=off",
            Cpu = "cortex-a72",
            WatchdogDevice = "i6300esb",
        },
        Infix = new()
        {
            Help = "QEMU's virtual machine for ARM64",
            HasPackage = false,
            UBootConfig = Y("MMC_PCI").Because("QEMU's SD card is a PCI device"),
        },
    };
}
