using System.Diagnostics;

namespace Bsp.Cli.Tests.Menus;

/// <summary>The command in a real terminal, that of tmux: keys are typed, and the screen is read.</summary>
internal sealed class TmuxTerminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Two that come faster are one, as the kernel's menuconfig has them.
    private static readonly TimeSpan BetweenEscapes = TimeSpan.FromMilliseconds(250);

    // The tests run in dotnet itself, or in a program of their own.
    private static readonly string Host = System.Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet"
        ? path
        : "dotnet";
    private readonly string _folder = Directory.CreateTempSubdirectory("bsp-tmux-").FullName;

    /// <summary>Starts the command.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="arguments">Its arguments.</param>
    public TmuxTerminal(string directory, params string[] arguments)
    {
        Tmux([
            "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "-c", directory,
            "-e", $"BSP_CACHE={Path.Combine(_folder, "cache")}", "--",
            // The screen can still be read when the command has ended.
            "sh", "-c", "\"$@\"; exec sleep 600", "sh", Host, Path.Combine(AppContext.BaseDirectory, "bsp.dll"), .. arguments,
        ]);
    }

    /// <summary>Starts the menus of a tree.</summary>
    public static TmuxTerminal Menus(SampleTree tree, params string[] arguments) =>
        new(tree.At(""), ["kconfig", "menuconfig", .. arguments]);

    /// <summary>The modes that programs switch: the alternate screen, the cursor, the mouse and how it is reported.</summary>
    public string Modes => Show("alternate=#{alternate_on} cursor=#{cursor_flag} mouse=#{mouse_any_flag} sgr=#{mouse_sgr_flag}");

    /// <summary>The modes of the keypad and of the arrows.</summary>
    public string KeypadModes => Show("keypad=#{keypad_flag} arrows=#{keypad_cursor_flag}");

    /// <summary>How the system treats what is typed, as stty prints it.</summary>
    public string Settings => Run("stty", ["-F", Show("#{pane_tty}"), "-a"]);

    /// <summary>What the terminal shows.</summary>
    public string Screen => Tmux(["capture-pane", "-p"]);

    /// <summary>Types keys, by tmux's names for them; waits for a text on the screen then.</summary>
    /// <returns>The screen.</returns>
    public string Type(string expected, params string[] keys)
    {
        if (keys is ["Escape", ..])
            Thread.Sleep(BetweenEscapes);
        Tmux(["send-keys", .. keys]);
        return WaitFor(expected);
    }

    /// <summary>Types a text as it is; waits for it on the screen then.</summary>
    public string TypeText(string text)
    {
        Tmux(["send-keys", "-l", text]);
        return WaitFor(text);
    }

    /// <summary>Sends what xterm sends for a button of the mouse; waits for a text on the screen then.</summary>
    /// <param name="expected">The text.</param>
    /// <param name="button">0 for the left one, 2 for the right one, 64 and 65 for the wheel.</param>
    /// <param name="at">What is clicked: where this text begins on the screen.</param>
    /// <param name="offset">So many columns further right.</param>
    public string Click(string expected, int button, string at, int offset = 0)
    {
        var lines = Screen.Split('\n');
        var row = Array.FindIndex(lines, line => line.Contains(at, StringComparison.Ordinal));
        Assert.True(row >= 0, $"'{at}' is not on the screen");
        var (x, y) = (lines[row].IndexOf(at, StringComparison.Ordinal) + offset + 1, row + 1);
        Tmux(["send-keys", "-l", $"\u001b[<{button};{x};{y}M\u001b[<{button};{x};{y}m"]);
        return WaitFor(expected);
    }

    /// <summary>Sends a signal to the command.</summary>
    public void Signal(string signal)
    {
        Run("pkill", [$"-{signal}", "-P", Show("#{pane_pid}")]);
    }

    /// <summary>Changes the size.</summary>
    public void Resize(int width, int height) => Tmux(["resize-window", "-x", $"{width}", "-y", $"{height}"]);

    /// <summary>Waits for a text on the screen.</summary>
    /// <returns>The screen.</returns>
    public string WaitFor(string expected)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var screen = Screen;
            if (screen.Contains(expected, StringComparison.Ordinal))
                return screen;
            if (clock.Elapsed > Patience)
                Assert.Fail($"'{expected}' has not come; the screen is\n{screen}");
            Thread.Sleep(20);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Tmux(["kill-server"]);
        Directory.Delete(_folder, recursive: true);
    }

    private string Show(string format) => Tmux(["display-message", "-p", format]).Trim();

    private string Tmux(string[] arguments) => Run("tmux", ["-S", Path.Combine(_folder, "socket"), .. arguments]);

    private static string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["TERM"] = "xterm";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error}");
    }
}
