using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace Bsp.Kconfig.Parsing.Shells;

/// <summary>
/// Runs commands with <c>/bin/sh</c>, each only once: the macros of a kernel tree ask for the same compiler probes many
/// times over.
/// </summary>
/// <param name="currentDirectory">The directory that commands run in.</param>
/// <param name="environment">Their whole environment.</param>
public sealed class ProcessShell(string currentDirectory, IReadOnlyDictionary<string, string> environment) : IParallelShell
{
    private readonly ConcurrentDictionary<string, Lazy<string>> _answers = new(StringComparer.Ordinal);
    private int _started;

    /// <summary>The number of processes started.</summary>
    public int Started => _started;

    /// <inheritdoc/>
    /// <exception cref="Win32Exception">There is no <c>/bin/sh</c>, or no such directory.</exception>
    public string Run(string command) =>
        _answers.GetOrAdd(command, static (key, shell) => new(() => shell.Start(key)), this).Value;

    /// <inheritdoc/>
    public bool IsKnown(string command) => _answers.TryGetValue(command, out var answer) && answer.IsValueCreated;

    private string Start(string command)
    {
        // No argument of a process can have a NUL; in C, the command ends there.
        var end = command.IndexOf('\0', StringComparison.Ordinal);
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", end < 0 ? command : command[..end] },
            WorkingDirectory = currentDirectory,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        Interlocked.Increment(ref _started);
        var buffer = new byte[ShellOutput.Limit];
        var length = process.StandardOutput.BaseStream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        // A command that prints more than is wanted gets a broken pipe, as from the C tool.
        process.StandardOutput.Close();
        process.WaitForExit();
        return ShellOutput.Answer(buffer.AsSpan(0, length));
    }
}
