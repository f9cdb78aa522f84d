using System.Text.RegularExpressions;
using Bsp.Build;
using Bsp.Firmware.Emulation;
using Bsp.Model;
using Bsp.SystemTests.Disks;

namespace Bsp.SystemTests.Machines;

/// <summary>A machine of a test: a disk of its own, switched on and off, with its console in a log.</summary>
public sealed class Machine : IAsyncDisposable
{
    /// <summary>
    /// How long a boot may take, with other machines running beside it on a slow host, and the bootloader's pause when all tries
    /// are used up.
    /// </summary>
    public static readonly TimeSpan BootTime = TimeSpan.FromMinutes(5);

    // RIP=… … HLT=… of x86-64, PC=… of ARM64.
    private static readonly Regex ProgramCounter = new("(RIP|PC)=[0-9a-f]+|HLT=[01]", RegexOptions.CultureInvariant);

    private readonly BootableBoard _board;
    private readonly string _log;
    private QemuMachine? _qemu;
    private SerialConsole? _console;

    private Machine(BootableBoard board, MachineFolder folder, string log)
    {
        _board = board;
        Folder = folder;
        _log = log;
        Disk = new(folder.Disk);
    }

    /// <summary>The machine's files.</summary>
    public MachineFolder Folder { get; private set; }

    /// <summary>The disk, to be looked at and changed while the machine is off.</summary>
    public DiskFile Disk { get; }

    /// <summary>The console of the machine that runs.</summary>
    public SerialConsole Console => _console ?? throw new InvalidOperationException("the machine is off");

    /// <summary>The emulator of the machine that runs.</summary>
    public QemuMachine Qemu => _qemu ?? throw new InvalidOperationException("the machine is off");

    /// <summary>Makes a machine that is off, with a fresh image on its disk.</summary>
    /// <param name="board">The board.</param>
    /// <param name="imageFolder">The folder with the board's image.</param>
    /// <param name="name">What the log is called.</param>
    /// <param name="cancel">Stops the copying.</param>
    public static async Task<Machine> MakeAsync(BootableBoard board, string imageFolder, string name, CancellationToken cancel)
    {
        var log = Repository.Artifact("test-logs", board.Id, name + ".log");
        File.Delete(log);
        var path = Path.GetDirectoryName(Repository.Artifact("test-machines", board.Id, name, "disk.img"))!;
        // A run that was killed leaves its machines.
        Directory.Delete(path, recursive: true);
        var folder = await MachineFolder.MakeAsync(board, imageFolder, path, MachineFolder.DefaultDiskSize, cancel);
        return new(board, folder, log);
    }

    /// <summary>Attaches a second disk, read-only, from the next time the machine is switched on.</summary>
    public void Attach(string disk) => Folder = Folder with { Attachment = disk };

    /// <summary>Connects the disk in another way than the board's record has it, from the next time the machine is switched on.</summary>
    public void ConnectDisk(DiskInterface disk) => Folder = Folder with { Interface = disk };

    /// <summary>Switches the machine on.</summary>
    public async Task PowerOnAsync(CancellationToken cancel)
    {
        Assert.Null(_qemu);
        _qemu = await QemuMachine.StartAsync(_board, Folder, cancel);
        _console = new(_qemu.Console, _log);
        _console.Note("power on");
    }

    /// <summary>Switches the machine on, if it is off, and logs in.</summary>
    public async Task<Shell> BootAsync(CancellationToken cancel)
    {
        if (_qemu is null)
            await PowerOnAsync(cancel);
        try
        {
            return await Shell.LogInAsync(Console, BootTime, cancel);
        }
        catch (ConsoleTimeoutException exception)
        {
            // A hang, a reset by the watchdog and an emulator that broke off leave the same silence.
            var events = string.Join(", ", Qemu.Monitor.Events.Select(@event => $"{@event.Name} {@event.Data}".TrimEnd()));
            throw new ConsoleTimeoutException(
                $"{exception.Message}\n  QEMU {(Qemu.IsRunning ? "runs" : "has ended")}; events: {events}\n  "
                + $"{await ProcessorsAsync(cancel)}\n  {Qemu.Complaints}");
        }
    }

    /// <summary>
    /// Where the processors are, sampled twice: what waits for ever, what spins, and in whose code, firmware's or the kernel's, is
    /// told by the program counters.
    /// </summary>
    public async Task<string> ProcessorsAsync(CancellationToken cancel)
    {
        try
        {
            var first = await SampleAsync(cancel);
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            return $"processors: {first}; a second later {await SampleAsync(cancel)}";
        }
        catch (BuildFailedException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Reboots as a user does, and logs in again.</summary>
    /// <param name="shell">A shell on the running system.</param>
    /// <param name="command">The command that ends in a reboot.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Shell> RebootAsync(Shell shell, string command, CancellationToken cancel)
    {
        await shell.LeaveAsync(command, cancel);
        return await BootAsync(cancel);
    }

    /// <summary>Pulls the plug. The log gets what QEMU complained about.</summary>
    public async Task CutPowerAsync()
    {
        if (_qemu is null)
            return;
        _console?.Note("power off " + _qemu.Complaints);
        await _qemu.CutPowerAsync();
        if (_console is not null)
            await _console.DisposeAsync();
        await _qemu.DisposeAsync();
        _qemu = null;
        _console = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await CutPowerAsync();
        Directory.Delete(Folder.Path, recursive: true);
    }

    private async Task<string> SampleAsync(CancellationToken cancel) =>
        string.Join(' ', ProgramCounter.Matches(await Qemu.Monitor.TypeAsync("info registers -a", cancel)).Select(x => x.Value));
}
