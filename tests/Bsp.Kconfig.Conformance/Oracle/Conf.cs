using System.Diagnostics;
using Bsp.Build;
using Bsp.Kconfig.Conformance.Contract;
using Bsp.Kconfig.Conformance.SourceTrees;

namespace Bsp.Kconfig.Conformance.Oracle;

/// <summary>Runs a tree's conf, each time in a folder of its own.</summary>
/// <param name="Kind">Knows its command line.</param>
/// <param name="Program">The program.</param>
/// <param name="Library">The compiled <c>shell-answers.c</c>.</param>
internal sealed record Conf(SourceTreeKind Kind, string Program, string Library)
{
    /// <summary>The status of a run that asked for an answer that is not there.</summary>
    public const int MissingAnswer = 97;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="shell">Where the answers come from or go to.</param>
    /// <exception cref="BuildFailedException">This conf cannot do it, it hangs, or it asks what was not recorded.</exception>
    public KconfigResult Run(KconfigCase @case, ShellMode shell)
    {
        var arguments = Kind.ConfArguments(@case) ?? throw new BuildFailedException($"{@case}: this tree's conf has no such mode");
        var folder = Directory.CreateTempSubdirectory("bsp-conf-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "include", "config"));
            Directory.CreateDirectory(Path.Combine(folder.FullName, "include", "generated"));
            if (@case.Input is { } input)
                File.WriteAllBytes(Path.Combine(folder.FullName, @case.InputName), input);
            var result = Start(@case, arguments, folder.FullName, shell);
            if (result.ExitStatus == MissingAnswer)
                throw new BuildFailedException($"{@case}: {System.Text.Encoding.UTF8.GetString(result.StandardError)}");
            return result with { Output = Output(@case, result, folder.FullName), Files = Files(@case, folder.FullName) };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private KconfigResult Start(KconfigCase @case, IReadOnlyList<string> arguments, string folder, ShellMode shell)
    {
        var start = new ProcessStartInfo(Program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Clear();
        foreach (var (name, value) in @case.Environment().Concat(Kind.Variables))
            start.Environment[name] = value;
        if (shell.Variable is { } variable)
        {
            start.Environment["LD_PRELOAD"] = Library;
            start.Environment[variable] = shell.Path;
        }

        using var process = Process.Start(start) ?? throw new BuildFailedException($"'{Program}' cannot be started");
        var output = ReadAsync(process.StandardOutput.BaseStream);
        var error = ReadAsync(process.StandardError.BaseStream);
        Type(process, @case);
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new BuildFailedException($"{@case}: conf was not done after {Limit.TotalMinutes} minutes");
        }

        return new()
        {
            ExitStatus = process.ExitCode,
            StandardOutput = output.GetAwaiter().GetResult(),
            StandardError = error.GetAwaiter().GetResult(),
        };
    }

    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content).ConfigureAwait(false);
        return content.ToArray();
    }

    private void Type(Process process, KconfigCase @case)
    {
        try
        {
            var keys = process.StandardInput.BaseStream;
            if (Kind.Asks(@case))
                keys.Write(System.Text.Encoding.ASCII.GetBytes(@case.Typed));
            keys.Close();
        }
        catch (IOException)
        {
            // conf is done before all keys are typed.
        }
    }

    private static byte[]? Output(KconfigCase @case, KconfigResult result, string folder)
    {
        if (@case.Operation == KconfigOperation.ListNewConfig)
            return result.ExitStatus == 0 ? result.StandardOutput : null;
        var path = Path.Combine(folder, @case.Operation == KconfigOperation.SaveDefconfig ? "defconfig" : ".config");
        return result.ExitStatus == 0 && File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private static Dictionary<string, byte[]> Files(KconfigCase @case, string folder) => @case.Operation == KconfigOperation.SyncConfig
        ? new[] { "include/config/auto.conf", "include/generated/autoconf.h", "include/generated/rustc_cfg" }
            .Where(name => File.Exists(Path.Combine(folder, name)))
            .ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, name)), StringComparer.Ordinal)
        : [];
}
