using System.Diagnostics;

namespace Bsp.Cli.Tests;

/// <summary>The command in a real terminal, that of tmux: keys are typed, and the screen is read.</summary>
internal sealed class TmuxTerminal : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

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
            "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", "-c", directory, "--",
            // The screen can still be read when the command has ended.
            "sh", "-c", "\"$@\"; exec sleep 600", "sh", Host, Path.Combine(AppContext.BaseDirectory, "bsp.dll"), .. arguments,
        ]);
    }

    /// <summary>What the terminal shows.</summary>
    public string Screen => Tmux(["capture-pane", "-p"]);

    /// <summary>Types keys, by tmux's names for them; waits for a text on the screen then.</summary>
    /// <returns>The screen.</returns>
    public string Type(string expected, params string[] keys)
    {
        Tmux(["send-keys", .. keys]);
        return WaitFor(expected);
    }

    /// <summary>Types a text as it is; waits for it on the screen then.</summary>
    public string TypeText(string text)
    {
        Tmux(["send-keys", "-l", text]);
        return WaitFor(text);
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

    private string Tmux(string[] arguments)
    {
        var start = new ProcessStartInfo("tmux") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-S", Path.Combine(_folder, "socket"), .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment["TERM"] = "xterm";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"tmux {string.Join(' ', arguments)}: {error}");
    }
}
