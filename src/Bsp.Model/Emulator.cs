namespace Bsp.Model;

/// <summary>How QEMU emulates a board. The device tree that QEMU generates depends on all of it.</summary>
public sealed record Emulator
{
    /// <summary>The QEMU program, such as <c>qemu-system-aarch64</c>.</summary>
    public required PlainName Program { get; init; }

    /// <summary>QEMU's <c>-machine</c>, with its options.</summary>
    public required string Machine { get; init => field = TextRules.Word(value, "a machine", ",=.-_"); }

    /// <summary>QEMU's <c>-cpu</c>.</summary>
    public required string Cpu { get; init => field = TextRules.Word(value, "a CPU", ",=.-_+"); }

    /// <summary>The number of processors.</summary>
    public int Cpus { get; init; } = 2;

    /// <summary>The memory.</summary>
    public ByteSize Memory { get; init; } = 512.MiB();

    /// <summary>
    /// The QEMU device for <see cref="BootableBoard.Watchdog"/>, such as <c>i6300esb</c>; null where the machine's chipset has it.
    /// </summary>
    public PlainName? WatchdogDevice { get; init; }

    /// <summary>How the board's disk is connected.</summary>
    public DiskInterface Disk { get; init; } = DiskInterface.Virtio;

    /// <summary>The QEMU device that is the board's network port, such as <c>e1000e</c>.</summary>
    public PlainName NetworkDevice { get; init; } = "virtio-net-pci";
}

/// <summary>The ways in which QEMU connects a disk.</summary>
public enum DiskInterface
{
    /// <summary>A paravirtual disk.</summary>
    Virtio,

    /// <summary>NVM Express, on PCIe.</summary>
    Nvme,

    /// <summary>SATA, on the machine's AHCI controller.</summary>
    Sata,

    /// <summary>USB mass storage, on an xHCI controller.</summary>
    Usb,
}
