using System.Diagnostics;

namespace Bsp.Build.Tests;

/// <summary>A program that ran: its status and what it wrote to both streams.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    /// <summary>The lines of the output.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>The targets of the conformance build that ran, in order.</summary>
    public IReadOnlyList<string> Ran => [.. Lines.Where(x => x.StartsWith("ran:", StringComparison.Ordinal)).Select(x => x[4..])];

    /// <summary>Runs a program without the variables by which this very build was told what to do.</summary>
    public static async Task<Command> RunAsync(
        string folder, string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(folder, program, arguments, environment);
        return await EndAsync(process);
    }

    /// <summary>Starts a program as <see cref="RunAsync"/> does, and leaves it running.</summary>
    public static Process Start(
        string folder, string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(
            x => x.StartsWith("NUKE", StringComparison.Ordinal) || x.StartsWith("BSP_", StringComparison.Ordinal))
            .ToList())
            start.Environment.Remove(name);
        start.Environment["TERM"] = "dumb";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits until a started program has ended.</summary>
    public static async Task<Command> EndAsync(Process process)
    {
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        output += await error;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, output);
    }
}
