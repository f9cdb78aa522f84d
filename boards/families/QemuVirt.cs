using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>QEMU's generic virtual machine for Arm (docs/system/arm/virt.rst).</summary>
public static class QemuVirt
{
    /// <summary>DRAM starts at 1 GiB; QEMU puts its device tree there, U-Boot itself runs from the top.</summary>
    public static readonly LoadAddresses Load = new()
    {
        Kernel = new("kernel", 0x4040_0000, 60.MiB()),
        Environment = new("environment", 0x4800_0000, 1.MiB()),
        Fit = new("fit", 0x5000_0000, 32.MiB()),
    };

    public static readonly Soc Soc = new()
    {
        Name = "qemu-virt",
        Architecture = Architectures.Aarch64,
        Load = Load,
        Kernel = Y("ARCH_VEXPRESS", "PCI_HOST_GENERIC", "SERIAL_AMBA_PL011", "SERIAL_AMBA_PL011_CONSOLE")
            + Y("RTC_DRV_PL031", "GPIOLIB", "GPIO_PL061")
            + Virtio.Kernel,
    };
}
