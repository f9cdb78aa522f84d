using static Bsp.Model.KernelFragment;

namespace Bsp.Boards.Families;

/// <summary>Paravirtual devices, the same on every machine of QEMU.</summary>
public static class Virtio
{
    public static readonly KernelFragment Kernel = Y(
        "PCI", "PCI_MSI", "VIRTIO_MENU", "VIRTIO_PCI", "VIRTIO_MMIO", "BLK_DEV", "VIRTIO_BLK",
        "NETDEVICES", "NET_CORE", "VIRTIO_NET", "HW_RANDOM", "HW_RANDOM_VIRTIO");
}
