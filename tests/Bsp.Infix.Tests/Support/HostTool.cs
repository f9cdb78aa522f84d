using System.Diagnostics;

namespace Bsp.Infix.Tests.Support;

/// <summary>A program of the host.</summary>
internal static class HostTool
{
    /// <summary>Runs a program that must succeed; the test is skipped where it is not installed.</summary>
    /// <returns>Its output.</returns>
    public static string Run(string program, IEnumerable<string> arguments)
    {
        // An ordinary user's PATH lacks the folders where mke2fs and mkdosfs are, which genimage starts.
        var path = Environment.GetEnvironmentVariable("PATH") + ":/usr/sbin:/sbin";
        var file = path.Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(file is null, $"{program} is not installed");
        var start = new ProcessStartInfo(file!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = path;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{errors.Result}{output}");
        return output;
    }
}
