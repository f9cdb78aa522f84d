namespace Bsp.Build.Processes;

/// <summary>Another clock than the machine's, as faketime(1) gives it to a program and to what that starts.</summary>
/// <remarks>A second build under it shows that the time is in no output.</remarks>
public static class FakeClock
{
    // What faketime(1) sets, and what it leaves to its caller.
    private static readonly string[] Names =
    [
        "LD_PRELOAD", "FAKETIME", "FAKETIME_SHARED", "FAKETIME_DONT_FAKE_MONOTONIC", MonotonicFix, "NO_FAKE_STAT", ToolsName,
    ];

    // faketime's answer to a fault of glibc, which it switches on by itself, ends each wait of .NET's runtime at once: a core
    // does nothing else then. The fault is in the monotonic clock, which is not faked.
    private const string MonotonicFix = "FAKETIME_FORCE_MONOTONIC_FIX";

    // The folder with the programs that come before the machine's.
    private const string ToolsName = "BSP_CLOCK_TOOLS";

    // What touch(1) dates "now" would be days newer than what a compiler writes, and make takes the newer file for the
    // later one. FAKETIME_SKIP_CMDS leaves that date as it is, and FAKE_UTIME moves the dates that are stated too.
    private const string Touch = "#!/bin/sh\nunset LD_PRELOAD\nexec /usr/bin/touch \"$@\"\n";

    /// <summary>How the clock is asked; its answer, seconds since 1970, follows in a step's log.</summary>
    public const string Question = "$ date +%s";

    /// <summary>Whether this program runs under another clock.</summary>
    public static bool IsOn => Environment.GetEnvironmentVariable("FAKETIME") is { Length: > 0 };

    /// <summary>What a tool needs to run under the clock of this program; empty where that is the machine's.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables => IsOn
        ? Names.Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name) ?? ""))
            .Where(variable => variable.Value.Length > 0)
        : [];

    /// <summary>What runs a command some days ahead.</summary>
    /// <param name="days">The days.</param>
    public static IReadOnlyList<string> Command(int days) => [ToolPaths.Find("faketime"), "--exclude-monotonic", "-f", $"+{days}d"];

    /// <summary>The folders where a tool finds programs, before Debian's own; empty, or ending in a colon.</summary>
    public static string SearchPath => IsOn && Environment.GetEnvironmentVariable(ToolsName) is { Length: > 0 } folder ? folder + ":" : "";

    /// <summary>Writes the programs that run differently under another clock, and returns the variables that its caller sets.</summary>
    /// <param name="folder">The folder for the programs; it is made.</param>
    public static Dictionary<string, string> Prepare(string folder)
    {
        var touch = Path.Combine(Directory.CreateDirectory(folder).FullName, "touch");
        File.WriteAllText(touch, Touch);
        File.SetUnixFileMode(
            touch, File.GetUnixFileMode(touch) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return new(StringComparer.Ordinal)
        {
            // Dates of files are as they are on the disk: those of sources go into kernels and loaders.
            ["NO_FAKE_STAT"] = "1",
            [MonotonicFix] = "0",
            [ToolsName] = folder,
            ["PATH"] = folder + ":" + Environment.GetEnvironmentVariable("PATH"),
        };
    }
}
