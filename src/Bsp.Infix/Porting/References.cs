using System.Text.RegularExpressions;
using Bsp.Infix.Porting.Regions;

namespace Bsp.Infix.Porting;

/// <summary>What a board's files name in a checkout: Infix's files and folders, and symbols of Buildroot's configuration.</summary>
/// <param name="checkout">The checkout.</param>
/// <param name="isThere">Whether a path is there when the port is done.</param>
/// <param name="infix">The symbols of Infix's own files.</param>
internal sealed partial class References(Checkout checkout, Func<string, bool> isThere, Lazy<SymbolOrder> infix)
{
    private const string Buildroot = "buildroot";

    // Without Buildroot's own files, which are a submodule, nobody can say what is not defined.
    private readonly Lazy<HashSet<string>?> _buildroot = new(
        () => File.Exists(Path.Combine(checkout.Folder, Buildroot, "Config.in"))
            ? Defined(Path.Combine(checkout.Folder, Buildroot))
            : null);

    /// <summary>What is wrong with a file: a message each.</summary>
    public IEnumerable<string> Faults(string board, string path, string text) =>
        Paths().Matches(text).Select(x => x.Groups[1].Value.TrimEnd('.', ',', '/')).Distinct(StringComparer.Ordinal).Where(x => !isThere(x))
            .Select(
                x => $"'{path}' names '{x}', which is neither in the checkout nor ported; correct board '{board}', "
                    + "or add it to the checkout first")
            .Concat(Symbols(path, text).Distinct(StringComparer.Ordinal).Where(IsUndefined)
                .Select(x => $"'{path}' names the symbol {x}, which neither Infix nor its Buildroot defines; correct board '{board}'"))
            .Concat(
                IsLonePatch(path)
                    ? [$"'{path}' of board '{board}' would be the only patch in its folder, "
                        + "and Buildroot takes those of the version that it builds; if Infix has moved to another, "
                        + "bring the distribution's KernelVersion up to date"]
                    : []);

    private bool IsLonePatch(string path) =>
        path.StartsWith("patches/", StringComparison.Ordinal) && checkout.FilesBelow(Path.GetDirectoryName(path)!).All(x => x == path);

    private static IEnumerable<string> Symbols(string path, string text) =>
        (path.EndsWith("/Config.in", StringComparison.Ordinal) ? Selects()
            : path.StartsWith("configs/", StringComparison.Ordinal) ? Lines()
            : null)
            ?.Matches(text).Select(x => x.Groups[1].Value) ?? [];

    private bool IsUndefined(string symbol) =>
        _buildroot.Value is { } buildroot && !buildroot.Contains(symbol) && infix.Value.File(symbol) is null;

    // Symbols that are gone are kept with a message in Config.in.legacy.
    private static HashSet<string> Defined(string folder) => Directory.EnumerateFiles(folder, "Config.*", SearchOption.AllDirectories)
        .Where(x => !x.EndsWith(".legacy", StringComparison.Ordinal))
        .SelectMany(x => Definitions().Matches(File.ReadAllText(x)).Select(y => y.Groups[1].Value))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\$[({]?BR2_EXTERNAL_INFIX_PATH[)}]?/((?:board|patches)/[\w,./+-]+)")]
    private static partial Regex Paths();

    [GeneratedRegex(@"^\s*select\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Selects();

    [GeneratedRegex(@"^(?:# )?((?:BR2|IX)_\w+)(?:=| is not set)", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(@"^\s*(?:menu)?config\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex Definitions();
}
