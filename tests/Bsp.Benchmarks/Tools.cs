using System.Diagnostics;
using Bsp.Build;

namespace Bsp.Benchmarks;

/// <summary>Runs programs: contestants, and what prepares their contest.</summary>
internal static class Tools
{
    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="BuildFailedException">It fails.</exception>
    public static void Run(string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        output.GetAwaiter().GetResult();
        if (process.ExitCode != 0)
            throw new BuildFailedException($"'{program} {string.Join(' ', arguments)}' failed with status {process.ExitCode}: {error}");
    }
}
