using System.Globalization;
using Bsp.Build;
using Bsp.Model;

namespace Bsp.Firmware.Emulation;

/// <summary>QEMU's command line, worked out from a board's record.</summary>
public static class QemuArguments
{
    /// <summary>The arguments that decide which machine QEMU plays: <c>-machine</c>, <c>-cpu</c>, <c>-smp</c> and <c>-m</c>.</summary>
    /// <param name="board">The board; it has an <see cref="Board.Emulator"/>.</param>
    /// <param name="machineOptions">Further options of <c>-machine</c>, such as <c>dumpdtb=board.dtb</c>.</param>
    /// <remarks>The device tree that QEMU makes depends on these and on nothing else, so whoever dumps it uses them too.</remarks>
    /// <exception cref="BuildFailedException">QEMU does not play this board.</exception>
    public static IReadOnlyList<string> Machine(BootableBoard board, params IEnumerable<string> machineOptions)
    {
        var emulator = EmulatorOf(board);
        // Secure Boot's variables are safe from the running system only in system management mode (OvmfPkg/README).
        string[] secure = HasSystemManagement(board) ? ["smm=on"] : [];
        return
        [
            "-machine", string.Join(',', [emulator.Machine, .. secure, .. machineOptions]),
            "-cpu", emulator.Cpu,
            "-smp", emulator.Cpus.ToString(CultureInfo.InvariantCulture),
            "-m", (emulator.Memory.Bytes >> 20).ToString(CultureInfo.InvariantCulture) + "M",
        ];
    }

    /// <summary>All arguments but those of the console and the monitor.</summary>
    /// <param name="board">The board.</param>
    /// <param name="folder">What the machine consists of.</param>
    /// <param name="sshPort">The port on 127.0.0.1 that leads to the machine's port 22.</param>
    public static IReadOnlyList<string> For(BootableBoard board, MachineFolder folder, int sshPort) =>
    [
        .. Machine(board),
        "-nodefaults", "-no-user-config", "-display", "none",
        .. Firmware(board, folder),
        "-drive", "if=none,id=disk,format=raw,file=" + Escaped(folder.Disk),
        .. Disk(folder.Interface ?? EmulatorOf(board).Disk),
        .. Attachment(folder),
        "-netdev", "user,id=net,hostfwd=tcp:127.0.0.1:" + sshPort.ToString(CultureInfo.InvariantCulture) + "-:22",
        .. board.Console.HasScreen ? ["-device", "VGA"] : Array.Empty<string>(),
        // No option ROM: nothing here boots from the network.
        "-device", EmulatorOf(board).NetworkDevice + ",netdev=net,romfile=",
        "-device", "virtio-rng-pci",
        .. Watchdog(EmulatorOf(board)),
        // Translated even where the host could run it: with KVM the processor would be the host's, and a nested one may not start at all.
        "-accel", "tcg,thread=" + (HasSystemManagement(board) ? "single" : "multi"),
    ];

    /// <summary>The board's emulator.</summary>
    /// <exception cref="BuildFailedException">It has none.</exception>
    public static Model.Emulator EmulatorOf(BootableBoard board) => board.Emulator
        ?? throw new BuildFailedException($"QEMU cannot emulate the board '{board.Id}': its record has no Emulator");

    // There the firmware halts all processors until each has arrived (UefiCpuPkg/PiSmmCpuDxeSmm). A machine with a thread for each
    // processor fell silent after a reset, one boot in hundreds; in turns they cannot miss each other, and on a loaded host it takes
    // no longer.
    private static bool HasSystemManagement(BootableBoard board) => board.Boot is GrubEfi;

    private static string[] Disk(DiskInterface disk) => disk switch
    {
        DiskInterface.Virtio => ["-device", "virtio-blk-pci,drive=disk,bootindex=0"],
        DiskInterface.Nvme => ["-device", "nvme,drive=disk,serial=disk,bootindex=0"],
        DiskInterface.Sata => ["-device", "ide-hd,drive=disk,bootindex=0"],
        DiskInterface.Usb => ["-device", "qemu-xhci", "-device", "usb-storage,drive=disk,bootindex=0"],
        _ => throw new BuildFailedException($"the emulator has no disk of the kind {disk}"),
    };

    // ICH9's own timer resets nothing where a strap says so, and QEMU sets that strap unless told otherwise.
    private static string[] Watchdog(Model.Emulator emulator) =>
    [
        .. emulator.WatchdogDevice is { } device ? ["-device", device] : new[] { "-global", "ICH9-LPC.noreboot=off" },
        "-action", "watchdog=reset",
    ];

    private static string[] Firmware(BootableBoard board, MachineFolder folder) => board.Boot switch
    {
        UBoot => ["-bios", folder.Firmware],
        GrubEfi =>
        [
            "-global", "driver=cfi.pflash01,property=secure,value=on",
            "-global", "ICH9-LPC.disable_s3=1",
            "-drive", "if=pflash,unit=0,format=raw,readonly=on,file=" + Escaped(folder.Firmware),
            "-drive", "if=pflash,unit=1,format=raw,file=" + Escaped(folder.Variables),
        ],
        _ => throw new BuildFailedException(
            $"the emulator has no firmware for the boot chain '{board.Boot?.GetType().Name}' of '{board.Id}'"),
    };

    private static string[] Attachment(MachineFolder folder) => folder.Attachment is null ? [] :
    [
        "-drive", "if=none,id=attachment,format=raw,readonly=on,file=" + Escaped(folder.Attachment),
        "-device", "virtio-blk-pci,drive=attachment,serial=attachment",
    ];

    // A comma ends a value of -drive unless it is doubled (qemu(1), -drive).
    private static string Escaped(string path) => path.Replace(",", ",,", StringComparison.Ordinal);
}
