using System.Diagnostics;
using Xunit;

namespace Bsp.Artifacts.Tests.Tools;

/// <summary>A program of the host that knows better than our own reading of a format.</summary>
internal static class HostTool
{
    /// <summary>Runs a program; the test is skipped where it is not installed.</summary>
    /// <returns>The exit status, and what it wrote to its output and its errors.</returns>
    public static (int Status, string Output, string Errors) Run(string program, IEnumerable<string> arguments, string? folder = null, string input = "")
    {
        // An ordinary user's PATH lacks the folders where sfdisk is.
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin"]);
        var path = places.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{program} is not installed");

        var start = new ProcessStartInfo(path!, arguments)
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }

    /// <summary>Runs a program that must succeed; returns its output.</summary>
    public static string Check(string program, IEnumerable<string> arguments, string? folder = null, string input = "")
    {
        var (status, output, errors) = Run(program, arguments, folder, input);
        Assert.True(status == 0, $"{program} ended with {status}:\n{errors}{output}");
        return output;
    }
}
