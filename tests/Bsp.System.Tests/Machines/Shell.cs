using System.Globalization;
using System.Text.RegularExpressions;

namespace Bsp.SystemTests.Machines;

/// <summary>A root shell on the serial console.</summary>
public sealed class Shell
{
    /// <summary>The user of the factory default.</summary>
    public const string User = "admin";

    /// <summary>That user's password.</summary>
    public const string FactoryPassword = "admin";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What the kernel prints may come between any two lines of a command's output.
    private static readonly Regex KernelLine = new(@"^\[ *\d+\.\d{6}\].*(\n|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant);
    private readonly SerialConsole _console;
    private int _commands;

    private Shell(SerialConsole console) => _console = console;

    /// <summary>Logs in at the prompt that the console shows next.</summary>
    /// <param name="console">The console.</param>
    /// <param name="bootTime">How long to wait for the prompt.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<Shell> LogInAsync(SerialConsole console, TimeSpan bootTime, CancellationToken cancel)
    {
        // Prompts need not end the line: what the kernel and the system say comes at any moment.
        await console.ExpectAsync("login: ", bootTime, cancel);
        await console.TypeAsync(User + "\n", cancel);
        await console.ExpectAsync("Password: ", Patience, cancel);
        await console.TypeAsync(FactoryPassword + "\n", cancel);
        await console.ExpectAsync("~[#$] ", Patience, cancel);

        // A shell that reads a script, here the terminal, prints no prompt, echoes nothing and edits no line. The login's own
        // shell keeps what is typed before that one reads; the quotes tell its echo of the line from what the line prints.
        await console.TypeAsync("stty -echo -onlcr; echo rea''dy; sh /dev/tty\n", cancel);
        await console.ExpectAsync("ready", Patience, cancel);
        var shell = new Shell(console);
        (await shell.RunAsync("true", cancel)).Succeeded();
        return shell;
    }

    /// <summary>Runs a command to its end.</summary>
    public Task<CommandResult> RunAsync(string command, CancellationToken cancel) => RunAsync(command, Patience, cancel);

    /// <summary>Runs a command to its end, which may take a while.</summary>
    /// <param name="command">
    /// For the machine's /bin/sh; it may have several lines, each of less than 4,000 characters (termios(3), canonical mode).
    /// </param>
    /// <param name="timeout">How long it may take.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<CommandResult> RunAsync(string command, TimeSpan timeout, CancellationToken cancel)
    {
        var mark = "bsp" + (++_commands).ToString(CultureInfo.InvariantCulture);
        _console.Note("$ " + command);
        // The marks are put together by printf so that an echoed command is not taken for its output.
        await _console.TypeAsync(
            $"printf '\\n<%s>\\n' {mark}; {{ {command}\n}} </dev/null 2>&1; printf '\\n</%s %d>\\n' {mark} $?\n", cancel);
        await _console.ExpectAsync($"<{mark}>\r?\n", timeout, cancel);
        var match = await _console.ExpectAsync($@"(?s)\A(.*?)\n</{mark} (\d+)>\r?\n", timeout, cancel);
        var output = KernelLine.Replace(match.Groups[1].Value.Replace("\r", "", StringComparison.Ordinal), "").TrimEnd('\n');
        return new(command, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), output);
    }

    /// <summary>Waits until the system has found itself healthy, so that the bootloader goes on with its slot.</summary>
    public Task HasBeenMarkedGoodAsync(CancellationToken cancel) => Eventually.TrueAsync(
        async () => (await RunAsync("test -e /run/bsp/marked-good", cancel)).ExitCode == 0,
        "the slot is marked good",
        cancel);

    /// <summary>The slot that runs.</summary>
    public async Task<string> SlotAsync(CancellationToken cancel) =>
        (await RunAsync("sed -n 's/.*rauc.slot=\\([a-z]*\\).*/\\1/p' /proc/cmdline", cancel)).Succeeded();

    /// <summary>The version that runs.</summary>
    public async Task<string> VersionAsync(CancellationToken cancel) =>
        (await RunAsync("bsp status | sed -n 's/^version: *//p'", cancel)).Succeeded();

    /// <summary>Starts a command that ends this shell, such as a reboot.</summary>
    public async Task LeaveAsync(string command, CancellationToken cancel)
    {
        _console.Note("$ " + command);
        _console.Skip();
        await _console.TypeAsync(command + "\n", cancel);
    }
}
