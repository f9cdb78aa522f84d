using System.Diagnostics;
using System.Globalization;
using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Model;

namespace Bsp.Firmware.Emulation;

/// <summary>A board in QEMU with its serial console on this terminal: what the build's <c>Run</c> does.</summary>
/// <param name="board">The board.</param>
/// <param name="imageFolder">The folder with its image, such as <c>artifacts/images/qemu-aarch64</c>.</param>
/// <param name="machineFolder">The folder that keeps the machine's disk from run to run, such as <c>artifacts/run/qemu-aarch64</c>.</param>
public sealed class InteractiveMachine(BootableBoard board, string imageFolder, string machineFolder)
{
    /// <summary>Runs the machine until it is left, and returns QEMU's exit status.</summary>
    /// <param name="fresh">Whether to start with the disk as the image has it, and not with the one of the last run.</param>
    /// <param name="say">Receives the lines that tell the user what happens.</param>
    /// <param name="cancel">Stops the copying of the disk.</param>
    /// <exception cref="BuildFailedException">The image or QEMU is missing; the message says how to get it.</exception>
    public async Task<int> RunAsync(bool fresh, Action<string> say, CancellationToken cancel)
    {
        var folder = await FolderAsync(fresh, say, cancel).ConfigureAwait(false);
        var sshPort = LocalPort.Free();
        var program = ToolPaths.Find(QemuArguments.EmulatorOf(board).Program);
        say($"{board.Id} in QEMU: leave with Ctrl-A X, help with Ctrl-A H");
        say(
            $"ssh: ssh -p {sshPort.ToString(CultureInfo.InvariantCulture)} -o StrictHostKeyChecking=no -o "
            + "UserKnownHostsFile=/dev/null root@127.0.0.1");
        // Not redirected, so that QEMU has the terminal itself.
        using var process = Process.Start(
            new ProcessStartInfo(program, [.. QemuArguments.For(board, folder, sshPort), "-serial", "mon:stdio"]))
            ?? throw new BuildFailedException($"{program} could not be started");
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        return process.ExitCode;
    }

    // An image that was built since starts a new disk: the old one would boot what is not being looked for.
    private async Task<MachineFolder> FolderAsync(bool fresh, Action<string> say, CancellationToken cancel)
    {
        var sums = Path.Combine(imageFolder, "SHA256SUMS");
        var origin = Path.Combine(machineFolder, "origin");
        var identity = File.Exists(sums) ? await File.ReadAllTextAsync(sums, cancel).ConfigureAwait(false) : "";
        if (!fresh && identity.Length > 0 && File.Exists(origin)
            && await File.ReadAllTextAsync(origin, cancel).ConfigureAwait(false) == identity)
        {
            say($"goes on with the disk of the last run ({machineFolder}); '--fresh' starts from the image again");
            return MachineFolder.Open(board, imageFolder, machineFolder);
        }

        Directory.CreateDirectory(machineFolder);
        File.Delete(origin);
        var folder = await MachineFolder.MakeAsync(
            board, imageFolder, machineFolder, MachineFolder.DefaultDiskSize, cancel).ConfigureAwait(false);
        await File.WriteAllTextAsync(origin, identity, cancel).ConfigureAwait(false);
        return folder;
    }
}
