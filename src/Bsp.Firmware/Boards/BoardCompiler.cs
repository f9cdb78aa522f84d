using System.Diagnostics;
using Bsp.Build;
using Bsp.Build.Processes;
using Bsp.Build.Progress;
using Bsp.Build.Storage;
using Bsp.Sarif;

namespace Bsp.Firmware.Boards;

/// <summary>
/// Compiles <c>boards/Boards.csproj</c>, which runs the generator and the checks, when anything that it is made from has changed.
/// </summary>
/// <param name="root">The repository.</param>
public sealed class BoardCompiler(string root)
{
    private static readonly string[] Records = ["boards", "artifacts/platform"];

    // The generator and what it loads are sources of the boards as well; the rest of src is not.
    private static readonly string[] Tools =
    [
        "boards/Boards.csproj", "generators", "src/Bsp.Model", "src/Bsp.Artifacts", "src/Bsp.Kconfig", "src/Bsp.DeviceTree",
        "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig",
    ];

    private static readonly string[] CompiledTools =
    [
        "generators/Bsp.Generators/bin/Debug/netstandard2.0", "src/Bsp.Model/bin/Debug/net10.0",
    ];

    private static readonly string[] ToolsDone = ["--no-restore", "-p:BuildProjectReferences=false"];

    // The compiler server keeps the generator of an earlier compile loaded, which does where the generator is the same.
    private static readonly string[] WithTools = ["-p:UseSharedCompilation=false"];

    private static readonly TimeSpan LockInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>The compiled boards.</summary>
    public string AssemblyPath { get; } = Path.Combine(root, "boards", "bin", "Debug", "net10.0", "Bsp.Boards.dll");

    private string SarifPath => Path.Combine(root, "boards", "obj", "diagnostics.sarif");

    private string StampPath => Path.Combine(root, "boards", "obj", "inputs.stamp");

    private string ToolsStampPath => Path.Combine(root, "boards", "obj", "tools.stamp");

    /// <summary>
    /// Compiles when needed. What the compiler, the generator and the checks found comes with the result; the result says whether
    /// there is an assembly.
    /// </summary>
    /// <exception cref="BuildFailedException">The compiler could not run, or failed without naming a position.</exception>
    public async Task<BoardCompilation> CompileAsync(IBuildConsole? console, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StampPath)!);
        using var held = await AcquireLockAsync(cancel).ConfigureAwait(false);
        var tools = InputStamp.Of(root, Tools);
        var stamp = InputStamp.Of(root, Records) + " " + tools;
        if (File.Exists(AssemblyPath) && await HasStampAsync(StampPath, stamp + Assembly(), cancel).ConfigureAwait(false))
            return new(AssemblyPath, Findings());

        console?.Note("compiling the boards");
        File.Delete(StampPath);
        File.Delete(SarifPath);
        var areToolsDone = await HasStampAsync(ToolsStampPath, tools + Compiled(), cancel).ConfigureAwait(false);
        var (status, output) = await RunCompilerAsync(areToolsDone ? ToolsDone : WithTools, cancel).ConfigureAwait(false);
        if (status != 0 && areToolsDone && !File.Exists(SarifPath))
            (status, output) = await RunCompilerAsync(WithTools, cancel).ConfigureAwait(false);
        // Whatever the compiler has found: it ran, so what it runs with is there.
        if (File.Exists(SarifPath))
            await File.WriteAllTextAsync(ToolsStampPath, tools + Compiled(), cancel).ConfigureAwait(false);
        if (status != 0)
            return Failed(output);
        await File.WriteAllTextAsync(StampPath, stamp + Assembly(), cancel).ConfigureAwait(false);
        return new(AssemblyPath, Findings());
    }

    /// <summary>Compiles what boards share without the boards, after <see cref="CompileAsync"/> has found errors in them.</summary>
    /// <exception cref="BuildFailedException">The compiler could not run, or failed without naming a place.</exception>
    public async Task<BoardCompilation> CompileLayersAsync(IBuildConsole? console, CancellationToken cancel)
    {
        using var held = await AcquireLockAsync(cancel).ConfigureAwait(false);
        console?.Note("compiling the layers alone");
        // What another compile left is not of the layers.
        File.Delete(StampPath);
        File.Delete(SarifPath);
        var (status, output) = await RunCompilerAsync([.. ToolsDone, "-p:LayersAlone=true"], cancel).ConfigureAwait(false);
        return status == 0 ? new(Path.Combine(root, "boards", "obj", "layers", "Bsp.Boards.dll"), Findings()) : Failed(output);
    }

    private BoardCompilation Failed(string output)
    {
        var findings = Findings();
        return findings.Any(x => x.Level == SarifLevel.Error)
            ? new(null, findings)
            : throw new BuildFailedException($"the boards cannot be compiled:\n  {string.Join("\n  ", Errors(output))}");
    }

    // Two builds in one tree: the second waits, and finds all done.
    private async Task<FileLock> AcquireLockAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (FileLock.TryAcquire(Path.Combine(root, "boards", "obj", "compile.lock")) is { } held)
                return held;
            await Task.Delay(LockInterval, cancel).ConfigureAwait(false);
        }
    }

    // An IDE may have compiled other sources meanwhile: then the assembly is not the one that the stamp stands for.
    private string Assembly() => " " + InputStamp.Of(root, [AssemblyPath]);

    private string Compiled() => " " + InputStamp.Of(root, CompiledTools);

    private static async Task<bool> HasStampAsync(string path, string stamp, CancellationToken cancel) =>
        File.Exists(path) && await File.ReadAllTextAsync(path, cancel).ConfigureAwait(false) == stamp;

    private IReadOnlyList<CompilerFinding> Findings() => File.Exists(SarifPath) ? SarifLog.Read(SarifPath, root) : [];

    private async Task<(int Status, string Output)> RunCompilerAsync(string[] how, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(ToolPaths.DotNet)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // One node: a second one has everything to load again, and there is little that could be done beside the rest.
        string[] arguments = ["build", "boards/Boards.csproj", "-nologo", "-v:quiet", "-nodeReuse:false", "-m:1"];
        foreach (var argument in arguments.Concat(how))
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new BuildFailedException($"'{start.FileName}' cannot be started");
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel).ConfigureAwait(false);
            output += await error.ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static IEnumerable<string> Errors(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var errors = lines.Where(x => x.Contains(": error ", StringComparison.Ordinal)).Distinct().Take(20).ToList();
        return errors.Count > 0 ? errors : lines.TakeLast(20);
    }
}
