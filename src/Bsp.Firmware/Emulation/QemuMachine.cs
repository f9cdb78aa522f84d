using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Model;

namespace Bsp.Firmware.Emulation;

/// <summary>A running QEMU, with its serial console as a stream and its monitor.</summary>
public sealed class QemuMachine : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _sockets;
    private readonly StringBuilder _complaints;

    private QemuMachine(Process process, string sockets, StringBuilder complaints, Stream console, QmpClient monitor, int sshPort)
    {
        _process = process;
        _sockets = sockets;
        _complaints = complaints;
        Console = console;
        Monitor = monitor;
        SshPort = sshPort;
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <summary>The board's serial port, from the first byte that the firmware sends.</summary>
    public Stream Console { get; }

    /// <summary>QEMU's monitor.</summary>
    public QmpClient Monitor { get; }

    /// <summary>The port on 127.0.0.1 that leads to the machine's port 22.</summary>
    public int SshPort { get; }

    /// <summary>Whether QEMU still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>What QEMU itself has complained about.</summary>
    public string Complaints
    {
        get
        {
            lock (_complaints)
                return _complaints.ToString();
        }
    }

    /// <summary>Switches a machine on.</summary>
    /// <param name="board">The board.</param>
    /// <param name="folder">What the machine consists of.</param>
    /// <param name="cancel">Gives up while QEMU starts.</param>
    /// <exception cref="BuildFailedException">QEMU is not installed, or does not start; the message has what it said.</exception>
    public static async Task<QemuMachine> StartAsync(BootableBoard board, MachineFolder folder, CancellationToken cancel)
    {
        // A socket's path has at most 107 bytes (unix(7)): too few for a folder somewhere below the tree.
        var sockets = Directory.CreateTempSubdirectory("bsp-qemu-").FullName;
        var console = Path.Combine(sockets, "console");
        var monitor = Path.Combine(sockets, "monitor");
        var sshPort = LocalPort.Free();
        var start = new ProcessStartInfo(ToolPaths.Find(QemuArguments.EmulatorOf(board).Program),
        [
            .. QemuArguments.For(board, folder, sshPort),
            // With wait=on the machine starts when both are connected, so that no byte is lost.
            "-chardev", $"socket,id=console,path={console},server=on,wait=on", "-serial", "chardev:console",
            "-chardev", $"socket,id=monitor,path={monitor},server=on,wait=off", "-mon", "chardev=monitor,mode=control",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var complaints = new StringBuilder();
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(complaints, line.Data);
        process.ErrorDataReceived += (_, line) => Append(complaints, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var consoleSocket = await ConnectAsync(console, process, complaints, cancel).ConfigureAwait(false);
            var monitorSocket = await ConnectAsync(monitor, process, complaints, cancel).ConfigureAwait(false);
            var client = await QmpClient.ConnectAsync(monitorSocket, cancel).ConfigureAwait(false);
            return new(process, sockets, complaints, new NetworkStream(consoleSocket, ownsSocket: true), client, sshPort);
        }
        catch (Exception exception)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            process.Dispose();
            Directory.Delete(sockets, recursive: true);
            if (exception is OperationCanceledException)
                throw;
            throw new BuildFailedException(
                $"QEMU did not start the machine: {exception.Message}\n  {complaints.ToString().TrimEnd()}", exception);
        }
    }

    /// <summary>Presses the reset button.</summary>
    public Task ResetAsync(CancellationToken cancel) => Monitor.ExecuteAsync("system_reset", cancel);

    /// <summary>Pulls the plug: whatever was not written to the disk yet is lost.</summary>
    public async Task CutPowerAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
    }

    /// <summary>Waits until the machine has switched itself off.</summary>
    public Task WaitForExitAsync(CancellationToken cancel) => _process.WaitForExitAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        if (IsRunning)
            await CutPowerAsync().ConfigureAwait(false);
        Monitor.Dispose();
        await Console.DisposeAsync().ConfigureAwait(false);
        _process.Dispose();
        Directory.Delete(_sockets, recursive: true);
    }

    private static async Task<Socket> ConnectAsync(string path, Process process, StringBuilder complaints, CancellationToken cancel)
    {
        while (true)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel).ConfigureAwait(false);
                return socket;
            }
            catch (SocketException)
            {
                // QEMU has not made the socket yet.
                socket.Dispose();
            }

            if (process.HasExited)
            {
                await process.WaitForExitAsync(cancel).ConfigureAwait(false);
                throw new BuildFailedException($"it ended with status {process.ExitCode}");
            }

            await Task.Delay(20, cancel).ConfigureAwait(false);
        }
    }

    private static void Append(StringBuilder complaints, string? line)
    {
        if (line is null)
            return;
        lock (complaints)
            complaints.AppendLine(line);
    }

    private void OnProcessExit(object? sender, EventArgs e)
    {
        if (IsRunning)
            _process.Kill();
    }
}
