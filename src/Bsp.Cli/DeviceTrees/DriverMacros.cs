using System.Text;
using System.Text.RegularExpressions;
using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary>
/// Macros that a driver puts the names of its devices together with: <c>#define UART(x) { .compatible = "vendor,uart-" #x }</c>. They are
/// defined in the source, or in a header beside it or of <c>dt-bindings</c>.
/// </summary>
/// <param name="kernel">The kernel's folder.</param>
internal sealed partial class DriverMacros(string kernel) : ISourceFiles
{
    /// <summary>A source with its macros expanded; null where none of them names devices.</summary>
    /// <param name="path">The source.</param>
    /// <param name="content">What is in it.</param>
    public string? Expand(string path, string content)
    {
        if (!Names().IsMatch(content))
            return null;
        var text = new StringBuilder();
        foreach (Match include in Include().Matches(content))
        {
            if (Header(path, include) is { } header)
                AddDefinitions(text, File.ReadAllText(header, Encoding.Latin1));
        }

        // Tables are often compiled only where the kernel has device trees: all branches are read.
        text.Append(Directive().Replace(content, directive => Define().IsMatch(directive.Value) ? directive.Value : ""));
        var file = new SourceFile(path, Encoding.Latin1.GetBytes(text.ToString()));
        return Encoding.Latin1.GetString(PreprocessedSource.Of(file, this, []).Text.Bytes);
    }

    /// <inheritdoc/>
    public SourceFile? TryOpen(string path) => null;

    private static void AddDefinitions(StringBuilder text, string header)
    {
        foreach (Match define in Define().Matches(header))
            text.Append(define.Value).Append('\n');
    }

    private string? Header(string path, Match include)
    {
        var name = include.Groups["name"].Value;
        var beside = Path.Combine(Path.GetDirectoryName(path)!, name);
        var shared = Path.Combine(kernel, "include", name);
        return include.Groups["quoted"].Success && File.Exists(beside) ? beside
            : name.StartsWith("dt-bindings/", StringComparison.Ordinal) && File.Exists(shared) ? shared
            : null;
    }

    // A definition that names devices, or a device whose name is a macro.
    [GeneratedRegex(
        """
        ^[\t ]*\#[\t ]*define\b(?:\\\r?\n|[^\n])*?(?:\.compatible|DECLARE|IRQCHIP_MATCH)
        |\.compatible\s*=\s*[A-Za-z_]
        |DECLARE\w*\s*\(\s*\w+\s*,\s*[A-Za-z_]
        """,
        RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Names();

    [GeneratedRegex(@"^[\t ]*#[\t ]*include[\t ]*(?:(?<quoted>"")|<)(?<name>[^"">\n]+)", RegexOptions.Multiline)]
    private static partial Regex Include();

    [GeneratedRegex(@"^[\t ]*#[\t ]*define\b(?:\\\r?\n|[^\n])*", RegexOptions.Multiline)]
    private static partial Regex Define();

    [GeneratedRegex(@"^[\t ]*#(?:\\\r?\n|[^\n])*", RegexOptions.Multiline)]
    private static partial Regex Directive();
}
