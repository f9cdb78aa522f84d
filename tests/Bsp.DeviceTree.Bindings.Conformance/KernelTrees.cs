using Bsp.DeviceTrees;

namespace Bsp.DeviceTree.Bindings.Conformance;

/// <summary>Compiles the sources of a kernel as its build does.</summary>
/// <param name="source">The kernel's source.</param>
internal sealed class KernelTrees(string source)
{
    private const string Folder = "arch/arm64/boot/dts";

    private readonly SourceCache _cache = new(new DiskSourceFiles(source));

    /// <summary>The bindings.</summary>
    public string Bindings => Path.Combine(source, "Documentation", "devicetree", "bindings");

    /// <summary>The source of a board of arm64.</summary>
    /// <param name="board">Its vendor and name: <c>rockchip/rk3328-nanopi-r2s</c>.</param>
    public static string PathOf(string board) => $"{Folder}/{board}.dts";

    /// <summary>Boards of arm64, the first of each vendor, then others of each, evenly; overlays are none.</summary>
    /// <param name="count">How many.</param>
    public IReadOnlyList<string> Boards(int count)
    {
        var root = Path.Combine(source, Folder);
        var vendors = Directory.GetDirectories(root).Order(StringComparer.Ordinal)
            .Select(
                vendor => Directory.GetFiles(vendor, "*.dts", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Where(IsBoard)
                    .ToList())
            .Where(boards => boards.Count > 0)
            .ToList();
        const int MaximumPerVendor = 4;
        return
        [
            .. Enumerable.Range(0, MaximumPerVendor)
                .SelectMany(
                    round => vendors.Where(boards => round < Math.Min(boards.Count, MaximumPerVendor))
                        .Select(boards => boards[round * boards.Count / Math.Min(boards.Count, MaximumPerVendor)]))
                .Select(path => Path.GetRelativePath(source, path))
                .Take(count),
        ];
    }

    /// <summary>Compiles a source.</summary>
    /// <exception cref="FormatException">It has errors.</exception>
    public DeviceTrees.DeviceTree Compile(string path)
    {
        string[] folders = ["scripts/dtc/include-prefixes"];
        var compiled = DeviceTreeCompiler.Compile(
            path, _cache, new() { IncludeFolders = folders, Preprocessor = new() { IncludeFolders = folders } });
        return compiled.Tree
            ?? throw new FormatException(
                string.Join('\n', compiled.Messages.Where(message => message.Severity == SourceSeverity.Error).Take(3)));
    }

    private static bool IsBoard(string path) => !File.ReadLines(path).Any(line => line.StartsWith("/plugin/", StringComparison.Ordinal));
}
