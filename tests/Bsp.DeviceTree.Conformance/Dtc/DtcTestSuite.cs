using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Bsp.Build.Processes;

namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>dtc's own test-suite, a script that knows only the names and options of the programs, run with ours in their place.</summary>
/// <param name="tools">The suite, built.</param>
internal sealed partial class DtcTestSuite(DtcTools tools)
{
    /// <summary>The cases that are known to fail, and why.</summary>
    public static IReadOnlyDictionary<string, string> KnownFailures { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dtc -I dts -O dtb -o cell-overflow.test.dtb ./cell-overflow.dts"] =
            "a number that does not fit its cell is an error, as in dtc 1.6; 1.7 cuts it off with a warning",
        ["dtbs_equal_ordered cell-overflow.test.dtb cell-overflow-results.test.dtb"] =
            "compares the blob that the case before does not make",
    };

    /// <summary>Runs every case.</summary>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<SuiteCase>> RunAsync(CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("bsp-suite-");
        try
        {
            // The suite writes beside its sources.
            await ExecuteAsync(
                "cp", ["-a", tools.Folder + "/.", Path.Combine(work.FullName, "dtc")], work.FullName, cancel).ConfigureAwait(false);
            var programs = Directory.CreateDirectory(Path.Combine(work.FullName, "bin")).FullName;
            foreach (var name in DtcTools.Names)
                WriteWrapper(Path.Combine(programs, name), name);
            var output = await ExecuteAsync(
                "sh", ["./run_tests.sh"], Path.Combine(work.FullName, "dtc", "tests"), cancel, ("TEST_BINDIR", programs),
                ("NO_PYTHON", "1"), ("LC_ALL", "C")).ConfigureAwait(false);
            return Read(output.Replace(programs + "/", "", StringComparison.Ordinal));
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    /// <summary>Reads what the suite prints: a line a case, and at the end their number.</summary>
    internal static IReadOnlyList<SuiteCase> Read(string output)
    {
        var cases = Verdict().Matches(output)
            .Select(match => new SuiteCase(match.Groups["name"].Value, match.Groups["verdict"].Value))
            .ToList();
        var total = Total().Match(output);
        return total.Success && int.Parse(total.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) == cases.Count
            ? cases
            : throw new FormatException(
                $"the suite says '{total.Value}', but {cases.Count} of its cases were "
                + $"understood:\n{output[^Math.Min(output.Length, 2000)..]}");
    }

    private static void WriteWrapper(string path, string name)
    {
        File.WriteAllText(path, $"#!/bin/sh\nexec '{ToolPaths.DotNet}' '{typeof(Cli.CliHost).Assembly.Location}' {name} \"$@\"\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task<string> ExecuteAsync(
        string program, string[] arguments, string folder, CancellationToken cancel, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.Latin1,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancel).ConfigureAwait(false);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // Not each name has a colon after it.
    [GeneratedRegex("^(?!\\*)(?<name>.+?):?\t?(?<verdict>PASS|(?:FAIL|Bad configuration)\\b.*)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Verdict();

    [GeneratedRegex("Total testcases:\t([0-9]+)")]
    private static partial Regex Total();
}
