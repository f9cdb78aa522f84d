using System.Diagnostics;
using System.Text;
using Bsp.Cli;

namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>Gives dtc or a companion and ours the same command line, and compares what they print and end with.</summary>
/// <param name="tools">Theirs.</param>
/// <param name="folder">The folder that both run in.</param>
internal sealed class ToolComparison(DtcTools tools, string folder)
{
    /// <summary>Compares.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its command line, by which results go to standard output.</param>
    /// <returns>What differs; null for nothing.</returns>
    public string? Compare(string program, params string[] arguments)
    {
        var (expected, actual) = (Theirs(program, arguments), Ours(program, arguments));
        var what = expected.Status != actual.Status ? $"status {actual.Status}, not {expected.Status}: {actual.Error}{expected.Error}"
            : !expected.Output.AsSpan().SequenceEqual(actual.Output) ? $"output: {FirstDifference(expected.Output, actual.Output)}"
            // What is wrong is worded differently; warnings are not.
            : program == "dtc" && expected.Status == 0 && expected.Error != actual.Error
            ? $"messages: {FirstDifference(Encoding.UTF8.GetBytes(expected.Error), Encoding.UTF8.GetBytes(actual.Error))}"
            : null;
        return what is null ? null : $"{program} {string.Join(' ', arguments)}: {what}";
    }

    /// <summary>What theirs does.</summary>
    public (int Status, byte[] Output, string Error) Theirs(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(tools.Program(program), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Their own libfdt: the machine's may be older.
        start.Environment["LD_LIBRARY_PATH"] = Path.Combine(tools.Folder, "libfdt");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult());
    }

    /// <summary>What ours does.</summary>
    public (int Status, byte[] Output, string Error) Ours(string program, string[] arguments)
    {
        using var output = new MemoryStream();
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        using var error = new StringWriter();
        var host = new CliHost(text, error, new Dictionary<string, string>(), folder) { OutBytes = output };
        var status = Cli.Program.Run([program, .. arguments], host);
        text.Flush();
        return (status, output.ToArray(), error.ToString());
    }

    private static string FirstDifference(byte[] expected, byte[] actual)
    {
        var at = expected.AsSpan().CommonPrefixLength(actual);
        var line = expected.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
        string From(byte[] bytes) =>
            Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(line, bytes.Length), Math.Min(200, bytes.Length - Math.Min(line, bytes.Length))));
        return $"at byte {at} of {expected.Length} and {actual.Length}:\n{From(expected)}\nand ours:\n{From(actual)}";
    }
}
