using System.Diagnostics;
using Bsp.Build;

/// <summary>The .NET SDK that this build runs on.</summary>
static class DotNet
{
    /// <summary>Compiles a project or solution; says nothing when it goes well.</summary>
    public static Task BuildAsync(string root, string project, CancellationToken cancel) => RunAsync(root, ["build", project], cancel);

    /// <summary>Runs a compiled program; its output goes where ours does.</summary>
    /// <param name="folder">The folder to run in.</param>
    /// <param name="arguments">The program's .dll and its arguments.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Its status.</returns>
    public static async Task<int> ExecuteAsync(string folder, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { WorkingDirectory = folder };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new BuildFailedException($"'{arguments[0]}' cannot be started");
        try
        {
            await process.WaitForExitAsync(cancel);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs one of the SDK's commands on a project; says nothing when it goes well.</summary>
    /// <param name="root">The folder to run in.</param>
    /// <param name="arguments">The command, the project, and options of the command's own.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task RunAsync(string root, string[] arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { WorkingDirectory = root, RedirectStandardOutput = true };
        // No compiler server: it would keep an old generator loaded. No waiting build nodes: they outlive the build.
        foreach (var argument in (string[])[.. arguments, "-nologo", "-v:quiet", "-p:UseSharedCompilation=false", "-nodeReuse:false"])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new BuildFailedException("'dotnet' cannot be started");
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode == 0)
                return;
            var errors = output.Split('\n').Where(x => x.Contains(": error ", StringComparison.Ordinal)).Distinct().Take(30).ToList();
            throw new BuildFailedException(
                $"'dotnet {arguments[0]} {arguments[1]}' failed:\n  "
                + $"{string.Join("\n  ", errors.Count > 0 ? errors : output.Split('\n').TakeLast(20))}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
