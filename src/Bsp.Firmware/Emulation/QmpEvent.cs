namespace Bsp.Firmware.Emulation;

/// <summary>Something that QEMU reports by itself, such as <c>WATCHDOG</c>, <c>RESET</c> or <c>SHUTDOWN</c>.</summary>
/// <param name="Name">Its name (docs/interop/qemu-qmp-ref).</param>
/// <param name="Data">What belongs to it, as JSON; empty for nothing.</param>
public sealed record QmpEvent(string Name, string Data);
