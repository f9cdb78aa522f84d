using System.Diagnostics;
using Xunit;

namespace Bsp.Testing;

/// <summary>
/// A program of this machine: one that knows better than our own reading of a format, or that a test makes its material with.
/// </summary>
/// <remarks>Where it is not installed the test is skipped, and says so.</remarks>
public static class HostTool
{
    // An ordinary user's PATH lacks the folders where sfdisk is, and mke2fs, which genimage starts.
    private static readonly string SearchPath = Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin";

    /// <summary>Runs a program.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs; the folder for temporary files when null.</param>
    /// <param name="input">What it reads.</param>
    public static ToolResult Run(string program, IEnumerable<string> arguments, string? folder = null, string input = "") =>
        RunAsync(program, arguments, CancellationToken.None, folder, input).GetAwaiter().GetResult();

    /// <summary>Runs a program that must succeed; returns its output.</summary>
    public static string Check(string program, IEnumerable<string> arguments, string? folder = null, string input = "") =>
        Successful(program, Run(program, arguments, folder, input));

    /// <summary>Runs a program.</summary>
    /// <param name="program">Its name or path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancel">Stops waiting for it.</param>
    /// <param name="folder">Where it runs; the folder for temporary files when null.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<ToolResult> RunAsync(
        string program,
        IEnumerable<string> arguments,
        CancellationToken cancel,
        string? folder = null,
        string input = "",
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var path = SearchPath.Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{program} is not installed");
        var start = new ProcessStartInfo(path!, arguments)
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["PATH"] = SearchPath;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel).ConfigureAwait(false);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel).ConfigureAwait(false);
        return new(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
    }

    /// <summary>Runs a program that must succeed; returns its output.</summary>
    public static async Task<string> CheckAsync(string program, IEnumerable<string> arguments, CancellationToken cancel) =>
        Successful(program, await RunAsync(program, arguments, cancel).ConfigureAwait(false));

    private static string Successful(string program, ToolResult result)
    {
        Assert.True(result.Status == 0, $"{program} ended with {result.Status}:\n{result.Errors}{result.Output}");
        return result.Output;
    }
}
