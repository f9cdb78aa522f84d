using System.Diagnostics;
using Bsp.Build.Processes;
using Bsp.Build.Progress;
using Bsp.Build.Sources;

namespace Bsp.DeviceTree.Conformance.Dtc;

/// <summary>Sources of a kernel's boards, as a preprocessor leaves them.</summary>
/// <param name="tree">The kernel's name in the lock file.</param>
/// <param name="architecture">The kernel's name of the architecture.</param>
/// <param name="everyNth">One of so many is taken.</param>
internal sealed class BoardSources(string tree, string architecture, int everyNth)
{
    /// <summary>Preprocesses them.</summary>
    /// <param name="folder">Receives the files.</param>
    /// <param name="console">Shows how the kernel's source is unpacked.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> PreprocessAsync(string folder, IBuildConsole console, CancellationToken cancel)
    {
        var step = new KernelSourceStep(new FetchStep(Steps.Sources, tree));
        var source = (await Steps.RunAsync([step], console, cancel).ConfigureAwait(false))[step];

        var names = new List<string>();
        foreach (var path in Boards(source))
        {
            var name = Path.GetFileNameWithoutExtension(path) + ".tmp";
            string[] arguments =
            [
                "-E", "-nostdinc", "-I", "scripts/dtc/include-prefixes", "-undef", "-D__DTS__", "-x", "assembler-with-cpp", "-o",
                Path.Combine(folder, name), path,
            ];
            using var process = Process.Start(new ProcessStartInfo(ToolPaths.Find("gcc"), arguments) { WorkingDirectory = source })!;
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            if (process.ExitCode == 0)
                names.Add(name);
        }

        return names;
    }

    // A source with /include/ needs the files around it.
    private IEnumerable<string> Boards(string source) =>
        Directory.EnumerateFiles(Path.Combine(source, "arch", architecture, "boot", "dts"), "*.dts*", SearchOption.AllDirectories)
            .Where(
                path => Path.GetExtension(path) is ".dts" or ".dtso"
                    && !File.ReadAllText(path).Contains("/include/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Where((_, index) => index % everyNth == everyNth / 2)
            .Select(path => Path.GetRelativePath(source, path));
}
