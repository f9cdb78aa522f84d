using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Bsp.Build.Processes;
using Bsp.DeviceTrees;
using Bsp.DeviceTrees.Preprocessing;

namespace Bsp.DeviceTree.Conformance.Cpp;

/// <summary>
/// Gives gcc's preprocessor and ours the same source, as a kernel's build calls it, and compares the text, or that both refuse it.
/// </summary>
internal sealed partial class CppComparison : IDisposable
{
    private const string FileName = "main.dts";
    private static readonly string[] s_includes = ["inc", "inc2"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bsp-cpp-");
    private readonly string _cc1;

    public CppComparison()
    {
        foreach (var (name, text) in RandomSource.Headers)
        {
            var path = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        // What gcc starts for -E; starting gcc as well takes twice the time.
        _cc1 = Run(ToolPaths.Find("gcc"), ["-print-prog-name=cc1"])!.Trim();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>How many sources both have accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>Compares.</summary>
    /// <returns>What differs; null for nothing.</returns>
    public string? Compare(string source)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, FileName), source);
        var expected = Run(
            _cc1,
            [
                "-E", "-quiet", "-nostdinc", "-P", "-undef", "-D__DTS__", "-lang-asm",
                .. s_includes.Select(folder => "-I" + folder), FileName,
            ]);
        var messages = new List<SourceMessage>();
        var cache = new SourceCache(new DiskSourceFiles(_folder.FullName));
        using var preprocessor = new Preprocessor(cache, new() { IncludeFolders = s_includes }, messages);
        var text = Encoding.UTF8.GetString(preprocessor.Run(cache.TryOpen(FileName)!).Bytes);
        var fault = messages.Find(message => message.Severity == SourceSeverity.Error);
        if (fault?.Text == Preprocessor.HashBetweenArguments)
            return null;
        if (expected is null || fault is not null)
        {
            return expected is null == fault is not null ? null
                : expected is null ? "gcc refuses it" : $"gcc accepts it, but here: {fault}\n--- gcc\n{expected}";
        }

        Accepted++;
        return Normal(expected) == Normal(text) ? null : $"--- gcc\n{Normal(expected)}\n--- here\n{Normal(text)}";
    }

    /// <summary>A source without the lines that a difference does not need.</summary>
    public string Shrunk(string source)
    {
        var lines = source.Split('\n').ToList();
        for (var size = lines.Count / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= lines.Count;)
            {
                var fewer = lines.Take(at).Concat(lines.Skip(at + size)).ToList();
                if (Compare(string.Join('\n', fewer)) is not null)
                    lines = fewer;
                else
                    at += size;
            }
        }

        return string.Join('\n', lines);
    }

    // Blanks count in literals, between characters of names, and between the signs of an operator: dtc takes no notice of others. How
    // many there are depends in gcc on where a quote that is not closed has been joined.
    private static string Normal(string text) => Blanks().Replace(
        text,
        match => match.Groups["literal"].Success ? Runs().Replace(match.Value, " ") : match.Groups["word"].Success ? " " : "");

    private string? Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? output : null;
    }

    [GeneratedRegex(
        """
        (?<literal>"(?:\\.|[^"\\\n])*")
        |(?<word>(?<=[\w,.+*\#?@-])\s+(?=[\w,.+*\#?@-])|(?<=[<>=&|/])\s+(?=[<>=&|/*])|(?<=!)\s+(?==))
        |\s+
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Runs();
}
