using System.Text;
using System.Text.RegularExpressions;
using Bsp.Infix.Tests.Support;

namespace Bsp.Infix.Tests.Reading.DeviceTrees;

/// <summary>
/// Expands the macros that a board's own sources define. Those of the kernel's headers stay as they are written, since
/// the headers are not here; <see cref="BindingConstants"/> knows what the boards use of them.
/// </summary>
internal static partial class MacroExpansion
{
    /// <summary>A source → its text without directives and with macros expanded; what it includes is not in it.</summary>
    public static IReadOnlyDictionary<string, string> Expand(IReadOnlyDictionary<string, string> files)
    {
        using var scratch = new TempFolder();
        foreach (var (path, text) in files)
            scratch.Write(
                path,
                Include().Replace(text, match => files.ContainsKey(SourcePath.Resolve(path, match.Groups[1].Value)) ? match.Value : ""));
        return files.ToDictionary(
            file => file.Key,
            file => HasMacros(file.Key) ? Preprocess(scratch[file.Key]) : Directive().Replace(file.Value, ""), StringComparer.Ordinal);

        bool HasMacros(string path) => files.TryGetValue(path, out var text)
            && (Define().IsMatch(text) || Include().Matches(text).Any(match => HasMacros(SourcePath.Resolve(path, match.Groups[1].Value))));
    }

    private static string Preprocess(string file) =>
        TextOf(file, HostTool.Check("cpp", ["-nostdinc", "-undef", "-x", "assembler-with-cpp", file]));

    /// <summary>The lines that a file itself has in the preprocessor's output.</summary>
    private static string TextOf(string file, string output)
    {
        var (text, inFile) = (new StringBuilder(), false);
        foreach (var line in output.Split('\n'))
        {
            if (Marker().Match(line) is { Success: true } marker)
                inFile = marker.Groups[1].Value == file;
            else if (inFile)
                text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    [GeneratedRegex("""^[ \t]*#[ \t]*include[ \t]+["<]([^">]+)[">]""", RegexOptions.Multiline)]
    public static partial Regex Include();

    [GeneratedRegex(@"^[ \t]*#[ \t]*define\b", RegexOptions.Multiline)]
    private static partial Regex Define();

    [GeneratedRegex(@"^[ \t]*#[ \t]*(include|undef|ifdef|ifndef|if|else|elif|endif|error|pragma|line)\b[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Directive();

    [GeneratedRegex("""^# \d+ "([^"]*)".*""")]
    private static partial Regex Marker();
}
