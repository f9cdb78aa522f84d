namespace Bsp.Model;

/// <summary>How QEMU plays a board. The device tree that QEMU makes depends on all of it.</summary>
public sealed record Emulator
{
    /// <summary>The QEMU program, such as <c>qemu-system-aarch64</c>.</summary>
    public required string Program { get; init => field = Text.Word(value, "an emulator", "-_"); }

    /// <summary>QEMU's <c>-machine</c>, with its options.</summary>
    public required string Machine { get; init => field = Text.Word(value, "a machine", ",=.-_"); }

    /// <summary>QEMU's <c>-cpu</c>.</summary>
    public required string Cpu { get; init => field = Text.Word(value, "a CPU", ",=.-_+"); }

    /// <summary>The number of processors.</summary>
    public int Cpus { get; init; } = 2;

    /// <summary>The memory.</summary>
    public ByteSize Memory { get; init; } = 512.MiB();

    /// <summary>The QEMU device behind <see cref="BootableBoard.Watchdog"/>, such as <c>i6300esb</c>.</summary>
    public required string WatchdogDevice { get; init => field = Text.Word(value, "a watchdog device", "-_"); }
}
