using System.Text;
using Bsp.Build.Progress;
using Bsp.Build.Sources;
using Bsp.DeviceTree.Conformance.Dtc;

namespace Bsp.DeviceTree.Conformance.Overlays;

/// <summary>
/// Has <c>bsp dt overlay</c>, with its checks, lay the combinations of a kernel's makefiles from their sources, and compares the blobs
/// with those that fdtoverlay makes of the same parts.
/// </summary>
/// <param name="source">The kernel's source.</param>
/// <param name="tools">dtc and its companions.</param>
/// <param name="folder">A folder for blobs.</param>
internal sealed class OverlayRun(string source, DtcTools tools, string folder)
{
    /// <summary>A run over a kernel of the lock file.</summary>
    public static async Task<OverlayRun> CreateAsync(string tree, string folder, IBuildConsole console, CancellationToken cancel)
    {
        var step = new KernelSourceStep(new FetchStep(Steps.Sources, tree));
        var built = await Steps.RunAsync([step], console, cancel).ConfigureAwait(false);
        return new(built[step], await DtcTools.BuildAsync(console, cancel).ConfigureAwait(false), folder);
    }

    /// <summary>The combinations of an architecture.</summary>
    public IReadOnlyList<OverlayCombination> Combinations(string architecture) => OverlayCombination.In(source, architecture);

    /// <summary>Compares one: laid by <c>bsp dt overlay</c>, and found without an error by <c>bsp dt check --base</c>.</summary>
    public BlobOutcome Compare(OverlayCombination combination)
    {
        var work = Directory.CreateDirectory(Path.Combine(folder, combination.Name)).FullName;
        var overlays = combination.Overlays.Select(path => Path.Combine(source, path)).ToList();
        string[] parts = [Path.Combine(source, combination.Base), .. overlays];
        var own = Path.Combine(work, "own.dtb");
        var programs = new ToolComparison(tools, work);
        foreach (var arguments in new string[][]
        {
            ["compile", "-@", "-o", work, .. parts.Distinct(StringComparer.Ordinal)],
            ["overlay", .. parts, "-o", own],
            ["check", "--base", .. parts],
        })
        {
            var (status, output, error) = programs.Ours("dt", arguments);
            if (status != 0)
                return new(combination.Name, $"bsp dt {arguments[0]} ends with {status}: {error}{Encoding.UTF8.GetString(output)}");
        }

        var expected = Path.Combine(work, "expected.dtb");
        var laid = programs.Theirs(
            "fdtoverlay",
            ["-i", Blob(parts[0], ".dtb"), "-o", expected, .. overlays.Select(overlay => Blob(overlay, ".dtbo"))]);
        return new(
            combination.Name,
            laid.Status != 0 ? $"fdtoverlay ends with {laid.Status}: {laid.Error}"
                : File.ReadAllBytes(own).AsSpan().SequenceEqual(File.ReadAllBytes(expected)) ? null
                : "the bytes are not fdtoverlay's");

        string Blob(string path, string extension) => Path.Combine(work, Path.GetFileNameWithoutExtension(path) + extension);
    }
}
