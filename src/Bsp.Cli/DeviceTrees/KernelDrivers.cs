using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Bsp.DeviceTrees;

namespace Bsp.Cli.DeviceTrees;

/// <summary>
/// Which sources of a kernel are for which compatibles: those that name them in a table of matches (<c>.compatible = "x"</c>) or in a
/// declaration like <c>CLK_OF_DECLARE</c>, or have their own macros do so.
/// </summary>
internal sealed partial class KernelDrivers
{
    private static readonly string[] s_folders = ["drivers", "sound", "net", "arch", "kernel", "lib", "mm"];

    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> _files = new(StringComparer.Ordinal);

    private KernelDrivers()
    {
    }

    /// <summary>Reads a kernel's sources.</summary>
    /// <param name="kernel">Their folder.</param>
    public static KernelDrivers In(string kernel)
    {
        var drivers = new KernelDrivers();
        var macros = new DriverMacros(kernel);
        var files = s_folders.Select(folder => Path.Combine(kernel, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.c", new EnumerationOptions { RecurseSubdirectories = true }));
        Parallel.ForEach(
            files, file => drivers.Add(Path.GetRelativePath(kernel, file), File.ReadAllBytes(file), text => macros.Expand(file, text)));
        return drivers;
    }

    /// <summary>The sources for the first compatible of a node that any is for; below the kernel's folder, in their order.</summary>
    public IReadOnlyList<string> Of(TreeNode node) =>
        NodeText.Texts(node, "compatible").Where(_files.ContainsKey).Select(compatible => _files[compatible]).FirstOrDefault() is { } files
            ? [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : [];

    private void Add(string file, byte[] content, Func<string, string?> expand)
    {
        if (content.AsSpan().IndexOf("compatible"u8) < 0 && content.AsSpan().IndexOf("DECLARE"u8) < 0
            && content.AsSpan().IndexOf("IRQCHIP_MATCH"u8) < 0)
            return;
        var text = Encoding.Latin1.GetString(content);
        foreach (Match match in Compatible().Matches(expand(text) ?? text))
            _files.GetOrAdd(string.Concat(match.Groups["part"].Captures.Select(part => part.Value)), _ => []).Add(file);
    }

    private const string Declarations = "OF_DECLARE|DECLARE_DRIVER|IRQCHIP_DECLARE";

    [GeneratedRegex(
        "(?:\\.compatible\\s*=\\s*|\\b[A-Z_]*(?:" + Declarations + ")\\s*\\([^\"()]*|\\bIRQCHIP_MATCH\\s*\\(\\s*)(?:\\(\\s*)?"
        + "(?:\"(?<part>[^\"]+)\"\\s*)+")]
    private static partial Regex Compatible();
}
